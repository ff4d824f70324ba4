"""Flight: what the relay has in the air, and what becomes of it."""

from types import SimpleNamespace

import pytest

from plumbing.flight import Flight


@pytest.fixture
def flight():
    flight = Flight()
    for number in range(1, 6):
        flight.send(number, SimpleNamespace(seq=100 + number, message_id=f"message {number}"))
    return flight


def test_what_is_sent_is_not_sent_again_before_it_is_marked(flight):
    flight.confirm(2, multiple=False)
    assert sorted(flight.seqs) == [101, 102, 103, 104, 105]
    assert flight.land() == ([102], [])
    assert sorted(flight.seqs) == [101, 103, 104, 105]


def test_one_confirm_may_speak_for_all_before_it(flight):
    flight.confirm(4, multiple=True)
    assert flight.land() == ([101, 102, 103, 104], [])
    assert len(flight) == 1


def test_what_came_back_is_unroutable_once_its_confirm_is_there(flight):
    flight.come_back("message 3")
    assert flight.land() == ([], [])
    flight.confirm(5, multiple=True)
    assert flight.land() == ([101, 102, 104, 105], [103])


def test_a_confirm_of_an_earlier_flight_says_nothing(flight):
    flight.confirm(77, multiple=False)
    assert flight.settled == 0


def test_only_where_a_confirm_is_due_is_silence_counted(flight):
    assert flight.silent_for() > 0
    flight.confirm(5, multiple=True)
    assert flight.silent_for() == 0
    assert Flight().silent_for() == 0
