"""Real: rulebook's own store on PostgreSQL, as its service's role."""

import json

from sqlalchemy import text

from contracts import catalogue
from plumbing.scope import Scope

_NEWS = text("SELECT school_id, type, body FROM outbox WHERE district_id = :district ORDER BY seq")


class RealStore:
    """A database that others use too. `house` runs as the service, `inspector` sees everything."""

    def __init__(self, house, inspector):
        self.house, self.inspector = house, inspector

    def run(self, use_case, ask, scope, actor=None):
        with self.house.database.begin(scope) as connection:
            return use_case(self.house.unit(connection, scope=scope, request_id="test", actor=actor), ask)

    def news(self, district_id):
        with self.inspector.begin(Scope()) as connection:
            rows = connection.execute(_NEWS, {"district": district_id}).all()
        types = catalogue.event_types()
        return [(row.school_id, types[row.type].load(json.loads(row.body))) for row in rows]
