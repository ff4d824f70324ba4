"""Real: homework's own store on PostgreSQL, used as the service uses it, as its role."""

import json

from sqlalchemy import text

from contracts import catalogue
from plumbing.caller import Caller
from plumbing.scope import Scope

_NEWS = text("SELECT type, body FROM outbox WHERE school_id = :school ORDER BY seq")
_AUDITED = text("SELECT actor_id, action, object_id FROM audit WHERE tenant_id = :school ORDER BY id")
_VERSIONS = text(
    "SELECT sequence, state, minutes, reason FROM assignment_version"
    " WHERE school_id = :school AND assignment_id = :assignment_id ORDER BY sequence"
)


class RealStore:
    """A database that other tests use too, each with schools of its own. `inspector` sees all of it."""

    def __init__(self, house, inspector):
        self.house, self.inspector = house, inspector

    def ask(self, use_case, ask, actor):
        """Run a use case for an actor, in one transaction."""
        return self.house.query(use_case, ask, Caller(actor=actor, call="test", request_id="test"))

    def hear(self, use_case, received):
        """Put an event into effect."""
        self.house.effect(use_case, received)

    def news(self, school_id):
        """Return every event promised by a school, in order."""
        types = catalogue.event_types()
        return [types[row.type].load(json.loads(row.body)) for row in self.look(_NEWS, school=school_id)]

    def audited(self, school_id):
        """Return what is on record: who did what to which piece."""
        return [tuple(row) for row in self.look(_AUDITED, school=school_id)]

    def versions(self, school_id, assignment_id):
        """Return everything the board ever said of a piece."""
        return [tuple(row) for row in self.look(_VERSIONS, school=school_id, assignment_id=assignment_id)]

    def look(self, statement, **values):
        """Return rows as the operator sees them."""
        with self.inspector.begin(Scope()) as connection:
            return connection.execute(statement, values).all()
