"""`qingfu roster check`: the academic office's import from a terminal: checked, shown, and taken in if asked."""

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from ops.commands.running_house import running_house
from ops.house_api import HouseApi
from ops.running import wait_for
from ops.sentence import CannotGoOn

_SECONDS, _STEPS = 180, 4
_UNDER_WAY = ("queued", "running")
_WORDS = {
    "lines": "行", "new": "新来", "moved": "换班", "changed": "改动", "left": "离开", "unchanged": "不变",
    "bad": "有错",
}


@click.group()
def roster() -> None:
    """名册：检查、导入。 Rosters: check, take in."""


@roster.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--login", required=True, help="教导处或校长的账号")
@click.option("--password", prompt="密码", hide_input=True, envvar="QINGFU_PASSWORD")
@click.option("--people", type=click.Choice(["pupils", "staff"]), default="pupils", show_default=True)
@click.option("--whole", type=click.Choice(["part", "classes", "school"]), default="part", show_default=True)
@click.option("--marked", type=click.Path(dir_okay=False, path_type=Path), help="把标注好的表格存到这里")
@click.option("--take-in", is_flag=True, help="没错的行随即导入")
@click.option("--address", help="网关地址；不写就是这台机器上运行的系统")
def check(file: Path, address: str | None, login: str, password: str, **how: Any) -> None:
    """检查一份名册；加 --take-in 才会改动。 Check a roster; nothing is changed without --take-in."""
    api = HouseApi(address or running_house().address, login=login, password=password)
    ask = {"file_id": api.put(file.read_bytes()), "suffix": file.suffix[1:].lower()}
    asked = api.ask("POST", "/rosters", {**ask, "people": how["people"], "whole": how["whole"]})
    found = _followed(api, asked["roster_id"], "check", "检查")
    _show(found["result"])
    if how["marked"]:
        how["marked"].write_bytes(api.get(found["marked_file_id"]))
    if how["take_in"]:
        api.ask("POST", f"/rosters/{asked['roster_id']}/take-in", {})
        _followed(api, asked["roster_id"], "take_in", "导入")
        click.echo("导入完成。")


def _followed(api: HouseApi, roster_id: str, job: str, words: str) -> dict[str, Any]:
    """Return the roster once its job has ended well; a bar shows how far it is. Raises CannotGoOn."""
    seen: dict[str, Any] = {}
    with Progress(console=Console(stderr=True)) as progress:
        bar = progress.add_task(words, total=_STEPS)

        def ended() -> bool:
            seen.update(api.ask("GET", f"/rosters/{roster_id}"))
            progress.update(bar, completed=seen[job]["steps_done"], total=seen[job]["steps_total"] or _STEPS)
            return seen[job]["state"] not in _UNDER_WAY

        in_time = wait_for(ended, _SECONDS)
        progress.update(bar, completed=_STEPS, total=_STEPS)
    if not in_time:
        raise CannotGoOn(f"等了 {_SECONDS} 秒还没有做完。", "It is not done yet.")
    if seen[job]["state"] != "done":
        raise CannotGoOn(seen[job]["words"] or "已经取消。", "The job did not end well.")
    return seen


def _show(result: dict[str, Any]) -> None:
    console = Console(highlight=False)
    console.print("，".join(f"{words} {result['counts'][key]}" for key, words in _WORDS.items()))
    table = Table("行", "列", "", "问题", "怎么改", box=None, pad_edge=False)
    for one in result["findings"]:
        mark = "提醒" if one["force"] == "warn" else "要改正"
        table.add_row(str(one["row"]), one["heading"] or str(one["column"]), mark, one["what"], one["remedy"])
    if table.row_count:
        console.print(table)
