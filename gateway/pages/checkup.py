"""体检: what the schools of an office still lack, joined from every house that knows of something missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import url_for

from contracts.actor import Actor
from contracts.directory.checkup import CHECKUP, Lack, Lacking, ReadCheckup
from contracts.directory.checkup import Checkup as Found
from contracts.directory.school import School
from contracts.rulebook.norm_checkup import NORM_CHECKUP, NormCheckup, ReadNormCheckup
from gateway import here
from gateway.houses import Later
from gateway.texts import checkup as words
from plumbing import clock

_PEOPLE, _NORMS = "班级、学生、教职工、校历和名册", "作业规定"
_ADDRESSES = {
    Lacking.CLASSES: "roster.ask",
    Lacking.STAFF_ACCOUNT: "cards.ask_staff", Lacking.HEAD_TEACHER: "staff.every",
    Lacking.SUBJECT_TEACHER: "staff.every", Lacking.SECOND_FACTOR: "security.ask", Lacking.CLASS: "roster.ask",
}
_BY_CLASS = {Lacking.GUARDIAN_ACCOUNT: "cards.ask", Lacking.GUARDIAN: "school_classes.one"}


@dataclass(frozen=True, kw_only=True)
class Way:
    """A link that leads to where it is put right."""

    words: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing to do: what and how many, what to do, and the ways there: one for the whole, or one a class."""

    what: str
    cure: str
    way: str | None = None
    classes: tuple[Way, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Checkup:
    """Of one school. `unheard` names what could not be looked at: nobody may take that for well."""

    school: str
    lines: tuple[Line, ...]
    unheard: tuple[str, ...]


def checkups(actors: tuple[Actor, ...]) -> list[Checkup]:
    """Return the checkup of each actor's school; all houses are asked at once."""
    schools, today = {school.school_id: school for school in here.caller().schools()}, clock.today()
    asked = [
        (
            schools[actor.school_id or ""], here.houses().later(CHECKUP, ReadCheckup(), actor),
            here.houses().later(NORM_CHECKUP, ReadNormCheckup(on=today), actor),
        )
        for actor in actors
    ]
    return [_joined(*one) for one in asked]


def _joined(school: School, people: Later[Found], norms: Later[NormCheckup]) -> Checkup:
    of_people, of_norms = people.or_none(), norms.or_none()
    lines = (
        *(_of_people(school, of_people.lacks) if of_people else ()), *(_of_norms(of_norms) if of_norms else ())
    )
    heard = ((_PEOPLE, of_people), (_NORMS, of_norms))
    return Checkup(school=school.name, lines=lines, unheard=tuple(what for what, said in heard if said is None))


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
