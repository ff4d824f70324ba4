"""Row: a line of a table as an offering of the programme, or what is wrong with it and what would do (E8, E9)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from marshmallow import ValidationError

from contracts.enrolment.offering import WEEKDAY_LABELS, OfferingSort
from contracts.enrolment.planned import Described, Planned
from contracts.enrolment.programme import Programme
from contracts.enrolment.session import GRADE_LABELS, ServiceSession
from gateway.language import phrase
from gateway.pasted import words
from gateway.pasted.table import Line, plain
from gateway.pasted.vocabulary import sounds_like_care, without_title
from gateway.pasted.words import Unclear

Found = TypeVar("Found")
COLUMN_LABELS = {
    "title": "名称", "sort": "类别", "session": "时段", "grades": "年级", "weekdays": "星期", "capacity": "名额",
    "location": "地点", "lead": "负责教师", "cover": "替补教师", "fee": "收费",
}
_COLUMN_OF = {"session_id": "session", "lead_id": "lead", "cover_id": "cover", "fee_yuan": "fee", "staff_kinds": "lead"}
_SAID = tuple(Described.__dataclass_fields__)


class Standing(StrEnum):
    """What writing a row would do: add an offering, change the one that stands, or nothing."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """Something that is wrong with a cell: in which column, what stands there, and what would do."""

    column: str
    cell: str
    words: str

    @property
    def label(self) -> str:
        """Return what the column is called."""
        return COLUMN_LABELS.get(self.column, "")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line as it was understood. `offering` is absent where anything is wrong."""

    number: int
    title: str
    offering: Described | None
    wrong: tuple[Wrong, ...]
    standing: Standing


@dataclass(frozen=True, kw_only=True)
class Known:
    """What rows are read against: the programme, and the school's people by name."""

    programme: Programme
    people: Mapping[str, Sequence[str]]

    def session(self, session_id: str) -> ServiceSession:
        """Return a session of the programme."""
        return next(one for one in self.programme.sessions if one.session_id == session_id)

    def stands(self, title: str, session_id: str | None = None) -> list[Planned]:
        """Return what the programme offers under this title, in this session or in any."""
        return [
            one for one in self.programme.offerings
            if plain(one.title) == plain(title) and session_id in (None, one.session_id)
        ]


def people_by_name(named: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the ids of people by their names without spaces; two may be called alike."""
    found: dict[str, list[str]] = {}
    for person_id, name in named.items():
        found.setdefault(plain(name), []).append(person_id)
    return found


def understood(lines: Sequence[Line], known: Known) -> list[Row]:
    """Return every line as an offering, or with all that is wrong with it; of two about the same, the later is."""
    rows: list[Row] = []
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        row = _Reader(line, known).row()
        if row.offering:
            place = row.offering.session_id, row.offering.title
            if place in seen:
                said = phrase("和第 {0} 行是同一个项目。请去掉一行，或者改一个名称。", seen[place])
                row = replace(row, offering=None, wrong=(Wrong(column="title", cell=row.title, words=said),))
            seen.setdefault(place, line.number)
        rows.append(row)
    return rows


def refused(row: Row, fields: Mapping[str, Sequence[str]]) -> Row:
    """Return a row with what enrolment has said of its fields."""
    wrong = tuple(
        Wrong(column=_COLUMN_OF.get(name, name), cell="", words=said) for name, told in fields.items() for said in told
    )
    return replace(row, offering=None, wrong=wrong)


class _Reader:
    """Reads one line, cell by cell, and keeps what is wrong."""

    def __init__(self, line: Line, known: Known):
        self._line, self._known = line, known
        self._wrong: list[Wrong] = []

    def row(self) -> Row:
        title = self._line.cells.get("title", "")
        session_id = self._session()
        before = next(iter(self._known.stands(title, session_id)), None) if session_id else None
        said = self._said(title, session_id, before) if session_id else {}
        offering = None if self._wrong else self._loaded(said)
        standing = Standing.NEW if before is None else Standing.CHANGED
        if before and offering and _values(before) == _values(offering):
            standing = Standing.SAME
        return Row(
            number=self._line.number, title=title, offering=offering, wrong=tuple(self._wrong), standing=standing
        )

    def _said(self, title: str, session_id: str, before: Planned | None) -> dict[str, Any]:
        """Return the plain values: what is written here, the rest as it stands or as is usual."""
        session = self._known.session(session_id)
        stands = {name: value for name, value in before.dump().items() if name in _SAID} if before else {}
        usual: dict[str, Any] = {"sort": str(_usual_sort(title)), "grades": list(session.grades)}
        sort = self._read("sort", words.sort_in)
        grades = self._read("grades", lambda cell: words.grades_in(cell, session.grades))
        weekdays = self._read("weekdays", words.weekdays_in)
        if (sort or usual["sort"]) == OfferingSort.BASIC_CARE:
            usual["weekdays"] = list(session.weekdays)
        written = {
            "sort": sort and str(sort), "grades": grades, "weekdays": weekdays,
            "capacity": self._read("capacity", words.places_in), "lead_id": self._read("lead", self._person),
            "cover_id": self._read("cover", self._person),
        }
        optional = {
            name: read for name, read in (("fee_yuan", self._fee()), ("location", self._line.cells.get("location")))
            if read is not None
        }
        said = {
            **usual, **stands, **{name: value for name, value in written.items() if value}, **optional,
            "title": stands.get("title", title), "session_id": session_id,
        }
        self._check(said, session, before)
        return said

    def _check(self, said: dict[str, Any], session: ServiceSession, before: Planned | None) -> None:
        beyond = [GRADE_LABELS[one] for one in said["grades"] if one not in session.grades]
        beyond_days = [WEEKDAY_LABELS[one] for one in said.get("weekdays", ()) if one not in session.weekdays]
        for column, lacking in (("grades", beyond), ("weekdays", beyond_days)):
            if lacking:
                said_of = phrase("时段“{0}”没有{1}。请改这一格，或者先改时段。", session.name, "、".join(lacking))
                self._note(column, said_of)
        if not said.get("weekdays") and not self._has("weekdays"):
            self._note("weekdays", "请写星期几，例如“周一、周三”。")
        if "capacity" not in said and not self._has("capacity"):
            self._note("capacity", "请写名额，例如 20。")
        if before is None and not said.get("lead_id") and not self._has("lead"):
            self._note("lead", "请写一位本校教师。由校外人员来做的，请在方案里用“加一个项目”。")
        if said.get("cover_id") and said.get("cover_id") == said.get("lead_id"):
            self._note("cover", "替补教师和负责教师要是两个人。")

    def _session(self) -> str | None:
        cell, sessions = self._line.cells.get("session", ""), self._known.programme.sessions
        named = [one for one in sessions if plain(one.name) == plain(cell)]
        found = named or [one for one in sessions if cell and plain(one.name) in plain(cell)]
        if not cell:
            of_title = {one.session_id for one in self._known.stands(self._line.cells.get("title", ""))}
            found = [one for one in sessions if one.session_id in of_title] if len(sessions) > 1 else list(sessions)
        if len(found) == 1:
            return found[0].session_id
        names = "、".join(one.name for one in sessions)
        self._note("session", phrase("请写一个时段：{0}。没有的，请先在方案里加时段。", names))
        return None

    def _person(self, cell: str) -> str:
        name = plain(cell)
        found = self._known.people.get(name) or self._known.people.get(without_title(name), [])
        if not found:
            raise Unclear(phrase("教职工里没有“{0}”。请检查姓名；一格只写一位，新来的老师请先加进教职工。", cell))
        if len(found) > 1:
            said = "有 {0} 位教职工叫“{1}”，分不清是哪一位。请空着这一格，写进方案以后再选。"
            raise Unclear(phrase(said, len(found), cell))
        return found[0]

    def _fee(self) -> int | None:
        return self._read("fee", words.fee_in) if "fee" in self._line.cells else None

    def _read(self, column: str, read: Callable[[str], Found]) -> Found | None:
        cell = self._line.cells.get(column, "")
        if not cell and column != "fee":
            return None
        try:
            return read(cell)
        except Unclear as problem:
            self._note(column, str(problem))
            return None

    def _loaded(self, said: dict[str, Any]) -> Described | None:
        try:
            return Described.load({name: list(v) if isinstance(v, tuple) else v for name, v in said.items()})
        except ValidationError as problem:
            for name, told in _sentences(problem.normalized_messages()):
                self._note(_COLUMN_OF.get(name, name), told)
            return None

    def _has(self, column: str) -> bool:
        return any(one.column == column for one in self._wrong)

    def _note(self, column: str, said: str) -> None:
        self._wrong.append(Wrong(column=column, cell=self._line.cells.get(column, ""), words=said))


def _usual_sort(title: str) -> OfferingSort:
    return OfferingSort.BASIC_CARE if sounds_like_care(title) else OfferingSort.CLUB


def _sentences(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, said in told.items():
        yield name, next(one for one in _flat(said))


def _flat(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    else:
        for one in said.values() if isinstance(said, dict) else said:
            yield from _flat(one)


def _values(said: Described) -> list[Any]:
    held = (getattr(said, name) for name in _SAID)
    return [frozenset(value) if isinstance(value, tuple) else value for value in held]
