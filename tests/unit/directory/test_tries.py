"""How patient the door is: mistakes are free at first, guessing gets slow, and nobody is locked out for good."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.directory.domain.patience import ANYWHERE, AT_ONE_PLACE, FROM_ONE_NETWORK
from services.directory.domain.tries import Tries

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
EVERY = [AT_ONE_PLACE, ANYWHERE, FROM_ONE_NETWORK]


@pytest.mark.parametrize("patience", EVERY)
@given(tries=st.integers(0, 10**9))
def test_the_wait_never_shrinks_with_more_tries_and_never_passes_a_minute(patience, tries):
    assert patience.wait_after(tries) <= patience.wait_after(tries + 1) <= patience.longest <= timedelta(minutes=1)


@pytest.mark.parametrize(("patience", "free"), [(AT_ONE_PLACE, 5), (ANYWHERE, 20), (FROM_ONE_NETWORK, 300)])
def test_so_many_tries_are_free(patience, free):
    assert patience.wait_after(free - 1) == timedelta()
    assert patience.wait_after(free) > timedelta()


@given(tries=st.integers(1, 60))
def test_a_guesser_who_never_stops_is_heard_less_than_twice_a_minute(tries):
    kept, now = Tries(), NOW
    for _ in range(tries):
        now += kept.at(now, AT_ONE_PLACE).wait(now)
        kept = kept.another(now, AT_ONE_PLACE)
    free_and_growing = 11
    assert now - NOW >= timedelta(minutes=max(0, tries - free_and_growing))


def test_two_who_come_at_the_same_moment_do_not_make_each_other_wait():
    earlier = NOW - timedelta(milliseconds=5)
    assert Tries().another(NOW, ANYWHERE).at(earlier, ANYWHERE).wait(earlier) == timedelta()


def test_success_wipes_the_slate_and_makes_the_place_known():
    kept = Tries()
    for _ in range(9):
        kept = kept.another(NOW, AT_ONE_PLACE)
    after = kept.succeeded(NOW)
    assert (after.made, after.wait(NOW), after.proven) == (0, timedelta(), True)
    assert after.at(NOW + timedelta(days=89), AT_ONE_PLACE).proven
    assert not after.at(NOW + timedelta(days=90), AT_ONE_PLACE).proven


def test_mistakes_of_one_who_is_known_are_counted_and_do_not_make_them_unknown():
    kept = Tries().succeeded(NOW)
    for _ in range(6):
        kept = kept.another(NOW, AT_ONE_PLACE)
    assert kept.wait(NOW) > timedelta()
    assert kept.at(NOW + timedelta(days=2), AT_ONE_PLACE).proven


def test_a_success_takes_back_its_own_try_but_not_the_wait_that_others_earned():
    few, many = Tries(made=3).another(NOW, ANYWHERE), Tries(made=30).another(NOW, ANYWHERE)
    assert few.without_one(ANYWHERE).made == 3
    assert few.without_one(ANYWHERE).wait(NOW) == timedelta()
    assert many.without_one(ANYWHERE).wait(NOW) == many.wait(NOW) > timedelta()


def test_a_clock_that_was_set_back_locks_nobody_out():
    kept = Tries(made=50).another(NOW, AT_ONE_PLACE)
    assert kept.at(NOW - timedelta(days=1), AT_ONE_PLACE) == Tries()
