"""Sessions of the demo: when each school's after-school service is, as its plan says (E7)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from demo.ids import an_id
from demo.people import District, School

CARE, SHORTER, CLUBS, LATER = "放学后", "放学后（低年级）", "社团", "later "
_LATER_WORDS = {"subject_help": "答疑", "tutoring_for_the_strong": "提高"}


@dataclass(frozen=True, kw_only=True)
class Session:
    """As enrolment's seed reads it."""

    session_id: str
    district_id: str
    school_id: str
    kind: str
    name: str
    grades: list[int]
    weekdays: list[int]
    starts_at: str
    ends_at: str
    collect_by: str
    summer_ends_at: str | None

    def dump(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        said = dict(vars(self))
        return said | {"name": _LATER_WORDS.get(self.name.removeprefix(LATER), self.name)}


def sessions(district: District, term: str) -> Iterator[Session]:
    """Yield the sessions of every school."""
    for school in district.schools:
        yield from _of(district, school, term)


def care_session(own: Sequence[Session], grade: int) -> Session:
    """Return the session in which a grade is looked after."""
    return next(one for one in own if one.name in (CARE, SHORTER) and grade in one.grades)


def _of(district: District, school: School, term: str) -> Iterator[Session]:
    care = school.plan.care
    shorter = care.get("shorter")
    low = [grade for grade in school.plan.classes if shorter and grade in shorter["grades"]]
    hours = {"ends_at": care["ends_at"]["winter"], "collect_by": care["collect_by"]}
    summer = care["ends_at"]["summer"] if care["ends_at"]["summer"] != hours["ends_at"] else None

    def session(name: str, grades: Iterable[int], **said: Any) -> Session:
        usual = {
            "district_id": district.district_id, "school_id": school.school_id, "kind": "after_school",
            "weekdays": list(care["weekdays"]), "starts_at": care["starts_at"], "summer_ends_at": None, **hours,
        }
        session_id = an_id("session", school.plan.key, name, term)
        return Session(session_id=session_id, name=name, grades=list(grades), **{**usual, **said})

    yield session(CARE, [grade for grade in school.plan.classes if grade not in low], summer_ends_at=summer)
    if shorter:
        early = {name: shorter[name] for name in ("ends_at", "collect_by")}
        yield session(SHORTER, low, **early)
        yield session(CLUBS, school.plan.classes, **early)
    for later in care.get("later_sessions", ()):
        grades = [grade for grade in later["grades"] if grade in school.plan.classes]
        yield session(f"{LATER}{later['kind']}", grades, ends_at=later["until"], collect_by=later["until"])
