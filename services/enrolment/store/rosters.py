"""Rosters: who has which place, child by child; read only."""

from collections.abc import Sequence

from contracts.enrolment.child_times import ChildTime
from contracts.enrolment.roster import LedOffering, PlacedPupil, WaitingPupil
from plumbing.unit import Unit
from services.enrolment.store.hours import hours_of

_PLACED = """
SELECT pupil_id, class_id, weekdays FROM place JOIN application USING (school_id, application_id)
WHERE offering_id = :offering_id AND place.state = 'given' ORDER BY class_id, pupil_id
"""
_WAITING = """
SELECT pupil_id, class_id, weekdays FROM place JOIN application USING (school_id, application_id)
WHERE offering_id = :offering_id AND place.state = 'waiting' ORDER BY line_number
"""
_LED = """
SELECT offering_id, title, term, offering.weekdays, location, taken,
  lead_id IS DISTINCT FROM CAST(:person_id AS uuid) AS covers,
  starts_at, ends_at, collect_by, summer_starts_at, summer_ends_at, summer_collect_by
FROM offering JOIN session USING (school_id, session_id)
JOIN programme ON (programme.school_id, programme.programme_id) = (offering.school_id, offering.programme_id)
WHERE CAST(:person_id AS uuid) IN (lead_id, cover_id) AND programme.state = 'announced' AND last_day >= :today
ORDER BY first_day, starts_at, title, offering_id
"""
_TIMES = """
SELECT offering_id, title, place.weekdays, location, first_day, last_day, offering.changes + session.changes AS changes,
  starts_at, ends_at, collect_by, summer_starts_at, summer_ends_at, summer_collect_by
FROM application JOIN place USING (school_id, application_id) JOIN offering USING (school_id, offering_id)
JOIN session USING (school_id, session_id)
JOIN programme ON (programme.school_id, programme.programme_id) = (offering.school_id, offering.programme_id)
WHERE pupil_id = :pupil_id AND place.state = 'given' AND last_day >= :today
ORDER BY first_day, starts_at, title, offering_id
"""


class Rosters(Unit):
    """Places with the children who have them, or wait for them."""

    def placed_pupils(self, offering_id: str) -> Sequence[PlacedPupil]:
        """Return who has a place in it, by class and pupil."""
        return [
            PlacedPupil(pupil_id=row.pupil_id, class_id=row.class_id, weekdays=tuple(row.weekdays))
            for row in self.rows(_PLACED, offering_id=offering_id)
        ]

    def waiting_pupils(self, offering_id: str) -> Sequence[WaitingPupil]:
        """Return who waits for a place in it, the next to move up first."""
        return [
            WaitingPupil(
                pupil_id=row.pupil_id, class_id=row.class_id, weekdays=tuple(row.weekdays), line_position=position
            )
            for position, row in enumerate(self.rows(_WAITING, offering_id=offering_id), start=1)
        ]

    def led_by(self, person_id: str) -> Sequence[LedOffering]:
        """Return what the person leads or stands by for, announced and not over; the earliest term's first."""
        return [
            LedOffering(
                offering_id=row.offering_id, title=row.title, term=row.term, weekdays=tuple(row.weekdays),
                location=row.location, taken=row.taken, covers=row.covers, **hours_of(row),
            )
            for row in self.rows(_LED, person_id=person_id, today=self.today)
        ]

    def times_of(self, pupil_id: str) -> Sequence[ChildTime]:
        """Return the places that the child has in terms that are not over."""
        return [
            ChildTime(
                offering_id=row.offering_id, title=row.title, weekdays=tuple(row.weekdays), location=row.location,
                first_day=row.first_day, last_day=row.last_day, changes=row.changes, **hours_of(row),
            )
            for row in self.rows(_TIMES, pupil_id=pupil_id, today=self.today)
        ]
