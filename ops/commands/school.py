"""`qingfu school open`: a school comes into the house; whoever runs its academic office gets a card."""

import click

from contracts.directory.new_school import OpenSchool, SchoolOpened
from contracts.directory.school import Stage
from ops.commands.running_house import running_house
from ops.operating import operate
from ops.places import here

_STAGES = {"小学": Stage.PRIMARY, "初中": Stage.JUNIOR, "九年一贯": Stage.BOTH}


@click.group()
def school() -> None:
    """学校：开通。 Schools: open one."""


@school.command(name="open")
@click.argument("code")
@click.argument("name")
@click.option("--district", required=True, help="区县的代码")
@click.option("--stage", type=click.Choice(list(_STAGES)), default="小学", show_default=True)
@click.option("--person", prompt="教导处老师的姓名")
@click.option("--phone", prompt="这位老师的手机号", hide_input=True, help="不写就会问，不留在命令历史里")
def open_school(code: str, name: str, stage: str, **who: str) -> None:
    """开通一所学校，给教导处一张激活卡；再运行一次，学校不变，换一张新卡。

    Open a school and print a card for its academic office; again: the school stays, the card is a new one.
    """
    running = running_house()
    ask = OpenSchool(code=code, name=name, stage=_STAGES[stage], **who)
    opened = SchoolOpened.load(operate(running, here(), "directory", "open_school", ask))
    address = running.address.rstrip("/")
    click.echo(f"{name}已经开通：{address}/schools/{code}/board")
    click.echo(f"教导处的激活卡，{opened.days} 天内有效，只显示这一次。请当面交给本人：")
    click.echo(f"  打开 {address}/activate")
    click.echo(f"  激活码 {opened.card}，再输入这个手机号的后四位")
