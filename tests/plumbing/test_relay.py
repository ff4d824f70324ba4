"""Every event that is written goes out, in order, whatever is killed; one relay leads, another stands by."""

from threading import Thread

import pytest

from contracts.homework.assignment import HomeworkWithdrawn
from contracts.notify.message import MessageRead
from plumbing import clock, ids
from plumbing.database import Database
from plumbing.house import House
from plumbing.relay import Relay
from plumbing.scope import Scope
from plumbing.unit import Unit
from tests.plumbing.workshop import wait_for

HEARD = "heard"


@pytest.fixture
def write(workshop, guardian):
    """Write events as a use case does, in transactions of a hundred."""
    database = Database(workshop.house_database.url("notify"))
    house = House(service="notify", unit=Unit, database=database)
    scope = Scope(district_id=guardian.district_id, school_id=guardian.school_id)

    def write(events):
        with house.database.begin(scope) as connection:
            Unit(connection, scope=scope, request_id="request-1").emit_all(events)

    yield write
    database.engine.dispose()


def read_events(count, about=None):
    return [
        MessageRead(
            message_id=about or ids.new_id(), person_id=ids.new_id(), about_id=ids.new_id(), read_at=clock.now()
        ) for _ in range(count)
    ]


@pytest.fixture
def ear(workshop):
    """A queue that hears everything notify announces."""
    with workshop.channel() as channel:
        channel.queue_declare(HEARD, durable=True, arguments={"x-queue-type": "quorum"})
        channel.queue_bind(HEARD, "notify.events", "#")
        channel.queue_purge(HEARD)
    yield
    with workshop.channel() as channel:
        channel.queue_delete(HEARD)


def heard(workshop):
    """Return (id, subject, sequence) of every event in the ear, in order, taking them."""
    left, found = workshop.depth(HEARD), []
    if not left:
        return found
    with workshop.channel() as channel:
        for method, properties, _ in channel.consume(HEARD):
            found.append((properties.message_id, properties.headers["ce-subject"], properties.headers["ce-sequence"]))
            channel.basic_ack(method.delivery_tag)
            if len(found) == left:
                channel.cancel()
                return found


def waiting(workshop):
    return workshop.database.value("SELECT count(*) FROM outbox WHERE published_at IS NULL AND unroutable_at IS NULL")


def test_what_is_committed_goes_out_in_the_order_of_writing(workshop, write, ear):
    workshop.relay()
    events = read_events(1200)
    write(events)
    wait_for(lambda: waiting(workshop) == 0, "the outbox to be empty")
    assert [subject for _, subject, _ in heard(workshop)] == [event.message_id for event in events]


def test_the_events_of_one_aggregate_arrive_numbered(workshop, write, ear):
    workshop.relay()
    about = ids.new_id()
    write(read_events(5, about))
    wait_for(lambda: waiting(workshop) == 0, "the outbox to be empty")
    assert [number for _, _, number in heard(workshop)] == ["1", "2", "3", "4", "5"]


def test_nothing_is_lost_when_the_relay_is_killed_again_and_again(workshop, write, ear):
    written = set()
    for _ in range(3):
        relay = workshop.relay()
        events = read_events(2000)
        written |= {event.message_id for event in events}
        write(events)
        wait_for(lambda: workshop.depth(HEARD) > 0, "the first of them to arrive")
        relay.kill()
    workshop.relay()
    wait_for(lambda: waiting(workshop) == 0, "the outbox to be empty")
    assert {subject for _, subject, _ in heard(workshop)} == written


def test_two_relays_publish_nothing_twice_and_the_second_takes_over_when_the_first_dies(workshop, write, ear):
    first, _ = workshop.relay(), workshop.relay()
    write(read_events(500))
    wait_for(lambda: waiting(workshop) == 0, "the outbox to be empty")
    assert len(heard(workshop)) == 500
    first.kill()
    write(read_events(10))
    wait_for(lambda: waiting(workshop) == 0, "the second relay to take over")
    assert len(heard(workshop)) == 10


def test_an_open_transaction_of_another_house_does_not_hold_events_back(workshop, write, ear):
    workshop.relay()
    workshop.database.connection.autocommit = False
    workshop.database.run("INSERT INTO effect VALUES (%s)", ids.new_id())
    write(read_events(10))
    wait_for(lambda: workshop.depth(HEARD) == 10, "the events")
    workshop.database.connection.rollback()
    workshop.database.connection.autocommit = True


def test_the_relay_goes_on_after_its_database_connection_is_cut(workshop, write, ear):
    workshop.relay()
    write(read_events(10))
    wait_for(lambda: waiting(workshop) == 0, "the first to go out")
    workshop.database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'notify_relay'")
    write(read_events(10))
    wait_for(lambda: waiting(workshop) == 0, "the others to go out")
    assert len(heard(workshop)) == 20


def test_an_event_nobody_subscribes_to_goes_out_all_the_same(workshop, write):
    workshop.relay()
    write(read_events(1))
    wait_for(lambda: waiting(workshop) == 0, "it to be marked")
    assert workshop.database.value("SELECT count(*) FROM outbox WHERE unroutable_at IS NOT NULL") == 0


def test_a_house_cannot_publish_in_another_ones_name(workshop, write, guardian, ear):
    foreign = HomeworkWithdrawn(
        assignment_id=ids.new_id(), class_id=ids.new_id(), teacher_id=ids.new_id(), subject="数学", day=clock.today()
    )
    relay = workshop.relay()
    write([foreign])
    wait_for(lambda: '"code": 403' in relay.log.read_text(), "the broker to refuse")
    assert waiting(workshop) == 1


def test_a_relay_told_to_stop_leaves_once_however_often_it_is_its_turn(workshop):
    house, problems = workshop.house_database, []
    relay = Relay("notify", database_url=house.url("notify_relay"), amqp_url=workshop.vhost.url("notify"))

    def work():
        try:
            relay.run()
        except Exception as problem:
            problems.append(problem)

    thread = Thread(target=work)
    thread.start()
    wait_for(lambda: relay.unready() == [], "the relay to be at work")
    relay._connection.ioloop.add_callback_threadsafe(lambda: [relay.stop(), relay._turn(), relay._turn()])
    thread.join(10)
    assert not thread.is_alive()
    assert problems == []
