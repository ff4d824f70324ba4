"""A command is carried out once for its key; what was answered stands, refusals included; a refusal leaves no trace."""

import threading
from dataclasses import replace

import pytest

from contracts.actor import Actor, Grant, Role
from contracts.errors import (
    DeadlinePassed,
    InvalidRequest,
    KeyReused,
    NotFound,
    RuleRefused,
    StillAnswering,
    Unavailable,
)
from contracts.notify.message import MarkRead, MessageRead, Receipt
from plumbing import clock, ids
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.house import House
from plumbing.unit import Unit


@pytest.fixture
def house(workshop):
    database = Database(workshop.house_database.url("notify"))
    yield House(service="notify", unit=Unit, database=database)
    database.engine.dispose()


def read(unit, ask):
    unit.run("INSERT INTO effect (about) VALUES (:about)", about=ask.message_id)
    unit.emit(MessageRead(
        message_id=ask.message_id, person_id=unit.actor.person_id, about_id=ask.message_id, read_at=unit.now
    ))
    unit.audit("read", "message", ask.message_id)
    return Receipt(message_id=ask.message_id, read_at=unit.now)


def refuse(unit, ask):
    read(unit, ask)
    raise RuleRefused(details={"findings": [{"norm": "x"}]})


def caller(actor, key):
    return Caller(actor=actor, call="notify.mark_read", request_id="request-1", key=key)


@pytest.fixture
def ask():
    return MarkRead(message_id=ids.new_id())


def count(workshop, table):
    return workshop.database.value(f"SELECT count(*) FROM {table}")


def test_the_second_request_with_a_key_gets_the_first_ones_answer(workshop, house, guardian, ask):
    first = house.command(read, ask, caller(guardian, "k"))
    assert house.command(read, ask, caller(guardian, "k")) == first
    assert (count(workshop, "effect"), count(workshop, "outbox"), count(workshop, "audit")) == (1, 1, 1)


def test_twenty_at_once_with_one_key_have_one_effect_and_one_answer(workshop, house, guardian, ask):
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(house.command(read, ask, caller(guardian, "k"))["read_at"]))
        for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(answers), len(set(answers))) == (20, 1)
    assert count(workshop, "effect") == 1


def test_a_refusal_stands_for_its_key_and_leaves_no_trace(workshop, house, guardian, ask):
    for _ in range(2):
        with pytest.raises(RuleRefused) as refused:
            house.command(refuse, ask, caller(guardian, "k"))
        assert refused.value.details == {"findings": [{"norm": "x"}]}
    assert (count(workshop, "effect"), count(workshop, "outbox"), count(workshop, "audit")) == (0, 0, 0)


def test_what_a_refused_command_would_do_is_not_tried_again_for_the_same_key(house, guardian, ask):
    with pytest.raises(RuleRefused):
        house.command(refuse, ask, caller(guardian, "k"))
    with pytest.raises(RuleRefused):
        house.command(read, ask, caller(guardian, "k"))


def test_a_key_cannot_be_used_for_another_content_and_what_stands_is_shown(house, guardian, ask):
    stands = house.command(read, ask, caller(guardian, "k"))
    with pytest.raises(KeyReused) as reused:
        house.command(read, MarkRead(message_id=ids.new_id()), caller(guardian, "k"))
    assert reused.value.details["stands"] == stands


def test_two_people_may_use_the_same_key(workshop, house, guardian, ask):
    other = Actor(
        person_id=ids.new_id(), district_id=guardian.district_id, school_id=guardian.school_id,
        grants=(Grant(role=Role.GUARDIAN),),
    )
    house.command(read, ask, caller(guardian, "k"))
    house.command(read, ask, caller(other, "k"))
    assert count(workshop, "effect") == 2


@pytest.mark.parametrize("key", [None, "", "x" * 201])
def test_a_command_without_a_fit_key_is_not_carried_out(workshop, house, guardian, ask, key):
    with pytest.raises(InvalidRequest):
        house.command(read, ask, caller(guardian, key))
    assert count(workshop, "effect") == 0


def test_a_failure_is_no_answer_so_the_same_key_may_be_tried_again(workshop, house, guardian, ask):
    def fail(unit, ask):
        read(unit, ask)
        raise Unavailable

    with pytest.raises(Unavailable):
        house.command(fail, ask, caller(guardian, "k"))
    house.command(read, ask, caller(guardian, "k"))
    assert count(workshop, "effect") == 1


def test_a_command_that_is_finished_after_its_caller_has_left_is_undone(workshop, house, guardian, ask):
    late = replace(caller(guardian, "k"), deadline_ms=int(clock.now().timestamp() * 1000) - 1)
    with pytest.raises(DeadlinePassed):
        house.command(read, ask, late)
    assert (count(workshop, "effect"), count(workshop, "outbox")) == (0, 0)
    assert house.command(read, ask, caller(guardian, "k"))["message_id"] == ask.message_id


def test_who_waits_too_long_for_the_first_is_told_to_ask_again_by_the_same_key(workshop, house, guardian, ask):
    inside, leave = threading.Event(), threading.Event()

    def linger(unit, ask):
        inside.set()
        assert leave.wait(10)
        return read(unit, ask)

    first = threading.Thread(target=lambda: house.command(linger, ask, caller(guardian, "k")))
    first.start()
    assert inside.wait(10)
    with pytest.raises(StillAnswering):
        house.command(read, ask, caller(guardian, "k"))
    leave.set()
    first.join()
    assert house.command(read, ask, caller(guardian, "k"))["message_id"] == ask.message_id
    assert count(workshop, "effect") == 1


def test_the_events_of_one_aggregate_are_numbered_without_holes_by_many_writers(workshop, house, guardian, ask):
    def write(number):
        house.command(read, ask, caller(guardian, f"k{number}"))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = [row[0] for row in workshop.database.run("SELECT sequence FROM outbox ORDER BY sequence")]
    assert numbers == list(range(1, 13))


def test_two_writers_who_lock_each_other_out_both_succeed_in_the_end(workshop, house, guardian):
    one, two = sorted((ids.new_id(), ids.new_id()))
    met = threading.Barrier(2, timeout=10)

    def cross(order):
        first_try = iter([True])

        def use_case(unit, ask):
            unit.run("INSERT INTO stream VALUES (:s, 1) ON CONFLICT (subject) DO UPDATE SET sequence = 2", s=order[0])
            if next(first_try, False):
                met.wait()
            unit.run("INSERT INTO stream VALUES (:s, 1) ON CONFLICT (subject) DO UPDATE SET sequence = 2", s=order[1])
            return read(unit, ask)

        return use_case

    workshop.database.run("INSERT INTO stream VALUES (%s, 1), (%s, 1)", one, two)
    ask = MarkRead(message_id=ids.new_id())
    threads = [
        threading.Thread(target=house.command, args=(cross(order), ask, caller(guardian, key)))
        for key, order in {"a": (one, two), "b": (two, one)}.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(workshop, "effect") == 2


@pytest.fixture
def officer(guardian):
    """Somebody of the district's office, who belongs to no school."""
    return Actor(
        person_id=ids.new_id(), district_id=guardian.district_id, grants=(Grant(role=Role.DISTRICT_OFFICE),)
    )


def test_a_district_commands_once_for_its_key_too_and_it_is_on_record(workshop, house, officer, ask):
    first = house.command_of_district(read, ask, caller(officer, "k"))
    assert house.command_of_district(read, ask, caller(officer, "k")) == first
    assert workshop.database.run("SELECT DISTINCT tenant_id::text FROM audit") == [(officer.district_id,)]


def test_a_district_has_no_say_in_what_a_school_commands_nor_a_school_in_its(workshop, house, guardian, officer, ask):
    for command, actor in ((house.command, officer), (house.command_of_district, guardian)):
        with pytest.raises(NotFound):
            command(read, ask, caller(actor, "k"))
    assert count(workshop, "effect") == 0


def test_neither_district_nor_school_sees_what_the_other_was_answered(house, guardian, officer, ask):
    house.command(read, ask, caller(guardian, "k"))
    house.command_of_district(read, ask, caller(officer, "k"))
    seen = [
        house.query(lambda unit, _: unit.rows("SELECT tenant_id::text AS id FROM idempotency"), ask, caller(who, None))
        for who in (guardian, officer)
    ]
    assert [[row.id for row in rows] for rows in seen] == [[guardian.school_id], [officer.district_id]]


def test_a_school_cannot_see_what_another_school_was_answered(workshop, house, guardian, ask):
    house.command(read, ask, caller(guardian, "k"))
    stranger = Actor(
        person_id=guardian.person_id, district_id=guardian.district_id, school_id=ids.new_id(), grants=guardian.grants
    )
    seen = house.query(lambda unit, _: unit.rows("SELECT * FROM idempotency"), ask, caller(stranger, None))
    assert seen == []
    own = house.query(lambda unit, _: unit.rows("SELECT * FROM idempotency"), ask, caller(guardian, None))
    assert len(own) == 1
