"""Doubts: what was asked before some news is not believed after it, however much news there was."""

import time

from gateway.doubts import Doubts


def test_what_is_asked_after_the_news_is_believed_and_what_was_asked_before_is_not() -> None:
    doubts = Doubts()
    before = time.monotonic()
    doubts.about(["child"])
    assert before <= doubts.since(["child"]) < time.monotonic()
    assert doubts.since(["another"]) < before


def test_the_latest_news_of_any_of_them_counts() -> None:
    doubts = Doubts()
    doubts.about(["child"])
    between = time.monotonic()
    doubts.about(["person"])
    assert doubts.since(["child", "person", "session"]) > between


def test_when_there_was_more_news_than_can_be_remembered_more_is_doubted_never_less() -> None:
    doubts = Doubts(most=2)
    doubts.about(["first"])
    after_first = time.monotonic()
    doubts.about(["second", "third"])
    assert doubts.since(["first"]) < after_first
    assert doubts.since(["somebody"]) == doubts.since(["first"])


def test_after_a_time_of_deafness_everything_is_doubted() -> None:
    doubts = Doubts()
    before = time.monotonic()
    doubts.about_all()
    assert doubts.since(["anybody"]) >= before
