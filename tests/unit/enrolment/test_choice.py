"""Which clubs a child keeps when it gets one that it likes more (E3, E9, E10)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from services.enrolment.domain.choice import Choice, Stands, is_of_no_use, no_longer_wanted
from services.enrolment.domain.span import Span


def choice(rank, stands=Stands.GIVEN, days=(1,), begins=0):
    return Choice(
        offering_id=str(rank), rank=rank, stands=stands, weekdays=frozenset(days),
        spans=(Span(begins, begins + 60), Span(begins, begins + 60)),
    )


CHOICES = st.lists(
    st.tuples(st.sampled_from(Stands), st.sets(st.integers(1, 5), min_size=1), st.sampled_from((0, 30, 60))), max_size=5
).map(lambda said: [choice(rank, *one) for rank, one in enumerate(said, 1)])
MOST = st.integers(1, 5)


def given_up(choices, most):
    return [one.rank for one in no_longer_wanted(choices, most)]


def test_a_child_with_one_club_gives_up_those_it_likes_less():
    assert given_up([choice(1), choice(2, days=(2,)), choice(3, Stands.WAITING, days=(3,))], 1) == [2, 3]


def test_what_it_likes_more_it_goes_on_waiting_for():
    assert given_up([choice(1, Stands.WAITING), choice(2, days=(2,))], 1) == []


def test_a_child_may_have_two_on_different_days_and_not_two_at_one_time():
    assert given_up([choice(1), choice(2, days=(2,))], 2) == []
    assert given_up([choice(1), choice(2, begins=59)], 2) == [2]
    assert given_up([choice(1), choice(2, begins=60)], 2) == [], "one after the other"


def test_two_that_meet_in_summer_only_meet():
    one = choice(1)
    assert one.meets(replace(choice(2, begins=60), spans=(Span(60, 120), Span(30, 120))))


@given(CHOICES, MOST)
def test_what_is_kept_can_all_be_gone_to_and_is_not_too_much(choices, most):
    dropped = {one.offering_id for one in no_longer_wanted(choices, most)}
    kept = [one for one in choices if one.offering_id not in dropped and one.stands is Stands.GIVEN]
    assert len(kept) <= most
    assert not any(one.meets(other) for one in kept for other in kept if one is not other)


@given(CHOICES, MOST)
def test_nothing_is_given_up_but_for_what_is_liked_more(choices, most):
    dropped = list(no_longer_wanted(choices, most))
    gone = {one.offering_id for one in dropped}
    has = [one for one in choices if one.stands is Stands.GIVEN and one.offering_id not in gone]
    assert all(is_of_no_use(one, [better for better in has if better.rank < one.rank], most) for one in dropped)


@given(CHOICES, MOST)
def test_what_has_been_sorted_out_stays_sorted_out(choices, most):
    dropped = {one.offering_id for one in no_longer_wanted(choices, most)}
    assert given_up([one for one in choices if one.offering_id not in dropped], most) == []
