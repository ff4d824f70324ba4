"""Welcome: where the house is, and one sign-in card per role."""

from pathlib import Path

from rich.console import Console

from ops import filed


def show(console: Console, address: str, cards: Path) -> None:
    """The address stands on the screen, and below it the demo's cards, if there are any."""
    console.print(f"\n轻负已就绪：{address}\n", style="bold")
    console.print(filed.read(cards) or "")
