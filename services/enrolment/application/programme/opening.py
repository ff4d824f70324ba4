"""Opening: the programme of a term is begun, empty or like an earlier one."""

from dataclasses import replace

from contracts.enrolment.programme import OpenProgramme, Programme, TermPlan
from contracts.enrolment.session import ServiceSession, WriteSession
from contracts.errors import NotFound
from services.enrolment.application.programme import refusals
from services.enrolment.application.programme.reading import afterwards
from services.enrolment.application.unit import Unit


def open_programme(unit: Unit, ask: OpenProgramme) -> Programme:
    """Begin the programme of a term of the calendar that is not over. Raises NotFound, Conflict (there is one)."""
    plan, pattern = _term(unit, ask.term), _pattern(unit, ask.like)
    programme_id = unit.new_id()
    if not unit.open_programme(plan, programme_id):
        raise refusals.begun_already()
    if pattern:
        _copy(unit, pattern, programme_id)
    unit.audit("open_programme", "programme", programme_id)
    return afterwards(unit, programme_id)


def _term(unit: Unit, name: str) -> TermPlan:
    published = unit.calendar()
    for term in published.terms if published else ():
        if term.name == name and term.last >= unit.today:
            return TermPlan(term=term.name, first_day=term.first, last_day=term.last)
    raise NotFound


def _pattern(unit: Unit, programme_id: str | None) -> Programme | None:
    if programme_id is None:
        return None
    if (pattern := unit.programme(programme_id)) is None:
        raise NotFound
    return pattern


def _copy(unit: Unit, pattern: Programme, programme_id: str) -> None:
    """Let the new programme begin like the other; whoever no longer works at the school is left out."""
    staff, now_called = unit.staff_of_school(), {one.session_id: unit.new_id() for one in pattern.sessions}
    for session in pattern.sessions:
        unit.keep_session(now_called[session.session_id], _session(session, programme_id))
    for offering in pattern.offerings:
        again = replace(
            offering, session_id=now_called[offering.session_id],
            lead_id=offering.lead_id if offering.lead_id in staff else None,
            cover_id=offering.cover_id if offering.cover_id in staff else None,
        )
        unit.keep_offering(programme_id, unit.new_id(), again)


def _session(session: ServiceSession, programme_id: str) -> WriteSession:
    said = {name: value for name, value in vars(session).items() if name != "session_id"}
    return WriteSession(**said, programme_id=programme_id)
