"""Why our doors exist: what stock nameko does in the same place. When one of these fails, a door may be deleted."""

import json

import pika
import pytest

from plumbing import ids
from tests.plumbing.workshop import wait_for

QUEUE = "evt-tutorial-happened--stock.take"


@pytest.fixture
def stock(workshop):
    def start():
        process = workshop.start("-m", "tests.plumbing.stock", QINGFU_AMQP_URL=workshop.operator)
        wait_for((workshop.folder / "stock").exists, "stock nameko to start")
        return process

    yield start
    with workshop.channel() as channel:
        for queue in (QUEUE, "rpc-stock"):
            channel.queue_delete(queue)


@pytest.fixture
def send(workshop):
    def send(exchange, key, body, **properties):
        given = {"content_type": "application/json", "delivery_mode": 2, **properties}
        with workshop.channel() as channel:
            channel.basic_publish(exchange, key, body, pika.BasicProperties(**given))

    return send


def happened(send, about, does=""):
    send("tutorial.events", "happened", json.dumps({"about": about, "does": does}).encode())


def call(send, about, **properties):
    send("nameko-rpc", "stock.mark", json.dumps({"args": [about], "kwargs": {}}).encode(), **properties)


@pytest.fixture
def marks(workshop):
    return lambda: (workshop.folder / "stock").read_text().split()


def test_an_event_whose_handler_raises_is_lost(workshop, stock, send, marks):
    stock()
    about = ids.new_id()
    happened(send, about, "raises")
    wait_for(lambda: about in marks(), "the handler to run")
    wait_for(lambda: workshop.depth(QUEUE) == 0, "the queue to be empty")
    last = ids.new_id()
    happened(send, last)
    wait_for(lambda: last in marks(), "the next event")
    assert marks().count(about) == 1


def test_an_event_that_is_not_json_is_lost(workshop, stock, send, marks):
    process = stock()
    send("tutorial.events", "happened", b"{")
    last = ids.new_id()
    happened(send, last)
    wait_for(lambda: last in marks(), "the next event")
    process.kill()
    wait_for(lambda: workshop.depth(QUEUE) == 0, "nothing to come back")


def test_an_event_in_hand_when_the_process_is_killed_is_worked_twice(stock, send, marks):
    first = stock()
    about = ids.new_id()
    happened(send, about, "kills")
    wait_for(lambda: first.process.poll() is not None, "the process to die")
    stock()
    wait_for(lambda: marks().count(about) == 2, "the second time")


def test_a_call_without_a_reply_address_kills_the_service_and_stays(workshop, stock, send):
    first = stock()
    call(send, ids.new_id())
    wait_for(lambda: first.process.poll() is not None, "the service to die")
    wait_for(lambda: workshop.depth("rpc-stock") == 1, "the poison to be back, for the next start")


def test_a_call_whose_caller_has_left_is_executed_all_the_same(stock, send, marks):
    first = stock()
    first.kill()
    about = ids.new_id()
    call(send, about, reply_to="nobody", correlation_id="c")
    stock()
    wait_for(lambda: about in marks(), "the ghost of the call")
