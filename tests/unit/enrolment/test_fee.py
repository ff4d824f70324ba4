"""What a place costs: the term's fee, or its share by the days it was theirs, never more than that (E15)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Term
from services.enrolment.domain.fee import Charge, fee_of

FIRST, LAST, NEXT = date(2026, 9, 1), date(2027, 1, 15), date(2027, 2, 22)
CALENDAR = SchoolCalendar(
    terms=(Term(name="秋季", first=FIRST, last=LAST),),
    marked=(
        MarkedDay(on=date(2026, 10, 7), mark=Mark.HOLIDAY, name="国庆节"),
        MarkedDay(on=date(2026, 10, 10), mark=Mark.WORKDAY, name="国庆节调休", follows_weekday=3),
    ),
)
WEDNESDAYS = 20
"""From 2026-09-02 on: nineteen that are, and the Saturday that stands in for the one that is not."""


def charge(**said):
    usual = {
        "offering_id": "1", "title": "合唱", "fee_yuan": 120, "weekdays": (3,), "first_day": FIRST, "last_day": LAST,
        "given_on": date(2026, 8, 20), "released_on": None,
    }
    return Charge(**{**usual, **said})


def yuan(**said):
    return fee_of(charge(**said), CALENDAR).yuan


def test_a_place_all_term_long_costs_the_fee_of_the_term():
    assert fee_of(charge(), CALENDAR).yuan == 120
    assert fee_of(charge(), CALENDAR).words == "每学期 120 元，全学期：应收 120 元"


def test_who_leaves_pays_for_the_days_that_are_over_and_can_do_the_sum_again():
    fee = fee_of(charge(released_on=date(2026, 9, 24)), CALENDAR)
    assert (fee.yuan, fee.words) == (24, f"每学期 120 元，本学期 {WEDNESDAYS} 次，已过 4 次：应收 24 元")


def test_the_day_on_which_they_leave_is_not_paid_for():
    assert yuan(released_on=date(2026, 9, 23)) == yuan(released_on=date(2026, 9, 17)) == 18


def test_a_swapped_day_counts_as_the_weekday_it_follows_and_a_holiday_not_at_all():
    assert yuan(released_on=date(2026, 10, 10)) == yuan(released_on=date(2026, 10, 1)) == 30
    assert yuan(released_on=date(2026, 10, 11)) == 36


def test_a_part_of_a_yuan_is_the_familys():
    assert yuan(fee_yuan=99, released_on=date(2026, 9, 3)) == 4, "99 / 20 is 4.95"


def test_who_joins_late_pays_from_that_day_on():
    fee = fee_of(charge(given_on=date(2026, 12, 1)), CALENDAR)
    assert (fee.yuan, fee.words) == (42, "每学期 120 元，本学期 20 次，从 2026-12-01 起 7 次：应收 42 元")


@pytest.mark.parametrize("released_on", [date(2026, 8, 25), FIRST, date(2026, 9, 2)])
def test_a_place_that_was_never_begun_costs_nothing(released_on):
    fee = fee_of(charge(released_on=released_on), CALENDAR)
    assert (fee.yuan, fee.words) == (0, "每学期 120 元，没有开始就退出了：应收 0 元")


def test_a_place_from_before_days_were_kept_began_with_the_term():
    assert yuan(given_on=None) == 120
    assert yuan(given_on=None, released_on=date(2026, 9, 24)) == 24


def test_only_the_weekdays_of_the_place_count():
    assert yuan(weekdays=(1, 3), released_on=date(2026, 9, 24)) == 120 * 7 // 39


@pytest.mark.parametrize("calendar", [None, SchoolCalendar(terms=(Term(name="春季", first=NEXT, last=NEXT),))])
def test_without_the_terms_days_a_share_is_not_made_up(calendar):
    fee = fee_of(charge(released_on=date(2026, 9, 24)), calendar)
    assert fee.yuan is None
    assert "暂时算不出" in fee.words
    assert fee_of(charge(), calendar).yuan == 120
    assert fee_of(charge(released_on=date(2026, 8, 25)), calendar).yuan == 0


@given(
    fee=some.integers(0, 99_999), days=some.sets(some.integers(1, 5), min_size=1),
    given=some.integers(-30, 150), held=some.integers(0, 180),
)
def test_nobody_pays_more_than_the_fee_less_than_nothing_or_less_for_staying_longer(fee, days, given, held):
    given_on = FIRST + timedelta(given)

    def costs(until):
        return yuan(fee_yuan=fee, weekdays=tuple(days), given_on=given_on, released_on=until)

    left = given_on + timedelta(held)
    assert 0 <= costs(left) <= costs(left + timedelta(1)) <= costs(None) <= fee
