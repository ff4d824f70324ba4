"""Stand-ins: who has agreed to decide for whom, on which days."""

from contracts.enrolment.stand_in import StandIn
from plumbing.unit import Unit

_ALL = "SELECT person_id, stand_in_id, first, last FROM stand_in ORDER BY person_id"
_KEEP = """
INSERT INTO stand_in (person_id, stand_in_id, first, last) VALUES (:person_id, :stand_in_id, :first, :last)
ON CONFLICT (school_id, person_id) DO UPDATE
SET stand_in_id = excluded.stand_in_id, first = excluded.first, last = excluded.last
"""
_DROP = "DELETE FROM stand_in WHERE person_id = :person_id"


class StandIns(Unit):
    """What has been agreed in one school; a row a person at most."""

    def stand_ins(self) -> tuple[StandIn, ...]:
        """Return what has been agreed on standing in, of past days too."""
        return tuple(StandIn(**row._asdict()) for row in self.rows(_ALL))

    def keep_stand_in(self, agreed: StandIn) -> None:
        """Let this be what the person has agreed, instead of anything before."""
        self.run(_KEEP, **vars(agreed))

    def drop_stand_in(self, person_id: str) -> None:
        """Let nobody stand in for the person."""
        self.run(_DROP, person_id=person_id)
