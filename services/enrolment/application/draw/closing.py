"""Closing: the list of a draw, once and for all; its hash is public before the value exists (E10)."""

from collections.abc import Mapping, Sequence

from contracts.enrolment.draw import CloseList, Draw, DrawClosed
from contracts.enrolment.planned import Planned
from contracts.enrolment.programme import Programme
from contracts.errors import Conflict
from engines.draw import Club, Round, Ticket, record_to_plain
from services.enrolment.application.draw import refusals
from services.enrolment.application.draw.reading import drawn_programme, seen
from services.enrolment.application.unit import Unit
from services.enrolment.application.unit.draws import Asking, KeptDraw
from services.enrolment.domain.public_value import named, round_name
from services.enrolment.domain.slots import slots_of


def close_list(unit: Unit, ask: CloseList) -> Draw:
    """Close the list: every approved child's ranked clubs under a ticket, the places that are free, and what decides.

    Raises NotFound, Conflict (families may still apply; closed already; nobody asks), InvalidRequest (a value that may
    be known already).
    """
    programme = drawn_programme(unit, unit.take_programme(ask.programme_id))
    if unit.draw_of(ask.programme_id):
        raise refusals.closed_already()
    if words := refusals.too_early(programme, unit.today):
        raise Conflict(words)
    if ask.value_on <= unit.today:
        raise refusals.value_too_soon(unit.today)
    asking = unit.asking(ask.programme_id)
    if not asking:
        raise refusals.nobody_asks()
    tickets = {unit.secret(): one for one in asking}
    decides = named(ask.value, ask.value_on)
    closed = Round(
        name=round_name(programme.term), source=decides.source, form=decides.form, most_per_ticket=programme.most_clubs,
        clubs=tuple(_clubs(unit, programme, asking)),
        tickets=tuple(Ticket(id=ticket, choices=one.offering_ids) for ticket, one in tickets.items()),
    )
    kept = KeptDraw(
        programme_id=ask.programme_id, record=record_to_plain(closed), value_on=ask.value_on, closed_at=unit.now
    )
    unit.keep_draw(kept, {ticket: one.application_id for ticket, one in tickets.items()})
    unit.audit("close_list", "programme", ask.programme_id)
    unit.emit_all((DrawClosed(
        programme_id=ask.programme_id, sha256=closed.sha256, tickets=len(tickets), value_on=ask.value_on
    ),))
    return seen(unit, programme, kept)


def _clubs(unit: Unit, programme: Programme, asking: Sequence[Asking]) -> list[Club]:
    asked = {offering_id for one in asking for offering_id in one.offering_ids}
    clubs: Mapping[str, Planned] = {one.offering_id: one for one in programme.offerings if one.offering_id in asked}
    spans = unit.timetable(list(clubs)).spans
    slots = slots_of(spans, {offering_id: club.weekdays for offering_id, club in clubs.items()})
    return [
        Club(id=offering_id, title=club.title, places=club.capacity - club.taken, slots=slots[offering_id])
        for offering_id, club in clubs.items()
    ]
