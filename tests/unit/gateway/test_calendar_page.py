"""校历: a school's year for anybody, in words and in months, honest about what is not announced yet, and as a feed."""

from dataclasses import replace
from datetime import date, time

import pytest
from flask import Flask
from icalendar import Calendar as Feed

from contracts.directory.calendar import Calendar, CalendarPublished, Mark, MarkedDay, Season, SeasonName, Term
from gateway.known_calendar import known
from gateway.pages.agenda import agenda
from gateway.pages.year import months_of, school_year_of
from tests.unit.gateway.conftest import told
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import number
from tests.unit.gateway.person import HTTPS, Person

PAGE, FEED = "/schools/xiangyang/calendar?year=2026", "/schools/xiangyang/calendar.ics"


def holiday(month: int, day: int, name: str, year: int = 2026) -> MarkedDay:
    return MarkedDay(on=date(year, month, day), mark=Mark.HOLIDAY, name=name)


def worked(month: int, day: int, name: str, follows: int | None = None) -> MarkedDay:
    return MarkedDay(on=date(2026, month, day), mark=Mark.WORKDAY, name=name, follows_weekday=follows)


CALENDAR = Calendar(
    terms=(
        Term(name="2026-2027学年第一学期", first=date(2026, 9, 1), last=date(2027, 1, 23)),
        Term(name="2026-2027学年第二学期", first=date(2027, 2, 24), last=date(2027, 7, 3)),
    ),
    marked=(
        *(holiday(10, day, "国庆节") for day in range(1, 8)),
        worked(10, 10, "国庆节调休", follows=4),
        worked(10, 22, "秋季运动会"),
        holiday(1, 1, "元旦", year=2027),
    ),
    provisional_from=date(2027, 1, 1),
    version=2,
    own_days=(date(2026, 10, 22),),
)


SEASONS = tuple(
    Season(first=date(year, month, 1), season=season, off_work_at=off_work_at)
    for year in (2025, 2026, 2027)
    for month, season, off_work_at in ((5, SeasonName.SUMMER, time(17, 30)), (10, SeasonName.WINTER, time(17)))
)


@pytest.fixture(autouse=True)
def calendar(houses: InMemoryHouses) -> Calendar:
    houses.directory.calendar_unit.district = CALENDAR
    return CALENDAR


@pytest.mark.parametrize("said", [
    "2026-2027学年第一学期开学", "国庆节，放假 7 天", "国庆节调休，周六上学，按周四的课表", "秋季运动会，周四上学",
    "本校安排", "2027年1月1日 周五起", "尚未公布", "2026年9月", "2027年8月",
])
def test_the_year_says_in_words_what_is_out_of_the_ordinary(somebody: Person, said: str) -> None:
    somebody.opens(PAGE)
    assert said in somebody.page.words


def test_a_year_that_is_announced_whole_says_nothing_of_what_is_not(somebody: Person, houses: InMemoryHouses) -> None:
    houses.directory.calendar_unit.district = Calendar(terms=CALENDAR.terms, marked=CALENDAR.marked)
    somebody.opens(PAGE)
    assert "尚未公布" not in somebody.page.words


def test_one_school_year_leads_to_the_next_and_one_without_a_calendar_says_so(somebody: Person) -> None:
    somebody.opens(PAGE)
    somebody.opens(somebody.page.links["前一学年"])
    assert "这个学年的校历还没有发布" in somebody.page.words
    somebody.opens(somebody.page.links["后一学年"])
    assert "2026-2027学年第一学期开学" in somebody.page.words


def test_the_year_says_which_timetable_holds_on_any_of_its_days(somebody: Person, houses: InMemoryHouses) -> None:
    houses.directory.calendar_unit.district = replace(CALENDAR, seasons=SEASONS)
    somebody.opens(PAGE)
    words = somebody.page.words
    begun = ["2026年5月1日 周五起", "2026年10月1日 周四起", "2027年5月1日 周六起"]
    assert sorted(begun, key=words.index) == begun
    assert words.count("夏季作息，当地正常下班时间 17:30") == 2
    assert words.count("冬季作息，当地正常下班时间 17:00") == 1


def test_seasons_are_no_entries_of_the_feed(app: Flask, houses: InMemoryHouses) -> None:
    before = app.test_client().get(FEED, base_url=HTTPS).data
    houses.directory.calendar_unit.district = replace(CALENDAR, seasons=SEASONS)
    app.extensions["qingfu"].public_pages.drop_all()
    assert app.test_client().get(FEED, base_url=HTTPS).data == before


@pytest.mark.parametrize("year", ["0", "1999", "99999999", "x", "-5", "²"])
def test_a_year_of_no_school_is_not_there(somebody: Person, year: str) -> None:
    somebody.opens(f"/schools/xiangyang/calendar?year={year}")
    assert somebody.status == 404


def test_every_date_of_the_school_year_stands_in_its_month_once() -> None:
    cells = [cell for month in months_of(2026, known(CALENDAR)) for week in month.weeks for cell in week if cell]
    assert len(cells) == 365
    assert (cells[0].on, cells[-1].on) == (date(2026, 9, 1), date(2027, 8, 31))
    looks = {cell.on: (cell.look, cell.sign) for cell in cells}
    assert looks[date(2026, 10, 1)] == ("holiday", "休")
    assert looks[date(2026, 10, 10)] == ("swapped", "班")
    assert looks[date(2026, 10, 11)] == ("weekend", "")
    assert looks[date(2026, 9, 1)] == ("school_day", "始")
    assert looks[date(2027, 1, 23)] == ("weekend", "终")
    assert looks[date(2027, 2, 1)] == ("vacation", "")


def test_in_august_people_look_at_the_year_that_is_about_to_begin() -> None:
    assert [school_year_of(date(2026, month, 1)) for month in (1, 7, 8, 12)] == [2025, 2025, 2026, 2026]


def test_days_off_under_one_name_are_one_entry_and_a_gap_parts_them() -> None:
    gap = Calendar(terms=(), marked=(holiday(5, 1, "劳动节"), holiday(5, 2, "劳动节"), holiday(5, 4, "劳动节")))
    assert [(entry.first.day, entry.days) for entry in agenda(gap)] == [(1, 2), (4, 1)]


def read_feed(app: Flask) -> Feed:
    answer = app.test_client().get(FEED, base_url=HTTPS)
    assert answer.content_type == "text/calendar; charset=utf-8"
    return Feed.from_ical(answer.data)


def test_the_feed_has_what_the_page_lists_as_whole_days(app: Flask) -> None:
    events = {str(event["SUMMARY"]): event for event in read_feed(app).walk("VEVENT")}
    assert set(events) == {entry.words for entry in agenda(CALENDAR)}
    week = events["国庆节，放假 7 天"]
    assert (week.decoded("DTSTART"), week.decoded("DTEND")) == (date(2026, 10, 1), date(2026, 10, 8))
    assert (str(week["STATUS"]), str(events["元旦，放假"]["STATUS"])) == ("CONFIRMED", "TENTATIVE")


def test_every_entry_of_the_feed_has_an_id_of_its_own_that_stays(app: Flask, houses: InMemoryHouses) -> None:
    def ids() -> list[str]:
        return [str(event["UID"]) for event in read_feed(app).walk("VEVENT")]

    before = ids()
    assert len(set(before)) == len(before)
    houses.directory.calendar_unit.district = Calendar(
        terms=CALENDAR.terms, marked=(holiday(9, 3, "抗战纪念日"), *CALENDAR.marked), version=3,
    )
    app.extensions["qingfu"].public_pages.hear(told(CalendarPublished(calendar_id=number(5), terms=(), marked=())))
    assert set(before) < set(ids())


def test_a_program_that_has_the_feed_is_told_so(app: Flask) -> None:
    client = app.test_client()
    tag = client.get(FEED, base_url=HTTPS).headers["ETag"]
    assert client.get(FEED, base_url=HTTPS, headers={"If-None-Match": tag}).status_code == 304


def test_the_feed_is_given_as_it_was_while_directory_is_silent(
    app: Flask, houses: InMemoryHouses
) -> None:
    before = app.test_client().get(FEED, base_url=HTTPS).data
    app.extensions["qingfu"].public_pages.drop_all()
    houses.silent = {"directory"}
    assert app.test_client().get(FEED, base_url=HTTPS).data == before
