"""Offerings: what is offered to whom, and the places of each, changed by guarded statements only."""

from typing import Any

from sqlalchemy import Row

from contracts.enrolment.offering import Offering, OfferingKind
from plumbing.unit import Unit
from services.enrolment.application.unit import TermOnOffer

_TERM = """
SELECT term, min(first_day) AS first_day FROM offering WHERE last_day >= :today
GROUP BY term ORDER BY min(first_day), term LIMIT 1
"""
_OFFERED = """
SELECT offering_id, kind, title, weekdays, starts_at, ends_at, collect_by, capacity, taken,
  (SELECT count(*) FROM place
   WHERE place.school_id = offering.school_id AND place.offering_id = offering.offering_id AND place.state = 'waiting'
  ) AS waiting
FROM offering
WHERE term = :term AND last_day >= :today AND :grade = ANY(grades)
ORDER BY kind, starts_at, title, offering_id
"""
_TAKE_SEAT = "UPDATE offering SET taken = taken + 1 WHERE offering_id = :offering_id AND taken < capacity"
_FREE_SEAT = "UPDATE offering SET taken = taken - 1 WHERE offering_id = :offering_id AND taken > 0"
_DRAW_NUMBER = """
UPDATE offering SET last_line_number = last_line_number + 1 WHERE offering_id = :offering_id AND taken = capacity
RETURNING last_line_number
"""


class Offerings(Unit):
    """What is offered, and the number of its places."""

    def term_on_offer(self) -> TermOnOffer | None:
        """Return the term that runs, or else the next to begin, of those that offerings are for."""
        row = self.row(_TERM, today=self.today)
        return TermOnOffer(name=row.term, first_day=row.first_day) if row else None

    def offered(self, term: str, grade: int) -> tuple[Offering, ...]:
        """Return what the term offers to a grade: basic care first, each by the time it starts."""
        return tuple(_offering(row) for row in self.rows(_OFFERED, term=term, grade=grade, today=self.today))

    def take_seat(self, offering_id: str) -> bool:
        """Take one place if one is left; say whether it was taken."""
        return bool(self.run(_TAKE_SEAT, offering_id=offering_id))

    def free_seat(self, offering_id: str) -> None:
        """Give one place back."""
        self.run(_FREE_SEAT, offering_id=offering_id)

    def draw_number(self, offering_id: str) -> int:
        """Return the next number of the waiting line; there is one only while every place is taken."""
        row = self.row(_DRAW_NUMBER, offering_id=offering_id)
        assert row is not None, "a place was left, and the offering is held: it should have been taken"
        return int(row.last_line_number)


def _offering(row: Row[Any]) -> Offering:
    return Offering(
        offering_id=row.offering_id,
        kind=OfferingKind(row.kind),
        title=row.title,
        weekdays=tuple(row.weekdays),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        collect_by=row.collect_by,
        capacity=row.capacity,
        left=row.capacity - row.taken,
        waiting=row.waiting,
    )
