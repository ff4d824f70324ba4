"""校历管理: the office, and nobody else, changes its school's calendar; without scripts; each change has a reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask

from contracts.directory.calendar import Calendar, Mark, MarkedDay, Term
from contracts.directory.own_calendar import MarkDay
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, SCHOOL, WU, number
from tests.unit.gateway.person import Person
from tests.unit.today import TODAY

OFFICE = "/schools/xiangyang/calendar/office"
AUTUMN = Term(name="第一学期", first=TODAY - timedelta(80), last=TODAY + timedelta(60))
SPRING = Term(name="第二学期", first=TODAY + timedelta(90), last=TODAY + timedelta(200))
NEW_YEAR = TODAY + timedelta(30)
SOON = TODAY + timedelta(10)
SAVE = "保存到校历"


@pytest.fixture(autouse=True)
def district(houses: InMemoryHouses) -> None:
    holiday = MarkedDay(on=NEW_YEAR, mark=Mark.HOLIDAY, name="元旦")
    houses.directory.calendar_unit.district = Calendar(terms=(AUTUMN, SPRING), marked=(holiday,))


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def marks(office: Person, on: date, **typed: str) -> None:
    office.opens(f"{OFFICE}/days")
    said = {"on": on.isoformat(), "mark": "workday", "name": "秋季运动会", "reason": "校务会决定", **typed}
    office.presses(SAVE, **said)


def test_the_office_finds_its_calendar_from_the_first_page_and_sees_it_is_the_districts(office: Person) -> None:
    office.opens("/")
    office.opens(next(address for words, address in office.page.links.items() if words.startswith("校历管理")))
    for said in ("现在与区县校历相同", "第一学期", "元旦，放假", "本校还没有改过校历"):
        assert said in office.page.words


def test_a_marked_day_stands_in_the_public_calendar_at_once(office: Person, somebody: Person) -> None:
    marks(office, SOON)
    assert "校历已更新" in office.page.words
    assert "秋季运动会" in office.page.words
    somebody.opens(f"/schools/xiangyang/calendar?year={SOON.year if SOON.month >= 9 else SOON.year - 1}")
    assert "秋季运动会" in somebody.page.words
    assert "本校安排" in somebody.page.words


def test_every_change_is_listed_with_who_and_why(office: Person) -> None:
    marks(office, SOON)
    for said in (f"标注一天：{SOON}", "吴敏", "校务会决定"):
        assert said in office.page.words


def test_a_day_is_given_back(office: Person) -> None:
    marks(office, SOON)
    office.opens(f"{OFFICE}/days/{SOON}/restore")
    office.presses("按区县校历恢复", reason="改期")
    assert "恢复一天" in office.page.words
    assert "秋季运动会，" not in office.page.words


def test_a_term_is_moved(office: Person) -> None:
    office.opens(f"{OFFICE}/terms/0")
    earlier = AUTUMN.last - timedelta(7)
    office.presses(SAVE, last=earlier.isoformat(), reason="高温")
    assert f"调整学期：{AUTUMN.name}" in office.page.words
    assert f"{earlier.month}月{earlier.day}日" in office.page.words


def test_a_term_that_runs_into_the_next_comes_back_with_what_would_pass_and_all_that_was_typed(office: Person) -> None:
    office.opens(f"{OFFICE}/terms/0")
    office.presses(SAVE, last=SPRING.last.isoformat(), reason="高温")
    assert office.status == 422
    assert f"请选 {SPRING.first - timedelta(1)} 或以前的日期" in office.page.words
    assert ("reason", "高温") in office.page.form(SAVE).values


def test_a_free_day_with_a_timetable_is_refused_at_its_field(office: Person) -> None:
    marks(office, SOON, mark="holiday", follows_weekday="3")
    assert office.status == 422
    assert "放假的日子没有课表" in office.page.words


def test_a_change_without_a_reason_is_none(office: Person, houses: InMemoryHouses) -> None:
    marks(office, SOON, reason="")
    assert office.status == 422
    assert houses.directory.calendar_unit.own is None


def test_after_a_colleagues_change_the_form_says_so_and_may_be_sent_again(
    office: Person, houses: InMemoryHouses
) -> None:
    office.opens(f"{OFFICE}/days")
    other = MarkDay(version=0, on=SOON + timedelta(1), mark=Mark.HOLIDAY, name="校庆", reason="校庆")
    houses.directory.mark_day(other, ACTORS[WU])
    office.presses(SAVE, on=SOON.isoformat(), mark="workday", name="秋季运动会", reason="校务会决定")
    assert office.status == 409
    office.presses(SAVE)
    assert "校历已更新" in office.page.words
    assert "校庆" in office.page.words


def test_a_form_sent_twice_changes_the_calendar_once(office: Person, houses: InMemoryHouses) -> None:
    office.opens(f"{OFFICE}/days")
    form = office.page.form(SAVE)
    typed = {"on": SOON.isoformat(), "mark": "workday", "name": "秋季运动会", "reason": "校务会决定"}
    office.sends(form, typed)
    office.sends(form, typed)
    assert houses.directory.calendar_unit.own is not None
    assert houses.directory.calendar_unit.own.version == 1


@pytest.mark.parametrize("login", ["wang", "li", "sun"])
@pytest.mark.parametrize("address", [OFFICE, f"{OFFICE}/days", f"{OFFICE}/terms/0"])
def test_to_everybody_else_it_is_not_there(app: Flask, login: str, address: str) -> None:
    person = Person(app).signed_in(login)
    person.opens(address)
    assert person.status == 404


def test_the_office_of_one_school_has_no_say_in_another(
    office: Person, houses: InMemoryHouses, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = replace(SCHOOL, code="dongfeng", school_id=number(999))
    monkeypatch.setattr(houses.directory, "school", lambda ask, _: other if ask.code == other.code else SCHOOL)
    office.opens("/schools/dongfeng/calendar/office")
    assert office.status == 404


@pytest.mark.parametrize("address", ["days/x/restore", "days/2026-13-40/restore", "terms/9", f"days/{SOON}/restore"])
def test_what_is_no_day_or_term_of_the_school_is_not_there(office: Person, address: str) -> None:
    office.opens(f"{OFFICE}/{address}")
    assert office.status == 404
