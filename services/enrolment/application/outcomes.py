"""Outcomes: what follows for applications when their cases have gone on: places, where they stand, the news of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from contracts.enrolment.application import Application
from contracts.enrolment.approval import ApplicationDecided, ApplicationReturned, Decision
from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from contracts.event import Event
from engines.approval import Changed
from engines.approval import State as CaseState
from services.enrolment.application.seats import seat
from services.enrolment.application.unit import Unit
from services.enrolment.domain.standing import State, standing

_STATE_OF = {
    CaseState.RUNNING: State.SUBMITTED, CaseState.RETURNED: State.RETURNED, CaseState.APPROVED: State.APPROVED,
    CaseState.REJECTED: State.REJECTED, CaseState.WITHDRAWN: State.WITHDRAWN, CaseState.CLOSED: State.CLOSED,
}
_LAST_WORD = {State.APPROVED: Decision.APPROVE, State.REJECTED: Decision.REJECT}
_GONE = (State.REJECTED, State.WITHDRAWN, State.CLOSED)
Kinds = tuple[OfferingKind, ...]


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A case that has gone on, the application it is of, and what kind of service it decides.

    `ground` is why whoever moved it said no to basic care.
    """

    application: Application
    kind: OfferingKind
    changed: Changed
    ground: RefusalGround | None = None

    @property
    def state(self) -> State:
        """Return where the part stands now."""
        return _STATE_OF[self.changed.case.state]

    @property
    def refused(self) -> bool:
        """Say whether it is refused with this: one no of several may not be the last word."""
        return self.state is State.REJECTED

    @property
    def turned(self) -> bool:
        """Say whether the part stands otherwise than it did."""
        return all(State(part.state) is not self.state for part in self.application.parts if part.kind is self.kind)


def follow_up(unit: Unit, moved: Sequence[Moved], reason: str = "") -> None:
    """Keep the cases, which stand in the order of their applications; see to what follows for each application.

    The applications are held. The offerings, wanted by many, are held last and shortest.
    """
    unit.keep([one.changed for one in moved])
    unit.keep_parts([(one.application.application_id, one.kind, one.state) for one in moved])
    unit.keep_grounds([
        (one.application.application_id, one.kind, one.ground) for one in moved if one.ground and one.refused
    ])
    turned = [one for one in moved if one.turned]
    by_application = [list(own) for _, own in groupby(turned, lambda one: one.application.application_id)]
    for own in by_application:
        _mark(unit, own, reason)
    news = [told for own in by_application for told in _news(own)]
    unit.emit_all([*news, *_seated(unit, [one for one in turned if one.state is State.APPROVED])])


def _mark(unit: Unit, turned: Sequence[Moved], reason: str) -> None:
    """Say where the application stands, and let go what it is not to have."""
    application = turned[0].application
    now = {part.kind: State(part.state) for part in application.parts} | {one.kind: one.state for one in turned}
    state = standing(now.values())
    if state is State.SUBMITTED:
        unit.mark(application.application_id, ApplicationState(state))
    else:
        by = unit.actor.person_id if unit.actor else application.applicant_id  # where the chain asked nobody
        unit.mark_decided(application.application_id, ApplicationState(state), by, reason)
    if gone := _kinds(turned, _GONE):
        unit.release(application.application_id, gone)


def _seated(unit: Unit, approved: Sequence[Moved]) -> Iterator[Event]:
    """Give each place that is approved, or a number in its line."""
    if not approved:
        return
    held = unit.hold_offerings([one.application.application_id for one in approved])
    timetable = unit.timetable(sorted({place.offering_id for places in held.values() for place in places}))
    for one in approved:
        own = [place for place in held[one.application.application_id] if place.kind is one.kind]
        yield from seat(unit, one.application, own, timetable)


def _news(turned: Sequence[Moved]) -> Iterator[Event]:
    application = turned[0].application
    about = {name: getattr(application, name) for name in ("application_id", "pupil_id", "class_id")}
    if returned := _kinds(turned, (State.RETURNED,)):
        yield ApplicationReturned(**about, kinds=returned)
    for state, decision in _LAST_WORD.items():
        if kinds := _kinds(turned, (state,)):
            yield ApplicationDecided(**about, decision=decision, kinds=kinds, ground=_ground(turned, state))


def _ground(turned: Sequence[Moved], state: State) -> RefusalGround | None:
    return next((one.ground for one in turned if one.ground and one.state is state), None)


def _kinds(moved: Sequence[Moved], states: Sequence[State]) -> Kinds:
    return tuple(one.kind for one in moved if one.state in states)
