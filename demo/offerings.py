"""Offerings of the demo: basic care for each grade, and the clubs of each school's plan (E7, E8, E9)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from contracts.actor import Role
from demo.chance import chance
from demo.ids import an_id
from demo.people import NUMERALS, Colleague, District, School
from demo.plans import CARDS
from demo.sessions import CLUBS, LATER, Session, care_session

_FEWEST, _MOST, _ONE = 15, 30, 1
_OUTDOORS = {"足球": "足球场", "篮球": "篮球场", "田径": "跑道", "轮滑": "风雨操场", "跑操": "操场", "跳皮筋": "东操场"}
_HELP = {"subject_help": "学科答疑", "tutoring_for_the_strong": "提高辅导"}


@dataclass(frozen=True, kw_only=True)
class Offering:
    """As enrolment's seed reads it."""

    offering_id: str
    district_id: str
    school_id: str
    session_id: str
    kind: str
    sort: str
    title: str
    weekdays: list[int]
    capacity: int
    grades: list[int]
    location: str
    lead_id: str | None
    staff_kinds: list[str]

    def dump(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return dict(vars(self))


def offerings(district: District, term: str, planned: Sequence[Session]) -> Iterator[Offering]:
    """Yield what every school offers in a term, in the sessions that it has planned."""
    for school in district.schools:
        own = [session for session in planned if session.school_id == school.school_id]
        common = {"district_id": district.district_id, "school_id": school.school_id}
        yield from _care(school, term, own, common)
        yield from _clubs(school, term, own, common)
        yield from _help(school, term, own, common)


def _care(school: School, term: str, own: Sequence[Session], common: dict[str, Any]) -> Iterator[Offering]:
    """The head teacher of a grade's first class looks after it."""
    for grade in school.plan.classes:
        session, first = care_session(own, grade), school.the_class(grade, 1)
        yield Offering(
            offering_id=an_id("care", school.plan.key, grade, term),
            session_id=session.session_id,
            kind="basic_care",
            sort="basic_care",
            title=f"{NUMERALS[grade]}年级基本看护",
            weekdays=session.weekdays,
            capacity=_MOST * school.plan.classes[grade],
            grades=[grade],
            location=f"{first.name}教室",
            lead_id=next(c.person.person_id for c in school.staff if _heads(c, first.class_id)),
            staff_kinds=["own"],
            **common,
        )


def _clubs(school: School, term: str, own: Sequence[Session], common: dict[str, Any]) -> Iterator[Offering]:
    """Each club meets on one day; the cards' school has one with a single place, so that their families make a line.

    A teacher who is free that day leads it, and where nobody is, somebody qualified from outside.
    """
    session = next((one for one in own if one.name == CLUBS), care_session(own, max(school.plan.classes)))
    weekdays = list(school.plan.care.get("club_weekdays", session.weekdays))
    free = {day: _free_teachers(school) for day in weekdays}
    for number, title in enumerate(school.plan.care["clubs"]):
        luck, day = chance("club", school.plan.key, title), weekdays[number % len(weekdays)]
        single, outdoors = school.plan.key == CARDS and number == 0, next((w for w in _OUTDOORS if w in title), None)
        lead = next(free[day], None)
        yield Offering(
            offering_id=an_id("club", school.plan.key, title, term),
            session_id=session.session_id,
            kind="club",
            sort="outdoor_club" if outdoors else "club",
            title=title,
            weekdays=[day],
            capacity=_ONE if single else luck.randint(_FEWEST, _MOST),
            grades=list(school.plan.classes),
            location=_OUTDOORS[outdoors] if outdoors else f"社团教室 {number + 1}",
            lead_id=lead.person.person_id if lead else None,
            staff_kinds=["own"] if lead else ["qualified"],
            **common,
        )


def _help(school: School, term: str, own: Sequence[Session], common: dict[str, Any]) -> Iterator[Offering]:
    """What a plan has after its care: help with a subject, which is no new lesson (E8)."""
    for session in own:
        if session.name.startswith(LATER):
            yield Offering(
                offering_id=an_id("help", school.plan.key, session.name, term),
                session_id=session.session_id,
                kind="club",
                sort="subject_help",
                title=_HELP[session.name.removeprefix(LATER)],
                weekdays=session.weekdays,
                capacity=_MOST,
                grades=session.grades,
                location="",
                lead_id=None,
                staff_kinds=["own"],
                **common,
            )


def _free_teachers(school: School) -> Iterator[Colleague]:
    """Yield who teaches and heads no class."""
    for one in school.staff:
        roles = {grant.role for grant in one.grants}
        if Role.TEACHER in roles and Role.HEAD_TEACHER not in roles:
            yield one


def _heads(colleague: Colleague, class_id: str) -> bool:
    return any((g.role, g.class_id) == (Role.HEAD_TEACHER, class_id) for g in colleague.grants)
