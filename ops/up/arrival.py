"""Arrival: how many of the facts that houses have announced the others have taken in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import TextClause, text

from contracts.catalogue import SUBSCRIPTIONS, Subscription
from ops.databases import HouseDatabase
from plumbing.database import Database
from plumbing.scope import PLATFORM

_ANNOUNCED = text("SELECT count(*) FROM outbox WHERE type = ANY(:types)")
_TAKEN_IN = text("SELECT count(*) FROM inbox WHERE consumer = :queue")
_WAITING = text("SELECT count(*) FROM outbox WHERE published_at IS NULL AND unroutable_at IS NULL")
_ANY = text("SELECT EXISTS (SELECT FROM stream)")  # the outbox forgets

FACTS = tuple(subscription for subscription in SUBSCRIPTIONS if subscription.purpose == "facts")


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Counted in the databases themselves: a queue that looks empty may still have messages in somebody's hands.

    Each role of a house has one connection, with the limits of every house's own, until `close`.
    """

    databases: Mapping[str, HouseDatabase]
    _open: dict[str, Database] = field(default_factory=dict, init=False, repr=False)

    def close(self) -> None:
        """No connection is open any more."""
        while self._open:
            self._open.popitem()[1].engine.dispose()

    def nothing_ever_happened(self, house: str) -> bool:
        """Say whether a house has never announced anything."""
        return not self._ask(house, "", _ANY)

    def waiting(self) -> int:
        """Return how many events no relay has published yet."""
        return sum(self._ask(house, "_relay", _WAITING) for house in self.databases)

    def missing(self) -> int:
        """Return how many announced facts some subscriber has not taken in yet."""
        return sum(max(0, self._announced(one) - self._taken_in(one)) for one in FACTS)

    def _announced(self, subscription: Subscription) -> int:
        producers: dict[str, list[str]] = {}
        for event in subscription.events:
            producers.setdefault(event.producer(), []).append(event.type)
        return sum(self._ask(house, "_relay", _ANNOUNCED, types=types) for house, types in producers.items())

    def _taken_in(self, subscription: Subscription) -> int:
        return self._ask(subscription.service, "", _TAKEN_IN, queue=subscription.queue)

    def _ask(self, house: str, role: str, question: TextClause, **values: object) -> int:
        with self._as(house, f"{house}{role}").begin(PLATFORM) as connection:
            return int(connection.execute(question, values).scalar_one())

    def _as(self, house: str, role: str) -> Database:
        if role not in self._open:
            self._open[role] = Database(self.databases[house].url(role), pool_size=1)
        return self._open[role]
