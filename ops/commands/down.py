"""`qingfu down`: stop the house from another terminal."""

import click

from ops.places import Places, here
from ops.running import wait_for
from ops.sentence import CannotGoOn
from ops.up import leftovers
from ops.up.lock import held, is_held
from ops.up.presence import supervisor_of

_STOP_SECONDS = 90


def stop_house(places: Places) -> bool:
    """Nothing of the house runs any more; say whether anything did."""
    supervisor = supervisor_of(places)
    if supervisor:
        supervisor.signal(supervisor.stop_signal)
        if not wait_for(lambda: not is_held(places), _STOP_SECONDS):
            raise CannotGoOn("没有及时停下，看 var/log/qingfu.log。", "It did not stop in time, see there.")
    with held(places):
        return bool(leftovers.end_all(places.run) or supervisor)


@click.command()
def down() -> None:
    """停止全部服务，数据保留。 Stop everything; the data stay."""
    click.echo("已停止。" if stop_house(here()) else "没有在运行。")
