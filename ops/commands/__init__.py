"""The commands of `qingfu`, one file each."""

import sys
from typing import Any

import click
from rich.console import Console

from ops.commands.audit import audit
from ops.commands.deploy_files import deploy_files
from ops.commands.district import district
from ops.commands.doctor import doctor
from ops.commands.down import down
from ops.commands.kill import kill
from ops.commands.parked import parked
from ops.commands.prepare import prepare
from ops.commands.reset import reset
from ops.commands.roster import roster
from ops.commands.school import school
from ops.commands.status import status
from ops.commands.topology import topology
from ops.commands.up import up
from ops.sentence import CannotGoOn


class Qingfu(click.Group):
    """Says what the operator can do about it, instead of a traceback, when a command cannot go on."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command; end with 1 and both sentences when it cannot go on."""
        try:
            return super().invoke(context)
        except CannotGoOn as reason:
            console = Console(stderr=True, highlight=False)
            console.print(reason.chinese, style="red", markup=False, soft_wrap=True)
            console.print(reason.english, style="dim", markup=False, soft_wrap=True)
            sys.exit(1)


@click.group(cls=Qingfu, context_settings={"help_option_names": ["-h", "--help"]})
def qingfu() -> None:
    """轻负：启动、查看、停止、修复整个系统。 Start, see, stop and repair the house."""


for command in (
    up, status, down, doctor, audit, parked, kill, reset, topology, prepare, deploy_files, district, school, roster,
):  # fmt: skip
    qingfu.add_command(command)
