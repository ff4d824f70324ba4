"""体检: what waits for an office, and what its schools still lack, joined from every house that knows of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import url_for

from contracts.actor import OFFICE, Role
from contracts.directory.checkup import CHECKUP, Lack, Lacking, ReadCheckup
from contracts.directory.checkup import Checkup as Found
from contracts.directory.school import School
from contracts.rulebook.norm_checkup import NORM_CHECKUP, NormCheckup, ReadNormCheckup
from gateway import here
from gateway.houses import Later
from gateway.pages.rules_desk import Desk, desks
from gateway.pages.rules_todo import RulesTodo
from gateway.pages.todo import Line, Way
from gateway.texts import checkup as words
from plumbing import clock

_PEOPLE, _NORMS, _RULES = "班级、学生、教职工、校历和名册", "作业规定", "规定草案和放宽"
_ADDRESSES = {
    Lacking.CLASSES: "roster.ask",
    Lacking.STAFF_ACCOUNT: "cards.ask_staff", Lacking.HEAD_TEACHER: "staff.every",
    Lacking.SUBJECT_TEACHER: "staff.every", Lacking.SECOND_FACTOR: "security.ask", Lacking.CLASS: "roster.ask",
}
_BY_CLASS = {Lacking.GUARDIAN_ACCOUNT: "cards.ask", Lacking.GUARDIAN: "school_classes.one"}


@dataclass(frozen=True, kw_only=True)
class Checkup:
    """Of one school. `unheard` names what could not be looked at: nobody may take that for well."""

    school: str
    lines: tuple[Line, ...]
    unheard: tuple[str, ...]


def checkups() -> list[Checkup]:
    """Return the checkup of each school whose office the caller is, and of their district; all are asked at once."""
    schools, today = {school.school_id: school for school in here.caller().schools()}, clock.today()
    asked = [
        (
            schools[at.actor.school_id or ""], here.houses().later(CHECKUP, ReadCheckup(), at.actor),
            here.houses().later(NORM_CHECKUP, ReadNormCheckup(on=today), at.actor), RulesTodo(at),
        )
        for at in desks(*OFFICE)
    ]
    of_district = [(at, RulesTodo(at)) for at in desks(Role.DISTRICT_OFFICE)]
    return [*(_joined(*one) for one in asked), *(_district(*one) for one in of_district)]


def _joined(school: School, people: Later[Found], norms: Later[NormCheckup], todo: RulesTodo) -> Checkup:
    of_people, of_norms, of_rules = people.or_none(), norms.or_none(), todo.lines()
    lines = (
        *(of_rules or ()), *(_of_people(school, of_people.lacks) if of_people else ()),
        *(_of_norms(of_norms) if of_norms else ()),
    )
    heard = ((_PEOPLE, of_people), (_NORMS, of_norms), (_RULES, of_rules))
    return Checkup(school=school.name, lines=lines, unheard=tuple(what for what, said in heard if said is None))


def _district(at: Desk, todo: RulesTodo) -> Checkup:
    lines = todo.lines()
    return Checkup(school=at.name, lines=lines or (), unheard=(_RULES,) if lines is None else ())


def _of_people(school: School, lacks: tuple[Lack, ...]) -> Iterator[Line]:
    for lacking, group in groupby(lacks, key=lambda lack: lack.lacking):
        same = list(group)
        page = _BY_CLASS.get(lacking)
        yield Line(
            what=words.many(same), cure=words.cure(same), way=_way(school, same[0]),
            classes=tuple(
                Way(words=words.place(one), address=url_for(page, class_id=one.class_id))
                for one in same if page and one.class_id
            ),
            names=tuple(words.place(one) for one in same if one.class_id and not page),
        )


def _way(school: School, lack: Lack) -> str | None:
    if lack.lacking is Lacking.OWN_CALENDAR:
        own = here.caller().works_in_office_of(school.school_id)
        return url_for("calendar_office.overview", code=school.code) if own else None
    if lack.lacking in (Lacking.ROSTER_TAKEN_IN, Lacking.ROSTER_ROWS):
        return url_for("roster_one.one", roster_id=lack.roster_id) if lack.roster_id else url_for("roster.ask")
    endpoint = _ADDRESSES.get(lack.lacking)
    return url_for(endpoint) if endpoint else None


def _of_norms(found: NormCheckup) -> Iterator[Line]:
    if not found.in_force:
        yield Line(what=words.NO_NORMS, cure=words.NORMS_CURE, way=url_for("rules.own"))
    for gap in found.gaps:
        yield Line(what=words.gap(gap), cure=words.NORMS_CURE, way=url_for("rules.own"))
