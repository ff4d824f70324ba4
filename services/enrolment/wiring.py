"""Wiring: the only file that knows which real parts enrolment runs on."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from plumbing.house import House
from plumbing.scope import Scope
from services.enrolment import store
from services.enrolment.application.beginning import begin_all_left_over


def build() -> House:
    """Return enrolment on its own database."""
    return House(service="enrolment", unit=store.EnrolmentUnit)


def seed(house: House, plain: dict[str, Any]) -> None:
    """Keep the offerings (and applications) of a file, each in its school; nothing is announced but what
    follows from its chain, where that is known.

    `plain` is {"term": {name, first, last}, "offerings": [{offering_id, district_id, school_id, kind, title, weekdays,
    starts_at, ends_at, collect_by, grades, capacity}], "applications": [{application_id, district_id, school_id,
    pupil_id, class_id, applicant_id, submitted_at, places: [{offering_id, weekdays}]}]}; the last list may be absent.
    """
    _keep(house, plain["term"], plain["offerings"], store.keep_offering)
    _keep(house, plain["term"], plain.get("applications", ()), store.keep_application, begin_all_left_over)


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
