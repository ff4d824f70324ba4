"""When a school goes on into its next year, and what becomes of each class."""

from datetime import date

import pytest

from engines.schooldays import Term
from services.directory.domain.promotion import StandingClass, promotions
from services.directory.domain.school_year import first_day_of, school_year_of, what_hinders

AUTUMN = Term(name="第一学期", first=date(2026, 9, 1), last=date(2027, 1, 20))
SPRING = Term(name="第二学期", first=date(2027, 2, 22), last=date(2027, 7, 2))
NEXT = Term(name="新学年第一学期", first=date(2027, 8, 30), last=date(2028, 1, 21))
PRIMARY, JUNIOR, BOTH = range(1, 7), range(7, 10), range(1, 10)


def a_class(grade, number=1):
    return StandingClass(class_id=f"{grade}.{number}", grade=grade, number=number, pupils=40, has_head=True)


@pytest.mark.parametrize(("day", "year"), [
    (date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 1), 2026), (date(2027, 6, 30), 2026),
])
def test_a_school_year_begins_in_august(day, year):
    assert school_year_of(day) == year


def test_a_year_begins_with_its_first_term_even_in_august():
    assert first_day_of(2027, (AUTUMN, SPRING, NEXT)) == NEXT.first


def test_without_a_calendar_of_the_next_year_no_class_goes_up():
    assert "还没有 2027—2028 学年的校历" in what_hinders(2027, (AUTUMN, SPRING), date(2027, 8, 1))


def test_before_the_present_year_is_over_it_says_from_which_day_it_can_be_done():
    terms = (AUTUMN, SPRING, NEXT)
    assert "2027 年 7 月 3 日起可以升级" in what_hinders(2027, terms, SPRING.last)
    assert what_hinders(2027, terms, date(2027, 7, 3)) == ""


def test_a_school_that_is_late_may_still_go_on():
    assert what_hinders(2027, (AUTUMN, SPRING, NEXT), date(2027, 9, 8)) == ""


@pytest.mark.parametrize(("grades", "goes_on", "graduates"), [
    (PRIMARY, 5, 6), (JUNIOR, 8, 9), (BOTH, 6, 9),
])
def test_the_highest_grade_of_the_school_graduates_and_every_other_goes_up(grades, goes_on, graduates):
    up, out = promotions((a_class(goes_on, 3), a_class(graduates, 3)), grades)
    assert (up.next_grade, out.next_grade, out.next_name) == (goes_on + 1, None, "")
    assert up.next_name.endswith("（3）班")
