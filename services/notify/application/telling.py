"""Telling: an event becomes one message for each person concerned, now or when they turn out to be (N1)."""

from contracts.received import Received
from services.notify.application.unit import Unit
from services.notify.domain.announcement import announcement


def tell(unit: Unit, received: Received) -> None:
    """Tell everybody whom the event concerns, once each; who is not known yet is told when they are."""
    event = received.event
    unit.announce(received.message_id, announcement(event.type, event.aggregate_id, event.dump()))
