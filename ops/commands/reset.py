"""`qingfu reset`: forget all data of this installation."""

import shutil

import click

from ops.account import for_servers
from ops.places import Places, here
from ops.servers.room import servers_folder
from ops.up import leftovers
from ops.up.lock import held


def forget_data(places: Places) -> None:
    """No data, secrets or logs are left; programs unpacked for this checkout are. Raises CannotGoOn while it runs."""
    with held(places):
        leftovers.end_all(places.run)
        shutil.rmtree(servers_folder(places, for_servers()), ignore_errors=True)
        for path in places.var.iterdir():
            if path.is_dir() and path not in (places.programs, places.run):
                shutil.rmtree(path)
            elif path.is_file():
                path.unlink()


@click.command()
def reset() -> None:
    """删除本机的全部数据（不再询问）。 Forget all data, without asking."""
    forget_data(here())
    click.echo("数据已删除，下一次 make run 从头开始。")
