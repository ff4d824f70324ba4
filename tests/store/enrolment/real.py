"""Real: enrolment's own store on PostgreSQL, as its service's role."""

import json
from datetime import UTC, datetime

from sqlalchemy import text

from contracts import catalogue
from contracts.received import Received
from plumbing.caller import Caller
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.enrolment import wiring
from tests.store.enrolment import cast

_NEWS = text("SELECT type, body FROM outbox WHERE school_id = :school ORDER BY seq")
_AUDITED = text("SELECT action, pupil_id FROM audit WHERE tenant_id = :school ORDER BY id")
_COUNTED = text("""
SELECT taken, (SELECT count(*) FROM place WHERE offering_id = offering.offering_id AND state = 'given'), capacity
FROM offering WHERE offering_id = :offering_id
""")


class RealStore:
    """One school in a database that others use too. `house` runs as the service, `inspector` sees everything."""

    def __init__(self, house, inspector):
        self.house, self.inspector, self.school_id = house, inspector, new_id()

    def ask(self, use_case, ask, actor):
        return self.house.change(use_case, ask, Caller(actor=actor, call="test", request_id="test"))

    def hear(self, use_case, event, sequence, *, of_school=True):
        received = Received(
            event=event, queue=catalogue.ENROLMENT_FACTS.queue, message_id=new_id(), sequence=sequence,
            occurred_at=datetime(2026, 9, 1, tzinfo=UTC), district_id=cast.district_of(self.school_id),
            school_id=self.school_id if of_school else None, request_id="test",
        )
        self.house.effect(use_case, received)

    def tick(self, turn):
        scope = Scope(district_id=cast.district_of(self.school_id), school_id=self.school_id)
        with self.house.database.begin(scope) as connection:
            turn(self.house.unit(connection, scope=scope, request_id="test"))

    def offer(self, offering, grades, term, first_day, last_day):
        said, where = offering.dump(), {"district_id": cast.district_of(self.school_id), "school_id": self.school_id}
        hours = {name: said.pop(name) for name in ("starts_at", "ends_at", "collect_by")}
        session = {
            **where, **hours, "session_id": offering.offering_id, "kind": "after_school", "name": offering.title,
            "grades": list(grades), "weekdays": list(offering.weekdays),
        }
        known = {name: said[name] for name in ("offering_id", "kind", "title", "weekdays", "capacity")}
        row = {**where, **known, "grades": list(grades), "session_id": offering.offering_id}
        wiring.seed(self.house, {
            "term": {"name": term, "first": first_day.isoformat(), "last": last_day.isoformat()},
            "sessions": [session], "offerings": [row],
        })

    def news(self):
        types = catalogue.event_types()
        return [types[row.type].load(json.loads(row.body)) for row in self._look(_NEWS)]

    def audited(self):
        return [(row.action, row.pupil_id) for row in self._look(_AUDITED)]

    def counted(self, offering_id):
        return tuple(self._look(_COUNTED, offering_id=offering_id)[0])

    def _look(self, statement, **values):
        scope = Scope(district_id=cast.district_of(self.school_id), school_id=self.school_id)
        with self.inspector.begin(scope) as connection:
            return connection.execute(statement, {"school": self.school_id, **values}).all()
