"""升级, as the office sees it: what becomes of each class, what stands in the way, one button."""

import pytest

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import Person

ADDRESS, BUTTON = "/school/next-year", "全校升级到 2027—2028 学年"


@pytest.fixture
def office(principal: Person) -> Person:
    return principal


def test_the_office_sees_what_becomes_of_each_class_before_anything_is_changed(
    office: Person, houses: InMemoryHouses
) -> None:
    words = office.opens(ADDRESS).words
    for said in ("三（2）班 → 四（2）班", "五（1）班 → 毕业", "40 名学生毕业", "现在还没有改动任何东西"):
        assert said in words
    assert "下学年没有班主任的班：四（2）班" in words
    assert houses.directory.years_begun == []


def test_one_button_begins_the_year_that_was_shown(office: Person, houses: InMemoryHouses) -> None:
    office.opens(ADDRESS)
    assert "已经升级完成" in office.presses(BUTTON).words
    assert houses.directory.years_begun == [2027]


def test_the_same_page_sent_twice_begins_it_once(office: Person, houses: InMemoryHouses) -> None:
    form = office.opens(ADDRESS).form(BUTTON)
    for _ in range(2):
        office.sends(form, {})
    assert houses.directory.years_begun == [2027]


def test_what_stands_in_the_way_is_said_and_there_is_no_button(office: Person, houses: InMemoryHouses) -> None:
    houses.directory.hinders = "还没有 2027—2028 学年的校历。"
    words = office.opens(ADDRESS).words
    assert "还没有 2027—2028 学年的校历" in words
    assert BUTTON not in words


def test_what_came_in_the_way_since_the_page_was_shown_is_said_too(office: Person, houses: InMemoryHouses) -> None:
    form = office.opens(ADDRESS).form(BUTTON)
    houses.directory.hinders = "2026—2027 学年还没有结束。"
    assert "没有升级。2026—2027 学年还没有结束" in office.sends(form, {}).words
    assert office.status == 409


def test_while_it_is_at_work_the_page_comes_again_by_itself(office: Person, houses: InMemoryHouses) -> None:
    houses.directory.year_busy = True
    office.opens(ADDRESS)
    office.presses(BUTTON)
    assert "正在升级" in office.page.words
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in office.page.html


def test_a_year_that_was_never_shown_is_not_begun(office: Person, houses: InMemoryHouses) -> None:
    form = office.opens(ADDRESS).form(BUTTON)
    office.sends(form, {"year": "soon"})
    assert office.status == 404
    assert houses.directory.years_begun == []


def test_a_teacher_has_no_such_page(teacher: Person) -> None:
    teacher.opens(ADDRESS)
    assert teacher.status == 404
