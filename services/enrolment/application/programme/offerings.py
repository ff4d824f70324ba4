"""Offerings: what a programme offers is written and dropped; more places go to those who wait (E8, E9, E10)."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from contracts.enrolment.offering import WEEKDAY_LABELS
from contracts.enrolment.planned import Described, DropOffering, Planned, StaffKind, WriteOffering
from contracts.enrolment.programme import Programme
from contracts.enrolment.session import GRADE_LABELS, ServiceSession
from contracts.errors import InvalidRequest, NotFound
from services.enrolment.application.programme import refusals
from services.enrolment.application.programme.sessions import checked
from services.enrolment.application.seats import fill
from services.enrolment.application.unit import Unit

_MOST_NAMED = 100


def write_offering(unit: Unit, ask: WriteOffering) -> Programme:
    """Let an offering be so; where there are more places now, those who have waited longest have them.

    Raises NotFound, Conflict (somebody changed it meanwhile; families have applied; fewer places than are given),
    InvalidRequest, and, for a programme that is announced, RuleRefused.
    """
    programme = unit.take_programme(ask.programme_id)
    if programme is None:
        raise NotFound
    before = _named(programme, ask.offering_id, ask.changes) if ask.offering_id else None
    put(unit, programme, ask, before)
    return checked(unit, programme)


def put(unit: Unit, programme: Programme, asked: Described, before: Planned | None) -> None:
    """Let an offering of the programme be so: the one there was before, or a new one; the norms are not asked.

    Raises InvalidRequest, and Conflict where families would lose what they have applied for.
    """
    session = next((one for one in programme.sessions if one.session_id == asked.session_id), None)
    if session is None:
        raise InvalidRequest(details={"fields": {"session_id": ["请选一个时段。"]}})
    said = with_lead(asked)
    _refuse_unclear(unit, said, session)
    offering_id = before.offering_id if before else unit.new_id()
    if before:
        _refuse_what_families_would_lose(unit, programme, before, said)
    unit.keep_offering(programme.programme_id, offering_id, said)
    unit.audit("write_offering", "offering", offering_id)
    if before and said.capacity > before.capacity:
        unit.emit_all(sorted(fill(unit, offering_id), key=lambda news: news.aggregate_id))


def drop_offering(unit: Unit, ask: DropOffering) -> Programme:
    """Let the programme do without an offering. Raises NotFound, Conflict (changed meanwhile; asked for)."""
    programme_id = unit.programme_of_offering(ask.offering_id)
    programme = unit.take_programme(programme_id) if programme_id else None
    if programme is None:
        raise NotFound
    _named(programme, ask.offering_id, ask.changes)
    unit.hold_offering(ask.offering_id)
    if unit.asked_for(ask.offering_id):
        raise refusals.asked_for_already()
    unit.drop_offering(ask.offering_id)
    unit.audit("drop_offering", "offering", ask.offering_id)
    return checked(unit, programme)


def _named(programme: Programme, offering_id: str, changes: int) -> Planned:
    found = next((one for one in programme.offerings if one.offering_id == offering_id), None)
    if found is None:
        raise NotFound
    if found.changes != changes:
        raise refusals.changed_meanwhile()
    return found


def with_lead(said: Described) -> Described:
    """Return what is said: whoever of the school leads it, it is run by its own teachers too."""
    kinds = set(said.staff_kinds) | ({StaffKind.OWN} if said.lead_id else set())
    return replace(said, staff_kinds=tuple(kind for kind in StaffKind if kind in kinds))


def _refuse_unclear(unit: Unit, said: Described, session: ServiceSession) -> None:
    """Raise InvalidRequest with every field that does not fit its session, the school's people, or another field."""
    if fields := dict(_unclear(unit, said, session)):
        raise InvalidRequest(details={"fields": {name: [words] for name, words in fields.items()}})


def _unclear(unit: Unit, said: Described, session: ServiceSession) -> Iterator[tuple[str, str]]:
    if beyond := sorted(set(said.grades) - set(session.grades)):
        yield "grades", refusals.beyond_session(session.name, [GRADE_LABELS[grade] for grade in beyond])
    if beyond := sorted(set(said.weekdays) - set(session.weekdays)):
        yield "weekdays", refusals.beyond_session(session.name, [WEEKDAY_LABELS[day] for day in beyond])
    yield from _unclear_staff(said, unit.staff_of_school())
    yield from _unclear_institution(said)


def _unclear_staff(said: Described, staff: Collection[str]) -> Iterator[tuple[str, str]]:
    for name in ("lead_id", "cover_id"):
        if getattr(said, name) not in (None, *staff):
            yield name, "请选一位本校的老师。"
    if said.cover_id is not None and said.cover_id == said.lead_id:
        yield "cover_id", "替补教师和负责教师要是两个人。"
    if not said.staff_kinds:
        yield "staff_kinds", "请写明由谁来做：选负责教师，或者选服务人员。"


def _unclear_institution(said: Described) -> Iterator[tuple[str, str]]:
    if StaffKind.INSTITUTION in said.staff_kinds and not said.institution:
        yield "institution", "请填校外机构的名称。"
    if StaffKind.INSTITUTION in said.staff_kinds and said.institution_sort is None:
        yield "institution_sort", "请选这家机构是哪一类。"
    if said.institution and StaffKind.INSTITUTION not in said.staff_kinds:
        yield "staff_kinds", "填了校外机构，请在服务人员里也选上“校外机构”。"


def _refuse_what_families_would_lose(unit: Unit, programme: Programme, before: Planned, said: Described) -> None:
    """Raise Conflict where those who have asked for it would get something else, or nothing."""
    taken = unit.hold_offering(before.offering_id)
    draw = unit.draw_of(programme.programme_id)
    if draw and not draw.committed_at and said.capacity < before.capacity:
        raise refusals.places_are_promised()
    if said.capacity < taken:
        raise refusals.more_are_placed(taken, unit.placed_in(before.offering_id, _MOST_NAMED))
    same = before.sort is said.sort and before.session_id == said.session_id
    same = same and set(before.weekdays) == set(said.weekdays) and set(before.grades) <= set(said.grades)
    if not (same and said.fee_yuan <= before.fee_yuan) and unit.asked_for(before.offering_id):
        raise refusals.applied_for_already()
