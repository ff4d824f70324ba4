"""Names: how exchanges and queues are called; a name once given stays for ever."""

from contracts.event import Event
from plumbing.ladder import Rung

RPC_EXCHANGE = "nameko-rpc"
CANARY_EXCHANGE = "canary"


def retry_exchange(service: str, rung: Rung) -> str:
    """Return where a message waits for its next try."""
    return f"retry.{service}.{rung.name}"


def parked(service: str) -> str:
    """Return the exchange and queue where a house's unreadable or failing events stay until somebody looks."""
    return f"parked.{service}"


def exchange_of(event: type[Event]) -> str:
    """Return the exchange its producer publishes it to."""
    return f"{event.producer()}.events"
