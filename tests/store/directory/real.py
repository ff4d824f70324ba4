"""Real: directory's own store on PostgreSQL, used as the service uses it, as its role."""

import json

from sqlalchemy import text

from contracts import catalogue
from plumbing.scope import Scope

_NEWS = text("""
SELECT type, body FROM outbox
WHERE district_id IS NOT DISTINCT FROM CAST(:district AS uuid) AND school_id IS NOT DISTINCT FROM CAST(:school AS uuid)
ORDER BY seq
""")
_AUDITED = text("SELECT actor_id, action, pupil_id FROM audit WHERE tenant_id = :school ORDER BY 1, 2, 3")


class RealStore:
    """A database that other tests use too, each with a district of its own. `inspector` sees all of it."""

    def __init__(self, house, inspector):
        self.house, self.inspector = house, inspector
        self.change, self.query = house.change, house.query

    def take_in(self, use_case, roll, scope):
        """Take in a roll within a scope."""
        with self.house.database.begin(scope) as connection:
            use_case(self.house.unit(connection, scope=scope, request_id="test"), roll)

    def news(self, scope):
        """Return every event promised within a scope, in order."""
        types = catalogue.event_types()
        rows = self.look(_NEWS, district=scope.district_id, school=scope.school_id)
        return [types[row.type].load(json.loads(row.body)) for row in rows]

    def audited(self, school_id):
        """Return what is on record: who did what to which child."""
        return [tuple(row) for row in self.look(_AUDITED, school=school_id)]

    def look(self, statement, **values):
        """Return rows as the operator sees them."""
        with self.inspector.begin(Scope()) as connection:
            return connection.execute(statement, values).all()
