"""区县校历: the district's office, and nobody else, writes it; every school's page follows; a change has its reason."""

from datetime import date, timedelta

import pytest
from flask import Flask

from contracts.directory.calendar import Calendar, Mark, Term
from contracts.directory.district_calendar import MarkDays
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, QIAN
from tests.unit.gateway.person import Person
from tests.unit.today import TODAY

PAGE, SAVE = "/district/calendar", "保存并发布"
AUTUMN = Term(name="第一学期", first=TODAY - timedelta(80), last=TODAY + timedelta(60))
SOON = TODAY + timedelta(10)


@pytest.fixture(autouse=True)
def published(houses: InMemoryHouses) -> None:
    houses.directory.calendar_unit.district = Calendar(terms=(AUTUMN,), marked=())


@pytest.fixture
def officer(app: Flask) -> Person:
    return Person(app).signed_in("qian")


def marks(officer: Person, **typed: str) -> None:
    officer.opens(f"{PAGE}/days")
    said = {"first": SOON.isoformat(), "mark": "holiday", "name": "国庆节", "reason": "国办通知", **typed}
    officer.presses(SAVE, **said)


def year_of(on: date) -> int:
    return on.year if on.month >= 9 else on.year - 1


def test_the_office_finds_its_calendar_from_the_first_page(officer: Person) -> None:
    officer.opens("/")
    officer.opens(next(address for words, address in officer.page.links.items() if words.startswith("区县校历")))
    for said in ("第一学期", "全部确定，是正式的校历", "今后没有标注过的日子", "还没有在这里改过校历"):
        assert said in officer.page.words


def test_holidays_stand_in_every_schools_public_calendar_at_once(officer: Person, somebody: Person) -> None:
    marks(officer, last=(SOON + timedelta(2)).isoformat())
    assert "校历已更新" in officer.page.words
    for said in ("国庆节，放假 3 天", f"标注日子：{SOON}至{SOON + timedelta(2)}", "钱立", "国办通知"):
        assert said in officer.page.words
    somebody.opens(f"/schools/xiangyang/calendar?year={year_of(SOON)}")
    assert "国庆节，放假 3 天" in somebody.page.words


def test_days_are_given_back(officer: Person) -> None:
    marks(officer)
    officer.opens(next(address for words, address in officer.page.links.items() if words.startswith("国庆节")))
    officer.presses("取消并发布", reason="改期")
    assert "今后没有标注过的日子" in officer.page.words


def test_a_new_term_is_published_and_one_is_moved_and_taken_back(officer: Person) -> None:
    officer.opens(f"{PAGE}/terms/new")
    first = AUTUMN.last + timedelta(30)
    typed = {"first": first.isoformat(), "last": (first + timedelta(120)).isoformat(), "reason": "新学期"}
    officer.presses(SAVE, name="第二学期", **typed)
    assert "第二学期" in officer.page.words
    officer.opens(f"{PAGE}/terms/1")
    officer.presses(SAVE, last=(first + timedelta(110)).isoformat(), reason="提前放假")
    assert "提前放假" in officer.page.words
    officer.opens(f"{PAGE}/terms/1/remove")
    officer.presses("取消并发布", reason="写错了")
    assert "取消学期：第二学期" in officer.page.words
    assert "取消第二学期" not in officer.page.words


def says_season(officer: Person, **typed: str) -> None:
    officer.opens(f"{PAGE}/seasons/new")
    said = {"season": "winter", "first": SOON.isoformat(), "off_work_at": "17:00", "reason": "冬季作息", **typed}
    officer.presses(SAVE, **said)


def test_the_office_says_from_when_on_it_is_winter_and_every_school_shows_it(
    officer: Person, somebody: Person
) -> None:
    officer.opens(PAGE)
    assert "按季节划分的规定还不能判断" in officer.page.words
    says_season(officer)
    for said in ("冬季作息，当地正常下班时间 17:00", f"作息：{SOON}"):
        assert said in officer.page.words
    somebody.opens(f"/schools/xiangyang/calendar?year={year_of(TODAY)}")
    assert "冬季作息，当地正常下班时间 17:00" in somebody.page.words


def test_a_season_is_changed_and_taken_back(officer: Person, houses: InMemoryHouses) -> None:
    says_season(officer)
    officer.opens(f"{PAGE}/seasons/{SOON}")
    later = (SOON + timedelta(7)).isoformat()
    officer.presses(SAVE, first=later, off_work_at="16:30", reason="提前下班")
    assert "冬季作息，当地正常下班时间 16:30" in officer.page.words
    assert [season.first.isoformat() for season in houses.directory.calendar_unit.district.seasons] == [later]
    officer.opens(f"{PAGE}/seasons/{later}/remove")
    officer.presses("取消并发布", reason="写错了")
    assert f"取消作息：{later}" in officer.page.words
    assert houses.directory.calendar_unit.district.seasons == ()


@pytest.mark.parametrize(("typed", "said"), [
    ({"off_work_at": "5:00"}, "时间应写成 17:30 的样子"), ({"off_work_at": "05:00"}, "例如 17:30"),
    ({"off_work_at": "17:00+08:00"}, "时间应写成 17:30 的样子"), ({"season": ""}, "请填写"),
    ({"first": (SOON + timedelta(1)).isoformat()}, "写了两段作息，请只保留一段，或者另选一天"),
])
def test_a_season_that_cannot_be_comes_back_with_what_would_pass(
    officer: Person, houses: InMemoryHouses, typed: dict[str, str], said: str
) -> None:
    says_season(officer, first=(SOON + timedelta(1)).isoformat())
    says_season(officer, **typed)
    assert officer.status == 422
    assert said in officer.page.words
    assert houses.directory.district_unit.version == 1


def test_provisional_becomes_final(officer: Person, houses: InMemoryHouses) -> None:
    officer.opens(f"{PAGE}/certainty")
    officer.presses(SAVE, provisional_from=SOON.isoformat(), reason="明年还没有公布")
    assert "起还没有确定" in officer.page.words
    officer.opens(f"{PAGE}/certainty")
    assert ("provisional_from", SOON.isoformat()) in officer.page.form(SAVE).values
    officer.presses(SAVE, provisional_from="", reason="已经公布")
    assert "全部确定，是正式的校历" in officer.page.words
    assert "尚未确定的日子：全部确定" in officer.page.words


@pytest.mark.parametrize(("typed", "said"), [
    ({"last": (SOON - timedelta(1)).isoformat()}, "或以后的日期"), ({"follows_weekday": "3"}, "放假的日子没有课表"),
    ({"reason": ""}, "请填写"), ({"first": "明天"}, "日期应写成 2026-09-01 的样子"),
])
def test_what_cannot_be_comes_back_with_what_would_pass_and_all_that_was_typed(
    officer: Person, houses: InMemoryHouses, typed: dict[str, str], said: str
) -> None:
    marks(officer, **typed)
    assert officer.status == 422
    assert said in officer.page.words
    assert ("name", "国庆节") in officer.page.form(SAVE).values
    assert houses.directory.district_unit.version == 0


def test_after_a_colleagues_change_the_form_says_so_and_may_be_sent_again(
    officer: Person, houses: InMemoryHouses
) -> None:
    officer.opens(f"{PAGE}/days")
    other = MarkDays(version=0, first=SOON + timedelta(3), mark=Mark.HOLIDAY, name="元旦", reason="国办通知")
    houses.directory.mark_days(other, ACTORS[QIAN])
    officer.presses(SAVE, first=SOON.isoformat(), mark="holiday", name="国庆节", reason="国办通知")
    assert officer.status == 409
    officer.presses(SAVE)
    assert "元旦" in officer.page.words
    assert "国庆节" in officer.page.words


def test_a_form_sent_twice_changes_the_calendar_once(officer: Person, houses: InMemoryHouses) -> None:
    officer.opens(f"{PAGE}/days")
    form = officer.page.form(SAVE)
    typed = {"first": SOON.isoformat(), "mark": "holiday", "name": "国庆节", "reason": "国办通知"}
    officer.sends(form, typed)
    officer.sends(form, typed)
    assert houses.directory.district_unit.version == 1


@pytest.mark.parametrize("login", ["wang", "li", "sun", "wu"])
@pytest.mark.parametrize(
    "address", ["", "/days", "/terms/new", "/terms/0", "/terms/0/remove", "/certainty", "/seasons/new"]
)
def test_to_everybody_else_it_is_not_there(app: Flask, login: str, address: str) -> None:
    person = Person(app).signed_in(login)
    person.opens(PAGE + address)
    assert person.status == 404


@pytest.mark.parametrize(
    "address", [
        "days/x/y/remove", "days/2026-13-40/2026-13-41/remove", "terms/9", "terms/9/remove", "seasons/x",
        "seasons/2026-10-01", "seasons/2026-10-01/remove",
    ]
)
def test_what_is_no_day_or_term_is_not_there(officer: Person, address: str) -> None:
    officer.opens(f"{PAGE}/{address}")
    assert officer.status == 404
