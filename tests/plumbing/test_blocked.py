"""While the broker takes no messages (its memory or disk is short), what cannot be set aside is kept in hand."""

import pytest

from plumbing import parked
from plumbing.subscribe import HOLD_SECONDS
from tests.plumbing.conftest import QUEUE
from tests.plumbing.test_subscribe import withdrawn
from tests.plumbing.workshop import look, wait_for


@pytest.fixture
def bad(publish, guardian):
    """An event that cannot take effect, waiting."""
    event = withdrawn()
    publish(event, guardian)
    return event


def outcomes(probe, outcome):
    """Return how often the probe has said this of an event."""
    counted = f'qingfu_events_total{{outcome="{outcome}",queue="{QUEUE}"}} '
    return sum(float(line[len(counted):]) for line in look(probe.port, "/metrics").splitlines() if counted in line)


def deliveries_of_parked(workshop):
    """Return how often the broker had given out each parked event before."""
    with workshop.channel() as channel:
        method, properties, _ = channel.basic_get("parked.notify")
        channel.basic_nack(method.delivery_tag)
    return properties.headers.get("x-delivery-count", 0)


def test_ten_minutes_without_a_broker_that_takes_messages_cost_no_delivery(workshop, broker, bad):
    assert HOLD_SECONDS >= 600
    with broker.out_of_memory():
        probe = workshop.unready_probe({bad.assignment_id: "raises"})
        wait_for(lambda: outcomes(probe, "held"), "the event to be held")
        assert not outcomes(probe, "handed_back")
    wait_for(lambda: workshop.depth("parked.notify") == 1, "the event to be parked")
    assert deliveries_of_parked(workshop) == 0
    assert [told.queue for told in parked.look(workshop.operator, "notify")] == [QUEUE], "once"


def test_what_is_held_for_too_long_is_handed_back_and_lost_to_nobody(workshop, broker, bad):
    with broker.out_of_memory():
        probe = workshop.unready_probe({bad.assignment_id: "raises"}, hold_seconds=0.2, pause_seconds=0.2)
        wait_for(lambda: outcomes(probe, "handed_back") >= 2, "the event to be handed back again and again")
    wait_for(lambda: outcomes(probe, "parked"), "the event to be parked")


def test_a_house_that_holds_events_stops_at_once_when_told_to(workshop, broker, bad):
    with broker.out_of_memory():
        probe = workshop.unready_probe({bad.assignment_id: "raises"})
        wait_for(lambda: outcomes(probe, "held"), "the event to be held")
        assert probe.terminate() == 0
        assert "did not drain in time" not in probe.log.read_text(encoding="utf-8")
        wait_for(lambda: workshop.depth(QUEUE) == 1, "the event to be back in its queue")
