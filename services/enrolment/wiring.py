"""Wiring: the only file that knows which real parts enrolment runs on."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from contracts.enrolment.audit import AuditPlaces, PlacesAudited
from plumbing.house import House
from plumbing.operate import Operated
from plumbing.scope import PLATFORM, Scope
from services.enrolment import store
from services.enrolment.application.auditing import audit_places as audit_school
from services.enrolment.application.beginning import begin_all_left_over


def build() -> House:
    """Return enrolment on its own database."""
    return House(service="enrolment", unit=store.EnrolmentUnit)


def seed(house: House, plain: dict[str, Any]) -> None:
    """Keep the programme (and applications) of a file, each in its school; nothing is announced but what
    follows from its chain, where that is known.

    `plain` is {"term": {name, first, last, letter}, "sessions": [{session_id, district_id, school_id, kind, name,
    grades, weekdays, starts_at, ends_at, collect_by, summer_ends_at}], "offerings": [{offering_id, district_id,
    school_id, session_id, kind, sort, title, weekdays, grades, capacity, location, lead_id}], "applications":
    [{application_id, district_id, school_id, pupil_id, class_id, applicant_id, submitted_at, places: [{offering_id,
    weekdays}]}]}; the last list may be absent, and so may the letter, the summer's hours, a sort, a place, a lead, and
    the id of a session's programme and how it places.
    """
    _keep(house, plain["term"], plain["sessions"], store.keep_session)
    _keep(house, plain["term"], plain["offerings"], store.keep_offering)
    _keep(house, plain["term"], plain.get("applications", ()), store.keep_application, begin_all_left_over)


def audit_places(house: House, ask: AuditPlaces) -> PlacesAudited:
    """Look through every school's places, one transaction each."""
    with house.database.begin(PLATFORM) as connection:
        schools = store.schools(store.EnrolmentUnit(connection, scope=PLATFORM, request_id="audit"))
    found = [_audited(house, ask, school_id) for school_id in schools]
    return PlacesAudited(
        schools=len(found), offerings=sum(one.offerings for one in found),
        applications=sum(one.applications for one in found), wrong=tuple(said for one in found for said in one.wrong),
    )


OPERATED = {"audit_places": Operated(ask=AuditPlaces, act=audit_places)}


def _audited(house: House, ask: AuditPlaces, school_id: str) -> PlacesAudited:
    scope = Scope(school_id=school_id)
    with house.database.begin(scope) as connection:
        return audit_school(store.EnrolmentUnit(connection, scope=scope, request_id="audit"), ask)


def _keep(
    house: House, term: dict[str, Any], rows: Iterable[dict[str, Any]], keep: Callable[..., None],
    then: Callable[[Any], None] = lambda _: None,
) -> None:
    for scope, own in _by_school(rows).items():
        with house.database.begin(scope) as connection:
            unit = store.EnrolmentUnit(connection, scope=scope, request_id="seed")
            for row in own:
                keep(unit, term, row)
            then(unit)


def _by_school(rows: Iterable[dict[str, Any]]) -> dict[Scope, list[dict[str, Any]]]:
    schools: dict[Scope, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        schools[Scope(district_id=row["district_id"], school_id=row["school_id"])].append(row)
    return schools
