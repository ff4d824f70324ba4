"""`qingfu audit`: is everything as it should be? Worked out anew from what stands, not from what is counted along."""

import click

from contracts.enrolment.audit import AuditPlaces, PlacesAudited
from ops.commands.running_house import running_house
from ops.operating import operate
from ops.places import here
from ops.sentence import CannotGoOn


@click.group()
def audit() -> None:
    """核对：重新数一遍。 Audits: count it all again."""


@audit.command(name="places")
def places() -> None:
    """课后服务的名额、候补和审批是否相符。 Places, waiting lines and approvals agree with each other."""
    found = PlacesAudited.load(operate(running_house(), here(), "enrolment", "audit_places", AuditPlaces()))
    for said in found.wrong:
        click.echo(said)
    looked_at = f"{found.schools} 所学校，{found.offerings} 项服务，{found.applications} 份申请"
    if found.wrong:
        raise CannotGoOn(f"核对了{looked_at}，有 {len(found.wrong)} 处不符，见上。", "The audit found differences.")
    click.echo(f"核对了{looked_at}，全部相符。 All agree.")
