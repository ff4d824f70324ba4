"""Slow work leaves the event loop: everybody else goes on meanwhile, and the queue is short."""

import threading

import eventlet
import pytest
from eventlet.event import Event

from contracts.errors import Unavailable
from plumbing import off_loop


def test_the_loop_goes_on_while_a_thread_works():
    goes_on = threading.Event()
    eventlet.spawn(goes_on.set)
    assert off_loop.run(goes_on.wait, 10), "the loop stood still"


def test_the_answer_and_the_error_come_back_as_they_are():
    assert off_loop.run(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        off_loop.run(divmod, 7, 0)


def test_no_more_than_agreed_work_together_and_who_would_wait_too_long_is_told():
    leave, inside = threading.Event(), []

    def work(number):
        inside.append(number)
        leave.wait(10)
        return number

    finished = [Event(), Event()]
    for number, done in enumerate(finished):
        eventlet.spawn(lambda n=number, d=done: d.send(off_loop.run(work, n)))
    with eventlet.Timeout(10):
        while len(inside) < 2:
            eventlet.sleep(0)
    with pytest.raises(Unavailable):
        off_loop.run(work, 2, wait_seconds=0.05)
    leave.set()
    assert sorted(done.wait() for done in finished) == [0, 1]
    assert sorted(inside) == [0, 1]


def test_one_kind_of_work_does_not_stand_in_anothers_way():
    leave, inside = threading.Event(), threading.Event()

    def long_work():
        inside.set()
        leave.wait(10)

    running = eventlet.spawn(off_loop.run, long_work)
    with eventlet.Timeout(10):
        while not inside.is_set():
            eventlet.sleep(0)
    assert off_loop.run(abs, -1, wait_seconds=0.05) == 1
    leave.set()
    running.wait()
