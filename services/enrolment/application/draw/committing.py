"""Committing: the places become what was drawn; what came free meanwhile goes to whoever waits (E10)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from contracts.enrolment.draw import CommitDraw, Draw, DrawCommitted
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.place import PlaceGiven, PlaceReleased, PlaceState, PlaceWaiting
from contracts.event import Event
from engines.draw import Drawn, Why, record_from_plain
from services.enrolment.application.draw import refusals
from services.enrolment.application.draw.reading import drawn_programme, seen
from services.enrolment.application.seats import fill
from services.enrolment.application.unit import Unit
from services.enrolment.application.unit.draws import Allotted, Asking

_STATES = {Why.GIVEN: PlaceState.GIVEN, Why.FULL: PlaceState.WAITING}


def commit_draw(unit: Unit, ask: CommitDraw) -> Draw:
    """Let every place be as it was drawn, and every line as well.

    Who has withdrawn since the list was closed has nothing; what would have been theirs goes to the next. Raises
    NotFound, Conflict (not drawn; committed already).
    """
    programme = drawn_programme(unit, unit.take_programme(ask.programme_id))
    kept = unit.hold_draw(ask.programme_id)
    drawn = record_from_plain(dict(kept.record)) if kept else None
    if kept is None or not isinstance(drawn, Drawn):
        raise refusals.not_drawn()
    if kept.committed_at:
        raise refusals.committed_already()
    asking = {one.application_id: one for one in unit.asking(ask.programme_id)}
    came = unit.allot(list(_allotted(drawn, unit.tickets_of(ask.programme_id))))
    unit.keep_committed(ask.programme_id)
    moved = [news for club in drawn.round.clubs for news in fill(unit, club.id)]
    told = sorted([*_news(came, asking), *moved], key=lambda news: news.aggregate_id)
    unit.emit_all([*told, _committed(ask.programme_id, drawn, came)])
    unit.audit("commit_draw", "programme", ask.programme_id)
    return seen(unit, programme, unit.draw_of(ask.programme_id))


def _allotted(drawn: Drawn, tickets: Mapping[str, str]) -> Iterator[Allotted]:
    for turn in drawn.turns:
        if application_id := tickets.get(turn.ticket):
            for answer in turn.answers:
                state = _STATES.get(answer.why, PlaceState.RELEASED)
                yield Allotted(
                    application_id=application_id, offering_id=answer.club, state=state,
                    line_number=turn.number if state is PlaceState.WAITING else None,
                )


def _news(came: Sequence[Allotted], asking: Mapping[str, Asking]) -> Iterator[Event]:
    positions: dict[str, int] = {}
    for one in sorted(came, key=lambda each: each.line_number or 0):
        about = asking[one.application_id]
        said: dict[str, Any] = {
            "application_id": one.application_id, "pupil_id": about.pupil_id, "class_id": about.class_id,
            "offering_id": one.offering_id, "kind": OfferingKind.CLUB,
        }
        if one.state == PlaceState.GIVEN:
            yield PlaceGiven(**said)
        elif one.state == PlaceState.WAITING:
            positions[one.offering_id] = positions.get(one.offering_id, 0) + 1
            yield PlaceWaiting(**said, line_position=positions[one.offering_id])
        else:
            yield PlaceReleased(**said)


def _committed(programme_id: str, drawn: Drawn, came: Sequence[Allotted]) -> DrawCommitted:
    given, waiting = (sum(one.state == state for one in came) for state in (PlaceState.GIVEN, PlaceState.WAITING))
    return DrawCommitted(programme_id=programme_id, sha256=drawn.round.sha256, given=given, waiting=waiting)
