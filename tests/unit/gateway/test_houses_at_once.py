"""Asking several houses at once, and finding the school where a thing is."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from contracts.catalogue import CALLS
from contracts.directory.calendar import CALENDAR, ReadCalendar
from contracts.directory.school import CLASSES, ListClasses
from contracts.errors import NotFound, Unavailable
from contracts.homework.assignment import READ, ReadAssignment
from gateway.houses import Houses, first_found
from gateway.patience import Patience
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, SUN, WANG, number


def test_the_houses_of_these_tests_answer_every_call_of_the_catalogue(houses: InMemoryHouses) -> None:
    assert {call.service for call in CALLS} == {"directory", "rulebook", "homework", "enrolment", "notify"}
    assert houses.answers_all()


def test_questions_asked_at_once_wait_at_the_same_time() -> None:
    both_here = threading.Barrier(2, timeout=5)

    class Meeting(InMemoryHouses):
        def call(self, *asked: object, **more: object) -> object:  # type: ignore[override]
            both_here.wait()
            return super().call(*asked, **more)  # type: ignore[arg-type]

    with ThreadPoolExecutor(2) as crew:
        request = Houses(Meeting(), crew, request_id="1", patience=Patience())
        calendar = request.later(CALENDAR, ReadCalendar(), ACTORS[WANG])
        classes = request.later(CLASSES, ListClasses(), ACTORS[WANG])
        assert calendar.answer().terms
        assert len(classes.answer().classes) == 3


def test_an_answer_that_does_not_come_is_missing_or_an_error_as_the_page_wants_it(houses: InMemoryHouses) -> None:
    houses.silent = {"directory"}
    with ThreadPoolExecutor(1) as crew:
        asked = Houses(houses, crew, request_id="1", patience=Patience()).later(
            CLASSES, ListClasses(), ACTORS[WANG]
        )
        assert asked.or_none() is None
        with pytest.raises(Unavailable):
            asked.answer()


def test_a_thing_is_looked_for_in_each_school_of_the_asker() -> None:
    def look(actor: object) -> str:
        if actor is ACTORS[WANG]:
            raise NotFound
        return "here"

    assert first_found(look, (ACTORS[WANG], ACTORS[SUN])) == ("here", ACTORS[SUN])
    with pytest.raises(NotFound):
        first_found(look, (ACTORS[WANG],))


def test_with_one_school_nothing_needs_to_be_looked_for(houses: InMemoryHouses) -> None:
    request = Houses(houses, None, request_id="1", patience=Patience())  # type: ignore[arg-type]
    ask = ReadAssignment(assignment_id=number(9))
    assert request.where(READ, ask, (ACTORS[WANG],)) is ACTORS[WANG]
    assert houses.heard == []


def test_after_trouble_a_request_waits_only_a_moment_more() -> None:
    patience = Patience()
    assert patience.left() == 5.0
    patience.shorten()
    assert patience.left() <= 1.5
