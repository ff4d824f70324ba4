"""What a house has subscribed to, it understands: every stored example, as it comes by the broker, takes effect."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from contracts import catalogue
from contracts.directory.calendar import CalendarPublished
from contracts.rulebook.norms import NormsPublished
from plumbing import clock
from plumbing.envelope import CONTENT_TYPE, open_letter, seal
from plumbing.ids import new_id
from services.enrolment.application.facts import learn as enrolment_learns
from services.homework.application.learn import learn as homework_learns
from services.notify.application.facts import learn as notify_learns
from services.notify.application.telling import tell
from tests.store.enrolment import fake as enrolment
from tests.store.notify import fake as notify
from tests.unit.homework.memory import Drawer, MemoryStore

EXAMPLES = Path(__file__).parent / "examples"
OF_THE_DISTRICT = (CalendarPublished, NormsPublished)


def kept_by_homework(received):
    store = MemoryStore()
    store.hear(homework_learns, received)
    return [drawer for drawer in store.drawers.values() if drawer != Drawer()]


def kept_by_enrolment(received):
    store = enrolment.FakeStore()
    of_school = received.school_id is not None
    store.hear(enrolment_learns, received.event, received.sequence, of_school=of_school)
    return store.state != enrolment.State()


def kept_by_notify(use_case):
    def kept(received):
        store = notify.FakeStore()
        store.hear(use_case, received.event, received.queue, received.sequence, received.message_id)
        return replace(store.state, heard=set()) != notify.State()

    return kept


KEPT_BY = {
    catalogue.HOMEWORK_FACTS: kept_by_homework,
    catalogue.ENROLMENT_FACTS: kept_by_enrolment,
    catalogue.NOTIFY_FACTS: kept_by_notify(notify_learns),
    catalogue.NOTIFY_MESSAGES: kept_by_notify(tell),
}
HEARD = [
    pytest.param(subscription, path, id=f"{subscription.queue}-{path.stem}")
    for subscription in catalogue.SUBSCRIPTIONS
    for event in subscription.events
    for path in sorted(EXAMPLES.glob(f"{event.type}*.json"))
]


def received(path, queue):
    """Return the stored example as a house receives it."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    event_type = ".".join(path.name.split(".")[:3])
    event = catalogue.event_types()[event_type]
    letter = seal(SimpleNamespace(
        message_id=new_id(), type=event_type, subject=stored[event.about], occurred_at=clock.now(), sequence=1,
        correlation_id=new_id(), causation_id=None, district_id=new_id(),
        school_id=None if issubclass(event, OF_THE_DISTRICT) else new_id(), body=json.dumps(stored),
    ))
    return open_letter(letter.headers, CONTENT_TYPE, letter.body, queue=queue)


@pytest.mark.parametrize(("subscription", "path"), HEARD)
def test_every_stored_example_takes_effect_at_every_house_that_subscribes_to_it(subscription, path):
    assert KEPT_BY[subscription](received(path, subscription.queue)), f"{subscription.queue} lets it pass by"
