"""Offerings of the demo: basic care for each grade, and the clubs of each school's plan (E7, E8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from demo.chance import chance
from demo.ids import an_id
from demo.people import NUMERALS, District, School
from demo.plans import CARDS

_WINTER_MONTHS = frozenset({9, 10, 11, 12, 1})
_FEWEST, _MOST, _ONE = 15, 30, 1


@dataclass(frozen=True, kw_only=True)
class Offering:
    """As enrolment's seed reads it."""

    offering_id: str
    district_id: str
    school_id: str
    kind: str
    title: str
    weekdays: list[int]
    starts_at: str
    ends_at: str
    collect_by: str
    capacity: int
    grades: list[int]

    def dump(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return dict(vars(self))


def offerings(district: District, term: str, first_month: int) -> Iterator[Offering]:
    """Yield what every school offers in a term that begins in this month."""
    season = "winter" if first_month in _WINTER_MONTHS else "summer"
    for school in district.schools:
        common = {"district_id": district.district_id, "school_id": school.school_id, **_hours(school, season)}
        yield from _care(school, term, common)
        yield from _clubs(school, term, common)


def _hours(school: School, season: str) -> dict[str, str]:
    care = school.plan.care
    return {"starts_at": care["starts_at"], "ends_at": care["ends_at"][season], "collect_by": care["collect_by"]}


def _care(school: School, term: str, common: dict[str, Any]) -> Iterator[Offering]:
    for grade in school.plan.classes:
        yield Offering(
            offering_id=an_id("care", school.plan.key, grade, term),
            kind="basic_care",
            title=f"{NUMERALS[grade]}年级基本看护",
            weekdays=list(school.plan.care["weekdays"]),
            capacity=_MOST * school.plan.classes[grade],
            grades=[grade],
            **{**common, **_shorter(school, grade)},
        )


def _shorter(school: School, grade: int) -> dict[str, str]:
    """Return what differs for a grade whose day is shorter by a derogation."""
    shorter = school.plan.care.get("shorter", {"grades": ()})
    return {name: shorter[name] for name in ("ends_at", "collect_by")} if grade in shorter["grades"] else {}


def _clubs(school: School, term: str, common: dict[str, Any]) -> Iterator[Offering]:
    """Each club meets on one day; the cards' school has one with a single place, so that their families make a line."""
    care, grades = school.plan.care, list(school.plan.classes)
    weekdays = care.get("club_weekdays", care["weekdays"])
    for place, title in enumerate(care["clubs"]):
        luck = chance("club", school.plan.key, title)
        single = school.plan.key == CARDS and place == 0
        yield Offering(
            offering_id=an_id("club", school.plan.key, title, term),
            kind="club",
            title=title,
            weekdays=[weekdays[place % len(weekdays)]],
            capacity=_ONE if single else luck.randint(_FEWEST, _MOST),
            grades=grades,
            **common,
        )
