"""Outcomes: what follows for applications when their cases have gone on: places, where they stand, the news of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from contracts.enrolment.application import (
    Application,
    ApplicationDecided,
    ApplicationReturned,
    ApplicationState,
    Decision,
)
from contracts.enrolment.offering import OfferingKind
from contracts.event import Event
from engines.approval import Changed
from engines.approval import State as CaseState
from services.enrolment.application.seats import seat_or_queue
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
    """A case that has gone on, the application it is of, and what kind of service it decides."""

    application: Application
    kind: OfferingKind
    changed: Changed

    @property
    def state(self) -> State:
        """Return where the part stands now."""
        return _STATE_OF[self.changed.case.state]

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
    turned = [one for one in moved if one.turned]
    for application_id, own in groupby(turned, lambda one: one.application.application_id):
        of_one = [one for one in moved if one.application.application_id == application_id]
        _settle(unit, of_one, list(own), reason)


def _settle(unit: Unit, moved: Sequence[Moved], turned: Sequence[Moved], reason: str) -> None:
    """Give or let go the places of what is decided; say where the application stands, and tell of it."""
    application = moved[0].application
    now = {part.kind: State(part.state) for part in application.parts} | {one.kind: one.state for one in moved}
    _mark(unit, application, standing(now.values()), reason)
    if gone := _kinds(turned, _GONE):
        unit.release(application.application_id, gone)
    news = list(_news(application, turned))
    if given := _kinds(turned, (State.APPROVED,)):
        places = unit.hold_offerings(application.application_id)
        news += [seat_or_queue(unit, application, place) for place in places if place.kind in given]
    unit.emit_all(news)


def _mark(unit: Unit, application: Application, state: State, reason: str) -> None:
    if state is State.SUBMITTED:
        unit.mark(application.application_id, ApplicationState(state))
    else:
        unit.mark_decided(application.application_id, ApplicationState(state), reason)


def _news(application: Application, turned: Sequence[Moved]) -> Iterator[Event]:
    about = {name: getattr(application, name) for name in ("application_id", "pupil_id", "class_id")}
    if returned := _kinds(turned, (State.RETURNED,)):
        yield ApplicationReturned(**about, kinds=returned)
    for state, decision in _LAST_WORD.items():
        if kinds := _kinds(turned, (state,)):
            yield ApplicationDecided(**about, decision=decision, kinds=kinds)


def _kinds(moved: Sequence[Moved], states: Sequence[State]) -> Kinds:
    return tuple(one.kind for one in moved if one.state in states)
