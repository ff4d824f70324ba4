"""What a family's days and club come down to."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from services.enrolment.domain.wish import CARE, CLUB, Wish, care_wishes, club_wishes, days_without_care


@dataclass(frozen=True)
class Offered:
    offering_id: str
    kind: str
    weekdays: tuple[int, ...]


MONDAY_TO_THURSDAY = Offered("weekday care", CARE, (1, 2, 3, 4))
LATE_CARE = Offered("late care", CARE, (3, 4))
FRIDAY = Offered("friday care", CARE, (5,))
CHESS = Offered("chess", CLUB, (2, 4))
EVERYTHING = (MONDAY_TO_THURSDAY, LATE_CARE, FRIDAY, CHESS)


def test_each_day_of_care_is_asked_of_the_offering_that_runs_on_it():
    assert care_wishes((5, 1), EVERYTHING) == (
        Wish(offering_id="weekday care", weekdays=(1,)), Wish(offering_id="friday care", weekdays=(5,)),
    )


def test_a_club_is_asked_for_on_all_its_days():
    assert club_wishes(("chess",), EVERYTHING) == (Wish(offering_id="chess", weekdays=(2, 4), rank=1),)


def test_clubs_are_ranked_as_they_are_named():
    both = (CHESS, Offered("choir", CLUB, (3,)))
    ranked = [(wish.offering_id, wish.rank) for wish in club_wishes(("choir", "chess"), both)]
    assert ranked == [("choir", 1), ("chess", 2)]


def test_care_cannot_be_asked_for_as_a_club():
    assert club_wishes(("late care",), EVERYTHING) == ()


def test_a_day_that_only_a_club_runs_on_is_a_day_without_care():
    assert days_without_care((2, 4), (CHESS, FRIDAY)) == (2, 4)


weekdays = st.lists(st.integers(1, 5), min_size=1)
cares = st.lists(weekdays, max_size=5).map(
    lambda days: tuple(Offered(str(number), CARE, tuple(on)) for number, on in enumerate(days))
)


@given(asked=weekdays, offered=cares)
def test_a_child_is_never_in_two_cares_on_one_day_and_every_covered_day_is_asked_for_once(asked, offered):
    days = [day for wish in care_wishes(asked, offered) for day in wish.weekdays]
    assert sorted(days) == sorted(set(asked) - set(days_without_care(asked, offered)))
