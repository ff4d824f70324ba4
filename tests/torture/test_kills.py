"""While relay, houses, broker and database are killed with -9 at seeded moments: nothing lost, nothing twice."""

import json
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count

import pika
import pytest

from contracts.catalogue import HOUSES, NOTIFY_MESSAGES, SUBSCRIPTIONS
from ops import pidfile
from ops.databases import as_superuser
from ops.ready import says_ready
from ops.running import wait_for
from ops.secrets import Secrets
from plumbing import clock, parked
from plumbing.passport import PassportOffice
from plumbing.rpc_client import RpcClient
from tests.torture.cast import School
from tests.torture.killer import VICTIMS, Killer
from tests.torture.story import Story

CODE, CALLERS, QUIET_SECONDS = "yunxi", 6, 180


@pytest.fixture(scope="module")
def told(house_up, seed, request):
    """The story, told under fire, to its end; afterwards everybody is up and every queue empty."""
    rounds = request.config.getoption("--rounds")
    client = RpcClient(
        house_up.amqp_url("gateway"), PassportOffice(Secrets(house_up.places.secrets).passport_keys()[0])
    )
    school = School(house_up.places, CODE)
    story = Story(client, school, clock.today() + timedelta(days=1), _clubs(house_up, school))
    story.busy = {row[0] for row in asked(house_up, "enrolment", "SELECT pupil_id FROM application")}
    with Killer(house_up, seed, rounds) as killer:
        _tell(story, killer, seed)
    story.killed = killer.killed
    _quiet(house_up)
    yield story
    client.close()


def _tell(story, killer, seed):
    """Tell until the killer has finished, with six callers at once."""
    chance = random.Random(seed)
    teaching = story.school.teachers()
    pupils = iter(story.school.pupils)
    numbers = count(1)

    def one(_):
        while not killer.finished.is_set():
            number = next(numbers)
            pupil = next(pupils, None) if number % 3 == 0 else None
            if pupil and pupil.pupil_id not in story.busy:
                story.apply_and_be_decided(pupil, leaves=number % 2 == 0)
            else:
                story.publish(*chance.choice(teaching), minutes=1 + number % 3)

    with ThreadPoolExecutor(CALLERS) as callers:
        list(callers.map(one, range(CALLERS)))


def _clubs(house, school):
    """Return a club for each grade, the one with the fewest places, so that a line forms."""
    plain = json.loads((house.places.demo / "enrolment.json").read_text(encoding="utf-8"))["offerings"]
    own = [o for o in plain if o["school_id"] == school.school_id and o["kind"] == "club"]
    return {
        grade: min((o for o in own if grade in o["grades"]), key=lambda o: o["capacity"])["offering_id"]
        for grade in set(school.classes.values())
    }


def asked(house, service, sql, *values):
    """Ask a house's database as its superuser."""
    with as_superuser(house.databases[service].inside_admin_url) as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


WAITING = "SELECT count(*) FROM outbox WHERE published_at IS NULL"


def _quiet(house):
    """Everybody is ready, every outbox and every queue empty."""

    def ready():
        files = [pidfile.find(house.places.run, name) for name in house.state.processes]
        return all(f and (f.health_port is None or says_ready(f.health_port)) for f in files)

    def delivered():
        return all(asked(house, service, WAITING) == [(0,)] for service in HOUSES) and not any(_depths(house).values())

    assert wait_for(ready, QUIET_SECONDS), "everybody to be up again"
    assert wait_for(delivered, QUIET_SECONDS), f"queues to be empty: {_depths(house)}"


def _depths(house):
    """Return how many messages wait in each event queue and each rung of each ladder."""
    ladders = [f"retry.{s}.{rung}" for s in {s.service for s in SUBSCRIPTIONS} for rung in ("5s", "30s", "5m", "30m")]
    connection = pika.BlockingConnection(pika.URLParameters(house.amqp_url()))
    try:
        channel = connection.channel()
        return {
            queue: channel.queue_declare(queue, passive=True).method.message_count
            for queue in (*(s.queue for s in SUBSCRIPTIONS), *ladders)
        }
    finally:
        connection.close()


def test_everybody_was_killed(told):
    assert set(told.killed) == set(VICTIMS)
    assert len(told.published) > 20 and len(told.placed) > 5


def test_every_published_piece_stands_and_no_other(told, house_up):
    standing = asked(house_up, "homework", "SELECT assignment_id FROM assignment WHERE content = %s", told.words)
    assert Counter(row[0] for row in standing) == Counter(told.published.keys())


def test_every_class_day_counts_what_stands_on_it(told, house_up):
    days = asked(
        house_up, "homework",
        "SELECT class_id, all_total_average, (SELECT coalesce(sum(minutes), 0) FROM assignment a"
        " WHERE (a.school_id, a.class_id, a.day) = (d.school_id, d.class_id, d.day) AND state <> 'withdrawn')"
        " FROM class_day d WHERE school_id = %s", told.school.school_id,
    )
    assert days and all(counted == standing for _, counted, standing in days)


@pytest.mark.parametrize("service", HOUSES)
def test_the_events_of_every_aggregate_are_numbered_without_a_hole(told, house_up, service):
    holes = asked(house_up, service, "SELECT subject FROM outbox GROUP BY subject HAVING max(sequence) <> count(*)")
    assert holes == []


def test_every_change_has_its_event_once(told, house_up):
    published = asked(house_up, "homework", "SELECT subject FROM outbox WHERE type = 'homework.published.v1'")
    counts = Counter(row[0] for row in published)
    assert {counts[assignment_id] for assignment_id in told.published} == {1}
    for kind, applications in {
        "application_submitted": told.placed, "application_decided": told.placed, "application_withdrawn": told.left
    }.items():
        events = asked(house_up, "enrolment", "SELECT subject FROM outbox WHERE type = %s", f"enrolment.{kind}.v1")
        counts = Counter(row[0] for row in events)
        assert all(counts[application_id] == 1 for application_id in applications), kind


def test_every_event_took_effect_at_its_subscriber_once(told, house_up):
    types = [event.type for event in NOTIFY_MESSAGES.events]
    sent = {
        row[0] for service in ("homework", "enrolment")
        for row in asked(house_up, service, "SELECT message_id FROM outbox WHERE type = ANY(%s)", types)
    }
    taken = asked(house_up, "notify", "SELECT message_id FROM inbox WHERE consumer = %s", NOTIFY_MESSAGES.queue)
    assert {row[0] for row in taken} == sent


def test_every_guardian_of_the_class_is_told_once(told, house_up):
    guardians = {
        class_id: {g for p in told.school.pupils if p.class_id == class_id for g in p.guardian_ids}
        for class_id in told.school.classes
    }
    told_of = asked(
        house_up, "notify",
        "SELECT about_id, array_agg(person_id::text) FROM announcement JOIN message USING (school_id, announcement_id)"
        " WHERE cause = 'homework.published' GROUP BY about_id",
    )
    people = {about_id: Counter(persons) for about_id, persons in told_of}
    for assignment_id, (class_id, _) in told.published.items():
        assert people[assignment_id] == Counter(guardians[class_id])


def test_no_club_gave_more_places_than_it_has_and_none_stays_empty_while_somebody_waits(told, house_up):
    for capacity, taken, given, waiting in asked(
        house_up, "enrolment",
        "SELECT capacity, taken, count(*) FILTER (WHERE p.state = 'given'), count(*) FILTER (WHERE p.state = 'waiting')"
        " FROM offering LEFT JOIN place p USING (school_id, offering_id) GROUP BY school_id, offering_id",
    ):
        assert taken == given <= capacity
        assert given == capacity or not waiting


def test_nothing_is_parked_and_no_caller_saw_a_fault(told, house_up):
    assert told.faults == []
    for service in {subscription.service for subscription in SUBSCRIPTIONS}:
        assert parked.look(house_up.amqp_url(), service) == []
