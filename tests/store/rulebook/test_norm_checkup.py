"""The office learns of norms that do not hold yet, do not hold any more, or will soon end with nothing after them."""

from datetime import date

import pytest

from contracts.rulebook.norm_checkup import Gap, ReadNormCheckup
from engines.policy import Layer
from plumbing.scope import Scope
from services.rulebook.application.norm_checkup import read_norm_checkup
from tests.unit.engines.builders import norm

MONDAY = date(2026, 11, 23)


@pytest.fixture
def checked(stage):
    """Return what is found of a norm with rows from … to …: how many hold, and the gaps."""

    def look(*dates):
        rows = [
            {"value": 60, "effective_from": first, **({"effective_to": last} if last else {})} for first, last in dates
        ]
        if rows:
            stage.publish(Layer.NATIONAL, norm(*rows, measure="written_total_average", bound="at_most", unit="minutes"))
        scope = Scope(district_id=stage.district_id)
        found = stage.store.run(read_norm_checkup, ReadNormCheckup(on=MONDAY), scope)
        return found.in_force, [(gap.gap, gap.on) for gap in found.gaps]

    return look


def test_a_norm_that_holds_for_good_is_in_order(checked):
    assert checked(("2021-07-24", None)) == (1, [])


def test_a_school_without_any_norm_is_told_so(checked):
    assert checked() == (0, [])


def test_a_norm_whose_first_day_is_still_to_come_is_told(checked):
    assert checked(("2027-02-01", None)) == (0, [(Gap.NOT_YET, date(2027, 2, 1))])


def test_a_norm_that_ends_soon_is_told_with_its_last_day(checked):
    assert checked(("2021-07-24", "2026-12-31")) == (1, [(Gap.ENDING, date(2026, 12, 31))])


def test_a_norm_followed_by_its_next_row_does_not_end(checked):
    assert checked(("2021-07-24", "2026-12-31"), ("2027-01-01", None)) == (1, [])


def test_a_norm_that_ends_long_after_is_in_order(checked):
    assert checked(("2021-07-24", "2027-08-31")) == (1, [])


def test_a_norm_that_has_just_ended_is_told_and_one_long_over_is_no_news(checked):
    assert checked(("2021-07-24", "2026-11-01")) == (0, [(Gap.NO_MORE, date(2026, 11, 1))])
    assert checked(("2021-07-24", "2025-08-31")) == (0, [])
