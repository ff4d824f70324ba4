"""A child's after-school days in its family's calendar: by the school's days and seasons, and nobody else's (E7)."""

from datetime import date, time

import pytest
from icalendar import Calendar as Feed
from icalendar import Event

from contracts.directory.calendar import Calendar, Mark, MarkedDay, Season, SeasonName, Term
from contracts.enrolment.child_times import ChildTime, ChildTimes
from contracts.enrolment.offering import OfferingSort
from gateway.child_calendar import child_calendar
from plumbing.clock import SCHOOL_PLACE
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import CHEN, HAORAN, LI, YIMING, number
from tests.unit.gateway.person import HTTPS, Person
from tests.unit.gateway.test_offering_roster import Writing

FRIDAY, SATURDAY = date(2026, 9, 18), date(2026, 9, 19)
CALENDAR = Calendar(
    terms=(Term(name="第一学期", first=date(2026, 9, 1), last=date(2026, 10, 23)),),
    marked=(
        MarkedDay(on=date(2026, 9, 25), mark=Mark.HOLIDAY, name="中秋节"),
        MarkedDay(on=SATURDAY, mark=Mark.WORKDAY, name="中秋节调休", follows_weekday=5),
        MarkedDay(on=date(2026, 9, 20), mark=Mark.WORKDAY, name="运动会"),
        *(MarkedDay(on=date(2026, 10, day), mark=Mark.HOLIDAY, name="国庆节") for day in range(1, 9)),
    ),
    provisional_from=date(2026, 10, 20),
    seasons=(
        Season(first=date(2026, 5, 1), season=SeasonName.SUMMER, off_work_at=time(17, 30)),
        Season(first=date(2026, 10, 9), season=SeasonName.WINTER, off_work_at=time(17)),
    ),
)


def place(**said: object) -> ChildTime:
    usual = {
        "offering_id": number(501), "title": "足球", "weekdays": (5,), "location": "操场", "changes": 3,
        "first_day": date(2026, 9, 1), "last_day": date(2026, 10, 23), "starts_at": time(15, 30),
        "ends_at": time(17), "collect_by": time(17, 30), "summer_ends_at": time(17, 30),
        "summer_collect_by": time(18),
    }
    return ChildTime(**{**usual, **said})


def events(*times: ChildTime, calendar: Calendar = CALENDAR) -> list[Event]:
    told = ChildTimes(pupil_id=YIMING, times=times)
    return list(Feed.from_ical(child_calendar(told, calendar, "李一鸣")).walk("VEVENT"))


def starts(found: list[Event]) -> list[date]:
    return [event.decoded("DTSTART").astimezone(SCHOOL_PLACE).date() for event in found]


def test_it_is_on_every_such_day_of_the_term_not_on_holidays_and_on_the_day_that_is_swapped_for_one() -> None:
    assert starts(events(place())) == [
        date(2026, 9, 4), date(2026, 9, 11), FRIDAY, SATURDAY, date(2026, 10, 9), date(2026, 10, 16),
        date(2026, 10, 23),
    ]


def test_a_day_of_school_that_follows_no_other_day_has_none() -> None:
    every = starts(events(place(weekdays=(1, 2, 3, 4, 5))))
    assert SATURDAY in every
    assert date(2026, 9, 20) not in every
    assert len(every) == len(set(every))


def test_hours_are_those_of_the_season_of_the_day() -> None:
    found = dict(zip(starts(events(place())), events(place()), strict=True))
    summer, winter = found[FRIDAY], found[date(2026, 10, 16)]
    for event, ends_at, collect_by in ((summer, time(17, 30), "18:00"), (winter, time(17), "17:30")):
        assert event.decoded("DTSTART").astimezone(SCHOOL_PLACE).time() == time(15, 30)
        assert event.decoded("DTEND").astimezone(SCHOOL_PLACE).time() == ends_at
        assert str(event["DESCRIPTION"]) == f"最晚 {collect_by} 接"


def test_an_entry_says_what_and_where_and_keeps_its_id_while_its_number_grows() -> None:
    (before, *_), (after, *_) = events(place()), events(place(changes=4, location="体育馆"))
    assert (str(before["SUMMARY"]), str(before["LOCATION"])) == ("足球", "操场")
    assert before["UID"] == after["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_days_that_are_not_certain_yet_say_so() -> None:
    assert [str(event["STATUS"]) for event in events(place())][-2:] == ["CONFIRMED", "TENTATIVE"]


def test_two_places_of_a_child_are_two_entries_a_day() -> None:
    found = events(place(), place(offering_id=number(502), title="看护", weekdays=(4, 5)))
    assert len({str(event["UID"]) for event in found}) == len(found)
    assert {str(event["SUMMARY"]) for event in found} == {"足球", "看护"}


@pytest.fixture
def placed(houses: InMemoryHouses) -> InMemoryHouses:
    """Both families' children have places in the term of the office's tests."""
    writing = Writing(houses)
    programme = writing.session(writing.open(), grades=(1, 3, 5))
    programme = writing.offer(programme, title="看护", grades=(1, 3, 5))
    programme = writing.offer(programme, title="合唱", sort=OfferingSort.CLUB, weekdays=(3,), location="音乐教室")
    writing.announce(programme)
    choir = next(one for one in programme.offerings if one.title == "合唱")
    writing.apply(LI, YIMING, club_ids=(choir.offering_id,))
    writing.apply(CHEN, HAORAN, care_weekdays=(1, 2))
    houses.directory.calendar_unit.district = Calendar(
        terms=(Term(name=programme.term, first=programme.first_day, last=programme.last_day),), marked=()
    )
    return houses


def fetched(person: Person, pupil_id: str) -> tuple[int, str]:
    answer = person.client.get(f"/family/children/{pupil_id}/after-school.ics", base_url=HTTPS)
    return answer.status_code, answer.get_data(as_text=True)


def test_a_family_has_its_own_childs_days_and_no_other_child_is_in_it(placed: InMemoryHouses, mother: Person) -> None:
    status, text = fetched(mother, YIMING)
    assert status == 200
    said = {str(event["SUMMARY"]) for event in Feed.from_ical(text).walk("VEVENT")}
    assert said == {"合唱"}
    assert "李一鸣" in text
    for hidden in ("陈浩然", HAORAN, "看护"):
        assert hidden not in text


def test_another_familys_child_is_not_there(placed: InMemoryHouses, mother: Person, teacher: Person) -> None:
    assert fetched(mother, HAORAN)[0] == 404
    assert fetched(teacher, YIMING)[0] == 404


def test_a_child_without_a_place_has_no_calendar(houses: InMemoryHouses, mother: Person) -> None:
    status, text = fetched(mother, YIMING)
    assert status == 409
    assert "孩子还没有课后服务的名额" in text
