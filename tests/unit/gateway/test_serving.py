"""A gateway that leaves finishes what has begun, lets nobody new in, and waits for no silent connection."""

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from flask import Flask

from gateway.serving import Serving
from gateway.settings import Settings

LONG = "好" * 1_000_000
PATIENCE = 10


class Slow:
    """An application that holds its answer until it may give it."""

    def __init__(self) -> None:
        self.begun, self.may_answer = threading.Event(), threading.Event()
        self.app = Flask("slow")
        self.app.add_url_rule("/", view_func=self.answer, methods=["GET", "POST"])
        self.serving = Serving(self.app, Settings(secret_key="", port=0), threading.Event())
        self.served_all: list[bool] = []

    def answer(self) -> str:
        self.begun.set()
        assert self.may_answer.wait(PATIENCE)
        return LONG

    def runs(self, **limit: float) -> threading.Thread:
        thread = threading.Thread(target=lambda: self.served_all.append(self.serving.run(**limit)))
        thread.start()
        return thread

    def line(self) -> http.client.HTTPConnection:
        line = http.client.HTTPConnection("127.0.0.1", self.serving.port, timeout=PATIENCE)
        line.connect()
        return line

    def lets_in(self) -> bool:
        """Say whether somebody new gets an answer or at least a line."""
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", self.serving.port), timeout=1)):
            return True
        return False


def until(condition: object) -> None:
    """Look until the condition holds."""
    given_up = threading.Event()
    timer = threading.Timer(PATIENCE, given_up.set)
    timer.start()
    while not condition():  # type: ignore[operator]
        assert not given_up.is_set()
    timer.cancel()


@pytest.fixture
def slow() -> Iterator[Slow]:
    opened = Slow()
    yield opened
    opened.may_answer.set()
    opened.serving.leave()


def test_an_answer_that_has_begun_is_given_completely_and_nobody_new_is_let_in(slow: Slow) -> None:
    running = slow.runs()
    with closing(slow.line()) as line:
        line.request("GET", "/")
        assert slow.begun.wait(PATIENCE)
        slow.serving.leave()
        until(lambda: not slow.lets_in())
        assert running.is_alive()
        slow.may_answer.set()
        assert line.getresponse().read().decode() == LONG
    running.join(PATIENCE)
    assert slow.served_all == [True]


def test_a_question_that_is_still_being_put_is_heard_to_its_end(slow: Slow) -> None:
    slow.may_answer.set()
    running = slow.runs()
    with closing(slow.line()) as line:
        line.putrequest("POST", "/")
        line.putheader("Content-Length", "5")
        line.endheaders(b"ti")
        slow.serving.leave()
        until(lambda: not slow.lets_in())
        line.send(b"red")
        assert line.getresponse().read().decode() == LONG
    running.join(PATIENCE)
    assert slow.served_all == [True]


def test_who_only_keeps_a_line_open_is_not_waited_for(slow: Slow) -> None:
    slow.may_answer.set()
    running = slow.runs()
    with closing(slow.line()) as line:
        line.request("GET", "/")
        line.getresponse().read()
        slow.serving.leave()
        running.join(PATIENCE)
        assert slow.served_all == [True]


def test_nobody_is_waited_for_without_a_limit(slow: Slow) -> None:
    running = slow.runs(finish_seconds=0.1)
    with closing(slow.line()) as line:
        line.request("GET", "/")
        assert slow.begun.wait(PATIENCE)
        slow.serving.leave()
        running.join(PATIENCE)
        assert slow.served_all == [False]
