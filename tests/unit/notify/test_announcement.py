"""Which events people are told of, and with what."""

import re
from datetime import date

import pytest

from contracts import catalogue
from contracts.enrolment.application import ApplicationSubmitted
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.place import PlaceGiven
from contracts.homework.assignment import HomeworkPublished, Kind, Place
from services.notify import domain
from services.notify.domain.announcement import Audience, NotAnnounced, announcement

ONE, TWO, THREE, FOUR = (f"00000000-0000-7000-8000-00000000000{n}" for n in range(1, 5))


def told(event):
    return announcement(event.type, event.aggregate_id, event.dump())


def test_homework_is_told_to_the_class_by_subject_and_minutes_never_by_content():
    event = HomeworkPublished(
        assignment_id=ONE, class_id=TWO, teacher_id=THREE, subject="数学", day=date(2026, 11, 23), kind=Kind.WRITTEN,
        place=Place.SCHOOL, minutes=20,
    )
    assert told(event).audience is Audience.CLASS_GUARDIANS
    assert told(event).cause == "homework.published"
    assert told(event).facts == {
        "class_id": TWO, "subject": "数学", "day": "2026-11-23", "kind": "written", "place": "school", "minutes": "20",
    }


def test_an_application_is_told_to_the_head_teachers_by_how_much_is_asked_for():
    event = ApplicationSubmitted(
        application_id=ONE, pupil_id=TWO, class_id=THREE, applicant_id=FOUR, offering_ids=(ONE, TWO)
    )
    assert told(event).audience is Audience.CLASS_HEADS
    assert told(event).facts == {"pupil_id": TWO, "class_id": THREE, "offerings": "2"}


def test_a_place_from_the_line_says_so():
    event = PlaceGiven(
        application_id=ONE, pupil_id=TWO, class_id=THREE, offering_id=FOUR, kind=OfferingKind.CLUB, from_line=True
    )
    assert told(event).facts["from_line"] == "true"


def test_an_event_nobody_is_to_be_told_of_is_refused():
    with pytest.raises(NotAnnounced):
        announcement("directory.class_opened.v1", ONE, {"class_id": TWO})


def test_every_event_that_reaches_the_house_is_in_the_table_with_every_fact_it_can_bring():
    rows = dict(re.findall(r"^\| ([a-z_.]+) \|.*\| ([a-z_, ]+) \|$", domain.__doc__, flags=re.MULTILINE))
    for event in catalogue.NOTIFY_MESSAGES.events:
        cause = event.type.rpartition(".v")[0]
        assert set(rows.pop(cause).split(", ")) == facts_of(event), cause
    assert not rows


def facts_of(event):
    several = ("offering_ids", "kinds", "person_ids")
    said = {name: [ONE] if name in several else ONE for name in event.__dataclass_fields__}
    return set(announcement(event.type, ONE, said).facts)


def test_no_fact_carries_a_name_or_free_text():
    told_facts = {fact for event in catalogue.NOTIFY_MESSAGES.events for fact in facts_of(event)}
    assert not told_facts & {"name", "title", "content", "reason", "phone"}
