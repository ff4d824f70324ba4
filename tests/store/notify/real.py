"""Real: notify's own store on PostgreSQL, as its service's role."""

import json
from datetime import UTC, datetime

from sqlalchemy import text

from contracts import catalogue
from contracts.received import Received
from plumbing.caller import Caller
from plumbing.ids import new_id
from plumbing.scope import Scope
from tests.store.notify.stage import DISTRICT

_NEWS = text("SELECT type, body FROM outbox WHERE school_id = :school ORDER BY seq")
_A_DAY_LATER = text(
    "UPDATE announcement SET announced_at = announced_at - interval '24 hours' WHERE school_id = :school"
)


class RealStore:
    """One school in a database that others use too. `house` runs as the service, `inspector` sees everything."""

    def __init__(self, house, inspector):
        self.house, self.inspector, self.school_id = house, inspector, new_id()

    def ask(self, use_case, ask, actor):
        return self.house.change(use_case, ask, Caller(actor=actor, call="test", request_id="test"))

    def hear(self, use_case, event, queue, sequence, message_id):
        self.house.effect(use_case, Received(
            event=event, queue=queue, message_id=message_id, sequence=sequence,
            occurred_at=datetime(2026, 9, 1, tzinfo=UTC), district_id=DISTRICT, school_id=self.school_id,
            request_id="test",
        ))

    def let_a_day_pass(self):
        with self.inspector.begin(self._scope) as connection:
            connection.execute(_A_DAY_LATER, {"school": self.school_id})

    def news(self):
        types = catalogue.event_types()
        with self.inspector.begin(self._scope) as connection:
            rows = connection.execute(_NEWS, {"school": self.school_id}).all()
        return [types[row.type].load(json.loads(row.body)) for row in rows]

    @property
    def _scope(self):
        return Scope(district_id=DISTRICT, school_id=self.school_id)
