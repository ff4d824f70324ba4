"""Every event that is written goes out, in order, whatever is killed; one relay leads, another stands by."""

import pytest

from contracts.homework.assignment import HomeworkWithdrawn
from contracts.notify.message import MessageRead
from plumbing import clock, ids
from plumbing.database import Database
from plumbing.house import House
from plumbing.scope import Scope
from plumbing.unit import Unit
from tests.plumbing.room import wait_for

pytestmark = pytest.mark.servers
HEARD = "heard"


@pytest.fixture
def write(room, guardian):
    """Write events as a use case does, in transactions of a hundred."""
    database = Database(room.servers.database_url("notify", "notify"))
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
def ear(room):
    """A queue that hears everything notify announces."""
    with room.channel() as channel:
        channel.queue_declare(HEARD, durable=True, arguments={"x-queue-type": "quorum"})
        channel.queue_bind(HEARD, "notify.events", "#")
        channel.queue_purge(HEARD)
    yield
    with room.channel() as channel:
        channel.queue_delete(HEARD)


def heard(room):
    """Return (id, subject, sequence) of every event in the ear, in order, taking them."""
    found = []
    with room.channel() as channel:
        while True:
            method, properties, _ = channel.basic_get(HEARD, auto_ack=True)
            if method is None:
                return found
            found.append((properties.message_id, properties.headers["ce-subject"], properties.headers["ce-sequence"]))


def waiting(room):
    return room.database.value("SELECT count(*) FROM outbox WHERE published_at IS NULL AND unroutable_at IS NULL")


def test_what_is_committed_goes_out_in_the_order_of_writing(room, write, ear):
    room.relay()
    events = read_events(1200)
    write(events)
    wait_for(lambda: waiting(room) == 0, "the outbox to be empty")
    assert [subject for _, subject, _ in heard(room)] == [event.message_id for event in events]


def test_the_events_of_one_aggregate_arrive_numbered(room, write, ear):
    room.relay()
    about = ids.new_id()
    write(read_events(5, about))
    wait_for(lambda: waiting(room) == 0, "the outbox to be empty")
    assert [number for _, _, number in heard(room)] == ["1", "2", "3", "4", "5"]


def test_nothing_is_lost_when_the_relay_is_killed_again_and_again(room, write, ear):
    written = set()
    for _ in range(4):
        relay = room.relay()
        events = read_events(2000)
        written |= {event.message_id for event in events}
        write(events)
        wait_for(lambda: room.depth(HEARD) > 0, "the first of them to arrive")
        relay.kill()
    room.relay()
    wait_for(lambda: waiting(room) == 0, "the outbox to be empty")
    assert {subject for _, subject, _ in heard(room)} == written


def test_two_relays_publish_nothing_twice_and_the_second_takes_over_when_the_first_dies(room, write, ear):
    first, _ = room.relay(), room.relay()
    write(read_events(500))
    wait_for(lambda: waiting(room) == 0, "the outbox to be empty")
    assert len(heard(room)) == 500
    first.kill()
    write(read_events(10))
    wait_for(lambda: waiting(room) == 0, "the second relay to take over")
    assert len(heard(room)) == 10


def test_an_open_transaction_of_another_house_does_not_hold_events_back(room, write, ear):
    room.relay()
    room.database.connection.autocommit = False
    room.database.run("INSERT INTO effect VALUES (%s)", ids.new_id())
    write(read_events(10))
    wait_for(lambda: room.depth(HEARD) == 10, "the events")
    room.database.connection.rollback()
    room.database.connection.autocommit = True


def test_the_relay_goes_on_after_its_database_connection_is_cut(room, write, ear):
    room.relay()
    write(read_events(10))
    wait_for(lambda: waiting(room) == 0, "the first to go out")
    room.database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'notify_relay'")
    write(read_events(10))
    wait_for(lambda: waiting(room) == 0, "the others to go out")
    assert len(heard(room)) == 20


def test_an_event_nobody_subscribes_to_goes_out_all_the_same(room, write):
    room.relay()
    write(read_events(1))
    wait_for(lambda: waiting(room) == 0, "it to be marked")
    assert room.database.value("SELECT count(*) FROM outbox WHERE unroutable_at IS NOT NULL") == 0


def test_a_house_cannot_publish_in_another_ones_name(room, write, guardian, ear):
    foreign = HomeworkWithdrawn(
        assignment_id=ids.new_id(), class_id=ids.new_id(), teacher_id=ids.new_id(), subject="数学", day=clock.today()
    )
    relay = room.relay()
    write([foreign])
    wait_for(lambda: "ACCESS_REFUSED" in relay.log.read_text(), "the broker to refuse")
    assert waiting(room) == 1
