"""Welcome: where the house is, and one sign-in card per role."""

from collections.abc import Mapping
from pathlib import Path

from rich.columns import Columns
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from ops import filed

_CARD_WIDTH = 38


def show(console: Console, address: str, cards: Path) -> None:
    """The address stands on the screen, and below it the demo's cards, if there are any."""
    console.print(f"\n[bold green]轻负已就绪[/]  [bold underline]{address}[/]\n")
    held = filed.read(cards) or {}
    if held:
        console.print("示范学校的登录卡（人名都是虚构的）：")
        console.print(Columns((_panel(card) for card in held["cards"]), equal=True))
    console.print("Ctrl-C 停止；bin/qingfu status 看状态，bin/qingfu doctor 查问题。\n", style="dim")


def _panel(card: Mapping[str, str]) -> Panel:
    lines = Text(overflow="fold")
    lines.append(f"{card['school']} · {card['name']}\n")
    lines.append("账号 ").append(card["login"] + "\n", style="bold cyan")
    lines.append("密码 ").append(card["password"] + "\n", style="bold cyan")
    lines.append(card["try_first"], style="dim")
    return Panel(lines, title=f"[bold]{card['role']}[/]", title_align="left", width=_CARD_WIDTH)
