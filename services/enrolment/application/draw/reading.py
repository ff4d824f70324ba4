"""Reading: a draw as everybody of the school sees it, and a family its own ticket."""

from collections.abc import Iterator

from contracts.actor import Role
from contracts.enrolment.draw import Draw, DrawnClub, DrawRecord, OwnTicket, ReadDraw, ReadDrawRecord
from contracts.enrolment.programme import PROGRAMME_OFFICE, Placing, Programme, ProgrammeState
from contracts.errors import NotFound
from engines.draw import Drawn, Round, explained, record_from_plain
from services.enrolment.application.draw import refusals
from services.enrolment.application.unit import Unit
from services.enrolment.application.unit.draws import KeptDraw


def read_draw(unit: Unit, ask: ReadDraw) -> Draw:
    """Return the draw of a programme; before its list is closed, only its office sees how many would be on it."""
    programme = drawn_programme(unit, unit.programme(ask.programme_id))
    return seen(unit, programme, unit.draw_of(ask.programme_id))


def read_record(unit: Unit, ask: ReadDrawRecord) -> DrawRecord:
    """Return all that it takes to draw again. Raises NotFound before the list is closed."""
    kept = unit.draw_of(ask.programme_id)
    if kept is None:
        raise NotFound
    return DrawRecord(record=dict(kept.record))


def drawn_programme(unit: Unit, programme: Programme | None) -> Programme:
    """Return a programme whose clubs are drawn. Raises NotFound for any other."""
    if programme is None or (programme.state, programme.placing) != (ProgrammeState.ANNOUNCED, Placing.DRAW):
        raise NotFound
    return programme


def seen(unit: Unit, programme: Programme, kept: KeptDraw | None) -> Draw:
    """Return a draw as the asker sees it."""
    programme_id, office = programme.programme_id, bool(unit.actor.roles() & PROGRAMME_OFFICE)
    if kept is None:
        return Draw(
            programme_id=programme_id, term=programme.term, asked=len(unit.asking(programme_id)) if office else 0,
            undecided=unit.undecided(programme_id) if office else 0,
            may_close=office and refusals.too_early(programme, unit.today) is None,
        )
    drawn = record_from_plain(dict(kept.record))
    of = drawn.round if isinstance(drawn, Drawn) else drawn
    return Draw(
        programme_id=programme_id, term=programme.term, asked=len(of.tickets),
        undecided=unit.undecided(programme_id) if office else 0, may_close=False, source=of.source, form=of.form,
        value_on=kept.value_on, sha256=of.sha256, closed_at=kept.closed_at,
        value=drawn.value if isinstance(drawn, Drawn) else None, drawn_at=kept.drawn_at,
        committed_at=kept.committed_at, clubs=tuple(_clubs(drawn)), own=tuple(_own(unit, programme_id, drawn)),
    )


def _clubs(drawn: Round | Drawn) -> Iterator[DrawnClub]:
    if isinstance(drawn, Drawn):
        for club in drawn.round.clubs:
            given, waiting = len(drawn.given[club.id]), len(drawn.waiting[club.id])
            yield DrawnClub(offering_id=club.id, title=club.title, places=club.places, given=given, waiting=waiting)
    else:
        yield from (DrawnClub(offering_id=club.id, title=club.title, places=club.places) for club in drawn.clubs)


def _own(unit: Unit, programme_id: str, drawn: Round | Drawn) -> Iterator[OwnTicket]:
    own = [grant.pupil_id for grant in unit.actor.grants if grant.role is Role.GUARDIAN and grant.pupil_id]
    for ticket, pupil_id in unit.own_tickets(programme_id, own):
        told = explained(drawn, ticket) if isinstance(drawn, Drawn) else ()
        yield OwnTicket(pupil_id=pupil_id, ticket=ticket, told=told)
