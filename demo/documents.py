"""Documents: what each house is given to begin with, as plain data ready for JSON."""

from dataclasses import replace
from datetime import date
from typing import Any

from demo.applications import applications
from demo.cards import Card, cards
from demo.district import build
from demo.homework import pieces
from demo.ids import an_id
from demo.letter import LETTER
from demo.offerings import offerings
from demo.password import password_hash
from demo.people import Colleague, District, Person, Pupil, School
from demo.rulebook import rulebook
from demo.sessions import sessions
from demo.termtime import calendar_around
from engines.schooldays import MarkedDay, SchoolCalendar, Season, Term

Document = dict[str, Any]


def documents(today: date) -> dict[str, Document]:
    """Return every document by its file name; the same for the same day."""
    district, calendar = build(), calendar_around(today)
    term, on_cards = next(term for term in calendar.terms if term.holds(today)), cards(district)
    return {
        "directory.json": directory(district, calendar),
        "rulebook.json": rulebook(district, replace(term, last=calendar.terms[-1].last)),
        "homework.json": {"pieces": [piece.dump() for piece in pieces(district, calendar, today)]},
        "enrolment.json": enrolment(district, term, today, on_cards),
        "cards.json": {"cards": [card.dump() for card in on_cards]},
    }


def directory(district: District, calendar: SchoolCalendar) -> Document:
    """Return the district with all its people, and its calendar; the only document with names."""
    people = [*district.officers, *(person for school in district.schools for person in _people(school))]
    return {
        "district": {"district_id": district.district_id, "code": district.code, "name": district.name},
        "calendar": {"calendar_id": an_id("calendar"), **_calendar(calendar)},
        "password_hash": password_hash(),
        "officers": [{"person_id": officer.person_id, "role": "district_office"} for officer in district.officers],
        "people": [_person(person) for person in people],
        "schools": [_school(school) for school in district.schools],
    }


def enrolment(district: District, term: Term, today: date, on_cards: tuple[Card, ...]) -> Document:
    """Return the offerings of the term that runs, and the applications that wait; the cards' people have none yet."""
    planned = list(sessions(district, term.name))
    offered = list(offerings(district, term.name, planned))
    shown = frozenset(card.person.person_id for card in on_cards)
    return {
        "term": _term(term) | {"letter": LETTER},
        "sessions": [session.dump() for session in planned],
        "offerings": [offering.dump() for offering in offered],
        "applications": list(applications(district, offered, today, without=shown)),
    }


def _people(school: School) -> list[Person]:
    return [*(colleague.person for colleague in school.staff), *school.guardians]


def _person(person: Person) -> Document:
    return {"person_id": person.person_id, "name": person.name, "phone": person.phone, "login": person.login}


def _school(school: School) -> Document:
    plan = school.plan
    classes = [{"class_id": c.class_id, "grade": c.grade, "number": c.number} for c in school.classes]
    return {
        "school_id": school.school_id, "code": plan.code, "name": plan.name, "stage": plan.stage.value,
        "classes": classes,
        "staff": [_colleague(colleague) for colleague in school.staff],
        "pupils": [_pupil(pupil) for pupil in school.pupils],
    }


def _colleague(colleague: Colleague) -> Document:
    grants = [{k: v for k, v in grant.dump().items() if v is not None} for grant in colleague.grants]
    return {"staff_id": colleague.staff_id, "person_id": colleague.person.person_id, "grants": grants}


def _pupil(pupil: Pupil) -> Document:
    return {**vars(pupil), "guardian_ids": list(pupil.guardian_ids)}


def _calendar(calendar: SchoolCalendar) -> Document:
    provisional_from = calendar.provisional_from
    return {
        "terms": [_term(term) for term in calendar.terms],
        "marked": [_marked(marked) for marked in calendar.marked],
        "provisional_from": provisional_from and provisional_from.isoformat(),
        "seasons": [_season(season) for season in calendar.seasons],
    }


def _term(term: Term) -> Document:
    return {"name": term.name, "first": term.first.isoformat(), "last": term.last.isoformat()}


def _season(season: Season) -> Document:
    off_work_at = season.off_work_at.strftime("%H:%M")
    return {"first": season.first.isoformat(), "season": season.season.value, "off_work_at": off_work_at}


def _marked(marked: MarkedDay) -> Document:
    return {**vars(marked), "on": marked.on.isoformat(), "mark": marked.mark.value}
