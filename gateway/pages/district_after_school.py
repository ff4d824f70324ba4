"""各校课后服务: what a district's office sees of the refusals of its schools: counts, and no child (E3, O2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, request

from contracts.actor import Role
from contracts.enrolment.ground import GROUND_LABELS, RefusalGround
from contracts.enrolment.refusals import DISTRICT_REFUSALS, GroundCount, ReadDistrictRefusals, SchoolRefusals
from gateway import here, view
from gateway.access import may
from gateway.roll import Roll, roll

page = Blueprint("district_after_school", __name__)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A school, or all of them: how often on each ground, and in all."""

    name: str
    times: Mapping[RefusalGround, int]

    @property
    def total(self) -> int:
        """Return how often in all."""
        return sum(self.times.values())


@page.get("/district/after-school")
@may(Role.DISTRICT_OFFICE)
def counted() -> Response:
    """Show school by school how often basic care was refused, and why."""
    actor = here.caller().actors(Role.DISTRICT_OFFICE)[0]
    found = here.houses().ask(DISTRICT_REFUSALS, ReadDistrictRefusals(term=request.args.get("term")), actor)
    names = roll((actor,), school_ids=[one.school_id for one in found.schools])
    everywhere = Line(name="合计", times=_times(count for one in found.schools for count in one.grounds))
    return view.page(
        "district_after_school.html", found=found, lines=_lines(found.schools, names), everywhere=everywhere,
        labels=GROUND_LABELS,
    )


def _lines(schools: Iterable[SchoolRefusals], names: Roll) -> list[Line]:
    """Return a line a school, the one that refused most often first."""
    lines = [Line(name=names.school(one.school_id), times=_times(one.grounds)) for one in schools]
    return sorted(lines, key=lambda line: (-line.total, line.name))


def _times(counts: Iterable[GroundCount]) -> Mapping[RefusalGround, int]:
    times = dict.fromkeys(RefusalGround, 0)
    for count in counts:
        times[count.ground] += count.refused
    return times
