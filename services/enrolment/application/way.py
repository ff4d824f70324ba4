"""Way: the stops of an application's parts, as their history tells them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contracts.enrolment.application import Application
from contracts.enrolment.part import Back, Part, Said, Stop
from engines.approval import Happening, Track, What, track
from services.enrolment.application.sight import View
from services.enrolment.application.unit import Unit

_AMONG_COLLEAGUES = frozenset({
    What.CLAIMED, What.RELEASED, What.DELEGATED, What.RESOLVED, What.TRANSFERRED, What.SIGNER_ADDED,
    What.SIGNER_REMOVED, What.COPIED,
})


def with_way(unit: Unit, view: View) -> Application:
    """Return the application with every stop of its parts, and where it was sent back.

    A family learns what was decided and why; what colleagues say to each other on the way is theirs.
    """
    told = unit.histories(list(view.cases.values()))
    parts = (
        _with_stops(part, view, case_id, told[case_id]) if (case_id := view.cases.get(part.kind)) else part
        for part in view.application.parts
    )
    return replace(view.application, parts=tuple(parts))


def _with_stops(part: Part, view: View, case_id: str, told: Sequence[Happening]) -> Part:
    way = track(view.chains.definition(case_id), view.chains.held[case_id].case, told)
    unsaid = _AMONG_COLLEAGUES if view.bond.family else frozenset[What]()
    return replace(part, stops=tuple(_stops(way, unsaid)), backs=tuple(_backs(way)))


def _stops(way: Track, unsaid: frozenset[What]) -> Iterator[Stop]:
    for stop in way.stops:
        yield Stop(
            key=stop.step.key, name=stop.step.name, groups=stop.step.groups, standing=stop.standing, due=stop.due,
            said=tuple(_said(line) for line in stop.told if line.what not in unsaid),
        )


def _backs(way: Track) -> Iterator[Back]:
    for back in way.backs:
        yield Back(from_stop=back.from_step, to=back.to, said=_said(back.why))


def _said(line: Happening) -> Said:
    return Said(what=line.what, actor=line.actor, at=line.at, comment=line.comment, instead_of=line.instead_of)
