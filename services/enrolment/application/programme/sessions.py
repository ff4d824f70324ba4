"""Sessions: the parts of the day of a programme are written and dropped (E7)."""

from collections.abc import Sequence

from contracts.enrolment.planned import Planned
from contracts.enrolment.programme import Programme, ProgrammeState
from contracts.enrolment.session import DropSession, ServiceSession, WriteSession
from contracts.errors import InvalidRequest, NotFound
from services.enrolment.application.programme import refusals
from services.enrolment.application.programme.judging import judgement_of, refuse_what_stands_in_the_way
from services.enrolment.application.programme.reading import afterwards
from services.enrolment.application.unit import Unit

_BINDING = (
    "kind", "grades", "weekdays", "starts_at", "ends_at", "collect_by", "summer_starts_at", "summer_ends_at",
    "summer_collect_by",
)
"""What a family that has applied goes by."""


def write_session(unit: Unit, ask: WriteSession) -> Programme:
    """Let a session be so.

    Raises NotFound, Conflict (somebody changed it meanwhile; families have applied), InvalidRequest, and, for a
    programme that is announced, RuleRefused.
    """
    programme = unit.take_programme(ask.programme_id)
    if programme is None:
        raise NotFound
    before = _named(programme, ask.session_id, ask.changes) if ask.session_id else None
    inside = [one for one in programme.offerings if before and one.session_id == before.session_id]
    _refuse_unclear_hours(ask)
    _refuse_to_leave_out(ask, inside)
    if before and _binds_otherwise(before, ask) and any(unit.asked_for(one.offering_id) for one in inside):
        raise refusals.applied_for_already()
    session_id = ask.session_id or unit.new_id()
    unit.keep_session(session_id, ask)
    unit.audit("write_session", "session", session_id)
    return checked(unit, programme)


def drop_session(unit: Unit, ask: DropSession) -> Programme:
    """Let the programme do without a session. Raises NotFound, Conflict (changed meanwhile; something is in it)."""
    programme_id = unit.programme_of_session(ask.session_id)
    programme = unit.take_programme(programme_id) if programme_id else None
    if programme is None:
        raise NotFound
    _named(programme, ask.session_id, ask.changes)
    if inside := [one.title for one in programme.offerings if one.session_id == ask.session_id]:
        raise refusals.session_in_use(inside)
    unit.drop_session(ask.session_id)
    unit.audit("drop_session", "session", ask.session_id)
    return checked(unit, programme)


def checked(unit: Unit, before: Programme) -> Programme:
    """Return the programme as it has become; one that is announced has to hold to every norm. Raises RuleRefused."""
    programme = afterwards(unit, before.programme_id)
    if programme.state is ProgrammeState.ANNOUNCED:
        refuse_what_stands_in_the_way(judgement_of(unit, programme))
    return programme


def _named(programme: Programme, session_id: str, changes: int) -> ServiceSession:
    found = next((one for one in programme.sessions if one.session_id == session_id), None)
    if found is None:
        raise NotFound
    if found.changes != changes:
        raise refusals.changed_meanwhile()
    return found


def _binds_otherwise(before: ServiceSession, ask: WriteSession) -> bool:
    return any(getattr(before, name) != getattr(ask, name) for name in _BINDING)


def _refuse_unclear_hours(ask: WriteSession) -> None:
    """Raise InvalidRequest unless it ends after it begins, and nobody is to be collected before that."""
    wrong = {"ends_at": ask.ends_at <= ask.starts_at, "collect_by": ask.collect_by < ask.ends_at}
    if not any(wrong.values()):
        starts_at, ends_at = ask.summer_starts_at or ask.starts_at, ask.summer_ends_at or ask.ends_at
        wrong["summer_ends_at"] = ends_at <= starts_at
        wrong["summer_collect_by"] = (ask.summer_collect_by or ask.collect_by) < ends_at
    if fields := {name: [refusals.HOURS_WORDS[name]] for name, is_wrong in wrong.items() if is_wrong}:
        raise InvalidRequest(details={"fields": fields})


def _refuse_to_leave_out(ask: WriteSession, inside: Sequence[Planned]) -> None:
    """Raise InvalidRequest where something in the session is for a grade, or on a day, that it is to have no more."""
    wrong = {
        "grades": [one.title for one in inside if not set(one.grades) <= set(ask.grades)],
        "weekdays": [one.title for one in inside if not set(one.weekdays) <= set(ask.weekdays)],
    }
    if fields := {name: [refusals.left_out(titles)] for name, titles in wrong.items() if titles}:
        raise InvalidRequest(details={"fields": fields})
