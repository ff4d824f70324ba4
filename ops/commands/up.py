"""`qingfu up`: run the house."""

from datetime import datetime

import click

from contracts.catalogue import HOUSES
from ops.places import here
from ops.up.house import up as run_house
from ops.up.options import Options
from ops.up.screen import Screen


def _scales(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, int]:
    """Read HOUSE=COUNT."""
    scale = {}
    for value in values:
        house, _equals, count = value.partition("=")
        if house not in HOUSES or not count.isdigit() or not 1 <= int(count) <= 7:
            raise click.BadParameter(f"写成 homework=2 这样：服务是 {' '.join(HOUSES)} 之一，数目 1 到 7")
        scale[house] = int(count)
    return scale


@click.command()
@click.option("--scale", multiple=True, metavar="服务=数目", callback=_scales, help="一个服务起几个进程，如 homework=2")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="把系统的“今天”设成这一天，如 2026-12-31")
@click.option("--port", type=click.IntRange(1, 65535), help="网页端口，缺省 8000（被占用则顺延）")
@click.option("--demo/--no-demo", default=None, help="空系统是否载入示范区县；缺省：只在自带的数据库里载入")
@click.option("--durable/--forgetful", default=True, help="forgetful：数据库不等磁盘，断电会丢，仅供测试")
def up(
    scale: dict[str, int], today: datetime | None, port: int | None, demo: bool | None, durable: bool
) -> None:
    """启动全部服务并看护，直到 Ctrl-C。 Start everything and look after it."""
    places = here()
    places.make()
    chosen = {"gateway_port": port} if port else {}
    options = Options(
        places=places, scale=scale, today=today.date() if today else None, demo=demo, durable=durable, **chosen
    )
    run_house(options, Screen(places.log / "qingfu.log"))
