"""A call is answered in time, by who may answer it, or told why not; nothing kills the house, nothing comes late."""

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pika
import pytest

from contracts.actor import visitor
from contracts.directory.session import SIGN_OUT, SignOut
from contracts.errors import Fault, NotFound, OutcomeUnknown, RuleRefused, ServiceError, Unavailable
from contracts.notify.message import INBOX, MARK_READ, MarkRead, ReadInbox
from plumbing import clock, ids
from plumbing.caller import DEADLINE, KEY, PASSPORT, REQUEST
from plumbing.passport import PassportOffice
from tests.plumbing.conftest import PRIVATE
from tests.plumbing.workshop import answers_ready, wait_for


@pytest.fixture
def client(workshop):
    return workshop.client()


@pytest.fixture
def mark(client, guardian):
    def mark(message_id=None, **options):
        ask = MarkRead(message_id=message_id or ids.new_id())
        return client.call(MARK_READ, ask, guardian, **{"request_id": "r", "key": ids.new_id(), **options})

    return mark


def test_a_call_is_carried_out_and_answered(workshop, mark):
    workshop.probe()
    asked = ids.new_id()
    assert mark(asked).message_id == asked
    assert workshop.effects() == [asked]


def test_a_refusal_travels_as_what_it_is(workshop, mark):
    asked = ids.new_id()
    workshop.probe({asked: "refuses"})
    with pytest.raises(RuleRefused):
        mark(asked)


def test_a_bug_is_told_without_its_words_and_the_house_goes_on(workshop, mark):
    asked = ids.new_id()
    probe = workshop.probe({asked: "raises"})
    with pytest.raises(Fault) as told:
        mark(asked)
    assert asked not in str(told.value)
    mark()
    assert "KeyError" in probe.log.read_text()


def test_who_holds_no_role_that_may_ask_is_told_there_is_nothing(workshop, client):
    workshop.probe()
    with pytest.raises(NotFound):
        client.call(INBOX, ReadInbox(), visitor(), request_id="r")


def test_a_command_whose_caller_has_left_is_never_executed(workshop, mark):
    with pytest.raises(OutcomeUnknown):
        mark(timeout=0.3)
    workshop.probe()
    asked = ids.new_id()
    mark(asked)
    assert workshop.effects() == [asked]


def test_a_question_without_an_answer_says_that_nothing_was_done(client, guardian):
    with pytest.raises(Unavailable):
        client.call(INBOX, ReadInbox(), guardian, request_id="r", timeout=0.3)


def test_a_call_that_no_queue_takes_is_known_at_once_not_to_have_been_made(workshop, client, guardian):
    with workshop.channel() as channel:
        channel.queue_unbind("rpc-notify", "nameko-rpc", "notify.*")
    try:
        with pytest.raises(Unavailable):
            client.call(MARK_READ, MarkRead(message_id=ids.new_id()), guardian, request_id="r", key="k", timeout=20)
    finally:
        with workshop.channel() as channel:
            channel.queue_bind("rpc-notify", "nameko-rpc", "notify.*")


@pytest.fixture
def send(workshop, guardian):
    """Send a raw call; return its reply, or nothing when it asked for none."""
    passport = PassportOffice(PRIVATE).passport(guardian, "notify")

    def honest(about):
        return {
            PASSPORT: passport, DEADLINE: int(clock.now().timestamp() * 1000) + 5000, KEY: ids.new_id(), REQUEST: "r"
        }, json.dumps({"args": [{"message_id": about}], "kwargs": {}}).encode()

    def send(about, *, headers=None, body=None, key="notify.mark_read", reply=True, content_type="application/json"):
        honest_headers, honest_body = honest(about)
        with workshop.channel() as channel:
            queue = ids.new_id().replace("-", "")  # a house may reply to such keys only
            channel.queue_declare(queue, exclusive=True)
            channel.queue_bind(queue, "nameko-rpc", queue)
            properties = pika.BasicProperties(
                headers={k: v for k, v in {**honest_headers, **(headers or {})}.items() if v is not None},
                reply_to=queue if reply else None, correlation_id="c", content_type=content_type,
            )
            channel.basic_publish("nameko-rpc", key, honest_body if body is None else body, properties)
            if not reply:
                return None
            return wait_for(lambda: channel.basic_get(queue, auto_ack=True)[2], "the reply")

    return send


BAD_CALLS = {
    "has no deadline": ({"headers": {DEADLINE: None}}, "DeadlinePassed"),
    "is late": ({"headers": {DEADLINE: 1}}, "DeadlinePassed"),
    "is a late question": (
        {"headers": {DEADLINE: 1}, "key": "notify.inbox", "body": b'{"args": [{}]}'}, "DeadlinePassed"
    ),
    "has a deadline that is no number": ({"headers": {DEADLINE: "soon"}}, "DeadlinePassed"),
    "has no passport": ({"headers": {PASSPORT: None}}, "NotSignedIn"),
    "has a forged passport": ({"headers": {PASSPORT: "forged"}}, "NotSignedIn"),
    "has no key": ({"headers": {KEY: None}}, "InvalidRequest"),
    "is not JSON": ({"body": b"{"}, "InvalidRequest"),
    "is nested a hundred thousand deep": ({"body": b"[" * 100_000}, "InvalidRequest"),
    "is a list": ({"body": b"[]"}, "InvalidRequest"),
    "has no arguments": ({"body": b'{"args": []}'}, "InvalidRequest"),
    "has a wrong field": ({"body": b'{"args": [{"message_id": 5}]}'}, "InvalidRequest"),
    "has an unknown field": ({"body": b'{"args": [{"message_id": "x", "school_id": 1}]}'}, "InvalidRequest"),
    "is not UTF-8": ({"body": b'{"args": ["\xff\xfe"]}'}, "InvalidRequest"),
    "names a method that does not exist": ({"key": "notify.delete_everything"}, "NotFound"),
}


def test_a_bad_call_is_refused_and_the_house_goes_on(workshop, send):
    workshop.probe()
    for name, (spoil, kind) in BAD_CALLS.items():
        reply = json.loads(send(ids.new_id(), **spoil))
        assert reply["result"] is None and reply["error"]["exc_type"] == kind, name
    assert workshop.effects() == []
    good = ids.new_id()
    assert json.loads(send(good))["result"]["message_id"] == good


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-python-serialize"])
def test_a_call_nobody_waits_for_does_no_harm(workshop, send, content_type):
    probe = workshop.probe()
    send(ids.new_id(), reply=False, content_type=content_type)
    send(ids.new_id(), reply=False, headers={PASSPORT: None})
    good = ids.new_id()
    assert json.loads(send(good))["result"]["message_id"] == good
    assert probe.process.poll() is None


class TestWhenTheBrokerFails:
    @pytest.fixture(autouse=True)
    def broker_up_again(self, broker):
        yield
        broker.start()

    def test_a_house_in_the_middle_of_calls_lives_through_a_killed_broker(self, workshop, broker, mark):
        slow = [ids.new_id() for _ in range(4)]
        probe = workshop.probe(dict.fromkeys(slow, "slow"))
        outcomes = in_threads([lambda about=about: mark(about) for about in slow], then=broker.kill)
        assert all(isinstance(o, ServiceError) or o.message_id in slow for o in outcomes)
        broker.start()
        wait_for(lambda: probe.process.poll() is not None or answers_ready(probe.port), "a clear state")
        if probe.process.poll() is not None:
            assert probe.process.returncode != 0
            workshop.probe()
        good = ids.new_id()
        assert wait_for(lambda: answered(mark, good), "the next call").message_id == good

    def test_a_caller_is_answered_within_its_patience_while_the_broker_is_frozen(self, workshop, broker, mark):
        workshop.probe()
        mark()
        os.kill(broker.running.pid, signal.SIGSTOP)
        try:
            started = clock.now()
            with pytest.raises((OutcomeUnknown, Unavailable)):
                mark(timeout=2)
            assert (clock.now() - started).total_seconds() < 10
        finally:
            os.kill(broker.running.pid, signal.SIGCONT)

    def test_without_a_broker_a_call_says_that_nothing_was_done(self, broker, client, guardian):
        broker.kill()
        with pytest.raises(Unavailable):
            client.call(SIGN_OUT, SignOut(token="t"), guardian, request_id="r")

    def test_a_house_told_to_stop_while_the_broker_is_away_stops(self, workshop, broker):
        probe = workshop.probe()
        broker.kill()
        assert probe.terminate() == 0

    def test_a_house_started_before_its_broker_serves_when_it_comes(self, workshop, broker, mark):
        broker.kill()
        probe = workshop.start("-m", "tests.plumbing.probe", "PORT")
        broker.start()
        wait_for(lambda: answers_ready(probe.port) or probe.process.poll() is not None, "a clear state")
        if probe.process.poll() is not None:
            assert probe.process.returncode != 0
            workshop.probe()
        assert wait_for(lambda: answered(mark, ids.new_id()), "an answer")


def answered(mark, about):
    try:
        return mark(about)
    except ServiceError:
        return None


def in_threads(calls, then):
    """Make all calls at once, do `then` while they run, return their outcomes."""
    def outcome(call):
        try:
            return call()
        except ServiceError as error:
            return error

    with ThreadPoolExecutor(len(calls)) as pool:
        running = [pool.submit(outcome, call) for call in calls]
        then()
        return [r.result() for r in running]
