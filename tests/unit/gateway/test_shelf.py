"""Shelf: one is made for many, nothing is shown after news of its change, and there is never too much of it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event, Lock

import pytest

from contracts.errors import NotFound, Unavailable
from gateway.shelf import Shelf

PATIENCE = 5.0


class Maker:
    """Makes numbers, one after another; while it is held it has begun, and does not end."""

    def __init__(self) -> None:
        self.begun, self.may_end, self.made, self._lock = Event(), Event(), 0, Lock()
        self.may_end.set()

    def __call__(self) -> int:
        with self._lock:
            self.made += 1
            number = self.made
        self.begun.set()
        assert self.may_end.wait(PATIENCE)
        return number


@pytest.fixture
def make() -> Maker:
    return Maker()


@pytest.fixture
def shelf() -> Shelf[str, int]:
    return Shelf(fresh=lambda: True, seconds=60, most=3)


def take(shelf: Shelf[str, int], make: Callable[[], int], key: str = "board") -> int:
    return shelf.take(key, make, wait_seconds=PATIENCE)


def test_what_is_made_once_is_shown_again(shelf: Shelf[str, int], make: Maker) -> None:
    assert [take(shelf, make) for _ in range(3)] == [1, 1, 1]


def test_a_thousand_who_come_at_once_cause_one_making(shelf: Shelf[str, int], make: Maker) -> None:
    make.may_end.clear()
    with ThreadPoolExecutor(50) as phones:
        answers = [phones.submit(take, shelf, make) for _ in range(1000)]
        assert make.begun.wait(PATIENCE)
        make.may_end.set()
        assert {answer.result(PATIENCE) for answer in answers} == {1}
    assert make.made == 1


def test_after_news_it_is_made_anew(shelf: Shelf[str, int], make: Maker) -> None:
    take(shelf, make)
    shelf.drop(lambda key: key == "board")
    assert take(shelf, make) == 2


def test_news_of_something_else_changes_nothing(shelf: Shelf[str, int], make: Maker) -> None:
    take(shelf, make)
    shelf.drop(lambda key: key == "another board")
    assert take(shelf, make) == 1


def test_what_was_begun_before_the_news_is_not_shown_to_those_who_come_after_it(
    shelf: Shelf[str, int], make: Maker
) -> None:
    make.may_end.clear()
    with ThreadPoolExecutor(1) as phones:
        before: Future[int] = phones.submit(take, shelf, make)
        assert make.begun.wait(PATIENCE)
        shelf.drop_all()
        make.may_end.set()
        assert take(shelf, lambda: 7) == 7
        wait([before])
    assert before.result() == 1
    assert take(shelf, make) == 7


def test_nothing_is_shown_longer_than_its_seconds(make: Maker) -> None:
    shelf: Shelf[str, int] = Shelf(fresh=lambda: True, seconds=0, most=3)
    assert [take(shelf, make) for _ in range(2)] == [1, 2]


def test_nothing_that_was_kept_is_trusted_while_news_might_be_missed(make: Maker) -> None:
    shelf: Shelf[str, int] = Shelf(fresh=lambda: False, seconds=60, most=3)
    assert [take(shelf, make) for _ in range(2)] == [1, 2]


def test_what_was_longest_not_asked_for_makes_room(shelf: Shelf[str, int], make: Maker) -> None:
    for key in ("a", "b", "c", "a", "d"):
        take(shelf, make, key)
    assert [shelf.last(key) for key in "abcd"] == [1, None, 3, 4]


def test_what_cannot_be_made_is_said_to_everybody_who_waits_and_tried_again_for_the_next(
    shelf: Shelf[str, int], make: Maker
) -> None:
    def fail() -> int:
        make()
        raise NotFound

    make.may_end.clear()
    with ThreadPoolExecutor(8) as phones:
        answers = [phones.submit(take, shelf, fail) for _ in range(8)]
        assert make.begun.wait(PATIENCE)
        make.may_end.set()
        assert all(isinstance(answer.exception(PATIENCE), NotFound) for answer in answers)
    assert take(shelf, lambda: 9) == 9


def test_the_last_that_was_made_stays_at_hand_for_times_of_trouble(shelf: Shelf[str, int], make: Maker) -> None:
    take(shelf, make)
    shelf.drop_all()
    assert shelf.last("board") == 1
    assert shelf.last("never made") is None


def test_nobody_waits_longer_than_they_can(shelf: Shelf[str, int], make: Maker) -> None:
    make.may_end.clear()
    with ThreadPoolExecutor(1) as phones:
        phones.submit(take, shelf, make)
        assert make.begun.wait(PATIENCE)
        with pytest.raises(Unavailable):
            shelf.take("board", make, wait_seconds=0.01)
        make.may_end.set()
