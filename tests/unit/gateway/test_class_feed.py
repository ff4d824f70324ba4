"""A class's calendar on a phone: its school's days and its homework, subjects and minutes only, for any program."""

from datetime import date, timedelta

import pytest
from flask import Flask
from icalendar import Calendar as Feed
from icalendar import Event
from werkzeug.test import TestResponse

from contracts.directory.calendar import Calendar, Mark, MarkedDay, Term
from contracts.homework.assignment import CorrectHomework, Kind, Place, PublishHomework, WithdrawHomework
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, FIVE_ONE, THREE_TWO, WANG, YIMING, ZHAO, number
from tests.unit.gateway.person import HTTPS, Person
from tests.unit.today import TODAY

FEED = f"/schools/xiangyang/classes/{THREE_TWO}/calendar.ics"
LONG = "国庆节、中秋节和本校六十周年校庆一起放假，请各位同学和家长提前安排好假期里的生活"


@pytest.fixture(autouse=True)
def term(houses: InMemoryHouses) -> None:
    whole = Term(name="2026-2027学年第一学期", first=TODAY - timedelta(80), last=TODAY + timedelta(60))
    holiday = MarkedDay(on=TODAY + timedelta(20), mark=Mark.HOLIDAY, name=LONG)
    houses.directory.calendar_unit.district = Calendar(terms=(whole,), marked=(holiday,))


def publishes(houses: InMemoryHouses, teacher: str, subject: str, minutes: int, day: date = TODAY) -> str:
    draft = PublishHomework(
        class_id=THREE_TWO, subject=subject, day=day, kind=Kind.READING, place=Place.SCHOOL, minutes=minutes,
        content="课文第 12 课，读三遍",
    )
    return houses.homework.publish(draft, ACTORS[teacher]).assignment_id


def asked(app: Flask, address: str = FEED, **headers: str) -> TestResponse:
    return app.test_client().get(address, base_url=HTTPS, headers=headers)


def homework(app: Flask) -> dict[date, Event]:
    events = Feed.from_ical(asked(app).data).walk("VEVENT")
    return {event.decoded("DTSTART"): event for event in events if "-homework-" in event["UID"]}


def test_a_class_has_the_days_of_its_school_and_its_homework(app: Flask, houses: InMemoryHouses) -> None:
    publishes(houses, WANG, "数学", 20)
    publishes(houses, ZHAO, "语文", 15)
    said = [str(event["SUMMARY"]) for event in Feed.from_ical(asked(app).data).walk("VEVENT")]
    assert "三（2）班作业：数学 20 分钟、语文 15 分钟" in said
    assert f"{LONG}，放假" in said


def test_what_is_to_be_done_stands_on_the_board_to_which_the_entry_leads(app: Flask, houses: InMemoryHouses) -> None:
    publishes(houses, WANG, "数学", 20)
    assert str(homework(app)[TODAY]["URL"]) == f"{HTTPS}/schools/xiangyang/board?day={TODAY}"
    assert "课文" not in asked(app).get_data(as_text=True)


def test_a_day_keeps_its_id_and_its_number_grows_when_something_changes(app: Flask, houses: InMemoryHouses) -> None:
    first = publishes(houses, WANG, "数学", 20)
    publishes(houses, ZHAO, "语文", 15)
    seen = [homework(app)[TODAY]]
    correction = CorrectHomework(
        assignment_id=first, sequence=1, kind=Kind.READING, place=Place.SCHOOL, minutes=10, content="一遍",
        reason="太多",
    )
    houses.homework.correct(correction, ACTORS[WANG])
    seen.append(homework(app)[TODAY])
    houses.homework.withdraw(WithdrawHomework(assignment_id=first, reason="改天"), ACTORS[WANG])
    seen.append(homework(app)[TODAY])
    assert len({str(event["UID"]) for event in seen}) == 1
    numbers = [int(event["SEQUENCE"]) for event in seen]
    assert numbers == sorted(set(numbers))
    assert [str(event["SUMMARY"]).partition("：")[2] for event in seen] == [
        "数学 20 分钟、语文 15 分钟", "数学 10 分钟、语文 15 分钟", "语文 15 分钟",
    ]


def test_a_day_without_homework_has_no_entry(app: Flask, houses: InMemoryHouses) -> None:
    publishes(houses, WANG, "数学", 20, day=TODAY)
    assert list(homework(app)) == [TODAY]


def test_every_line_is_short_and_ends_as_the_standard_says(app: Flask, houses: InMemoryHouses) -> None:
    publishes(houses, WANG, "数学", 20)
    for address in (FEED, "/schools/xiangyang/calendar.ics"):
        lines = asked(app, address).data.split(b"\r\n")
        assert lines[-1] == b""
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        for line in lines:
            line.decode()  # no character is cut in two


@pytest.mark.parametrize("address", [FEED, "/schools/xiangyang/calendar.ics"])
def test_every_entry_has_what_the_standard_asks_for(app: Flask, houses: InMemoryHouses, address: str) -> None:
    publishes(houses, WANG, "数学", 20)
    feed = Feed.from_ical(asked(app, address).data)
    assert {"PRODID", "VERSION"} <= set(feed)
    events = feed.walk("VEVENT")
    assert events
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
        assert event.decoded("DTEND") > event.decoded("DTSTART")
        assert event.errors == []
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_a_program_that_has_the_feed_is_told_so_until_homework_changes(app: Flask, houses: InMemoryHouses) -> None:
    publishes(houses, WANG, "数学", 20)
    tag = asked(app).headers["ETag"]
    assert asked(app, **{"If-None-Match": tag}).status_code == 304
    publishes(houses, ZHAO, "语文", 15)
    assert asked(app, **{"If-None-Match": tag}).status_code == 200


def test_another_classs_homework_is_not_in_it(app: Flask, houses: InMemoryHouses) -> None:
    publishes(houses, WANG, "数学", 20)
    other = asked(app, f"/schools/xiangyang/classes/{FIVE_ONE}/calendar.ics").get_data(as_text=True)
    assert "作业：" not in other


def test_a_class_of_no_such_school_is_not_there(app: Flask) -> None:
    assert asked(app, f"/schools/xiangyang/classes/{number(9)}/calendar.ics").status_code == 404
    assert asked(app, f"/schools/nowhere/classes/{THREE_TWO}/calendar.ics").status_code == 404


def test_a_family_finds_it_on_its_childs_page(mother: Person) -> None:
    mother.opens(f"/family?child={YIMING}")
    assert mother.page.links["把本班的校历和作业订阅到手机日历"] == FEED
