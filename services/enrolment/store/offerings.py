"""Offerings: what is offered to whom, and the places of each, changed by guarded statements only."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from contracts.enrolment.offering import Offering, OfferingKind, OfferingSort
from plumbing.unit import Unit
from services.enrolment.application.unit import TermOnOffer
from services.enrolment.store.hours import hours_of

_TERMS = """
SELECT programme_id, term AS name, first_day, opens_at, closes_on
FROM programme CROSS JOIN LATERAL (
  SELECT opens_at <= :now AND coalesce(closes_on, last_day) >= :today
) AS window_ (open)
WHERE state = 'announced' AND last_day >= :today
ORDER BY open DESC, first_day, term
"""
_TERM_OF = """
SELECT programme_id, term AS name, first_day, opens_at, closes_on
FROM programme JOIN application USING (school_id, term)
WHERE application_id = :application_id AND last_day >= :today
"""
_OFFERED = """
SELECT offering_id, offering.kind, sort, title, offering.weekdays, capacity, taken, location, lead_id, fee_yuan,
  description, starts_at, ends_at, collect_by, summer_starts_at, summer_ends_at, summer_collect_by,
  (SELECT count(*) FROM place
   WHERE place.school_id = offering.school_id AND place.offering_id = offering.offering_id AND place.state = 'waiting'
  ) AS waiting
FROM offering JOIN session USING (school_id, session_id)
WHERE :grade = ANY(offering.grades) AND offering.programme_id = (
  SELECT programme_id FROM programme WHERE term = :term AND state = 'announced' AND last_day >= :today
)
ORDER BY offering.kind, starts_at, title, offering_id
"""
_TAKE_SEAT = "UPDATE offering SET taken = taken + 1 WHERE offering_id = :offering_id AND taken < capacity"
_FREE_SEAT = "UPDATE offering SET taken = taken - 1 WHERE offering_id = :offering_id AND taken > 0"
_DRAW_NUMBER = """
UPDATE offering SET last_line_number = last_line_number + 1 WHERE offering_id = :offering_id AND taken = capacity
RETURNING last_line_number
"""


class Offerings(Unit):
    """What is offered, and the number of its places."""

    def terms_on_offer(self) -> Sequence[TermOnOffer]:
        """Return the announced terms that are not over: first those that may be applied for, the earlier first."""
        return [TermOnOffer(**row._asdict()) for row in self.rows(_TERMS, now=self.now, today=self.today)]

    def term_of(self, application_id: str) -> TermOnOffer | None:
        """Return the term that an application is for, if it is not over."""
        row = self.row(_TERM_OF, application_id=application_id, today=self.today)
        return TermOnOffer(**row._asdict()) if row else None

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
        sort=OfferingSort(row.sort),
        title=row.title,
        weekdays=tuple(row.weekdays),
        capacity=row.capacity,
        left=row.capacity - row.taken,
        waiting=row.waiting,
        location=row.location,
        lead_id=row.lead_id,
        fee_yuan=row.fee_yuan,
        description=row.description,
        **hours_of(row),
    )
