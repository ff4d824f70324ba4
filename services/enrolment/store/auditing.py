"""Auditing: what places come to, counted from the places themselves."""

from plumbing.unit import Unit
from services.enrolment.domain.audit import Counted, Stands

_COUNTED = """
SELECT offering.offering_id, capacity, taken,
  count(*) FILTER (WHERE place.state = 'given') AS given,
  count(*) FILTER (WHERE place.state = 'waiting') AS waiting,
  count(*) FILTER (WHERE place.state IN ('given', 'waiting') AND part.state IS DISTINCT FROM 'approved') AS unapproved,
  count(line_number) FILTER (WHERE place.state = 'waiting')
    - count(DISTINCT line_number) FILTER (WHERE place.state = 'waiting') AS twice
FROM offering
LEFT JOIN place USING (school_id, offering_id)
LEFT JOIN part ON (part.school_id, part.application_id, part.kind)
  = (place.school_id, place.application_id, offering.kind)
GROUP BY offering.offering_id, capacity, taken
ORDER BY offering.offering_id
"""
_STANDS = """
SELECT application_id, kind, part.state AS part, approval_case.state AS case
FROM part JOIN approval_case USING (school_id, case_id) ORDER BY application_id, kind
"""


def schools(unit: Unit) -> list[str]:
    """Return every school that offers anything."""
    return [row.school_id for row in unit.rows("SELECT school_id FROM schools_with_offerings() ORDER BY school_id")]


class Auditing(Unit):
    """One school's places and applications, looked through."""

    def counted(self) -> tuple[Counted, ...]:
        """Return every offering of the school with what its places come to."""
        return tuple(Counted(**row._asdict()) for row in self.rows(_COUNTED))

    def stands(self) -> tuple[Stands, ...]:
        """Return every part that has a case."""
        return tuple(Stands(**row._asdict()) for row in self.rows(_STANDS))
