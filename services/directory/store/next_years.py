"""NextYears: a school taken from one school year into the next, each kind of row by one statement."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from contracts.actor import Grant, Role
from contracts.directory.school import ClassOpened, PupilPlaced, StaffGranted
from plumbing.unit import Unit
from services.directory.domain.promotion import Promotion, StandingClass
from services.directory.store.rolls import as_json

_PRESENT = "SELECT present_school_year() AS year"
_CLASSES = """
SELECT class_id, grade, number,
  (SELECT count(*) FROM pupil WHERE pupil.class_id = school_class.class_id) AS pupils,
  EXISTS (
    SELECT FROM staff_grant WHERE staff_grant.class_id = school_class.class_id AND role = 'head_teacher'
  ) AS has_head
FROM school_class WHERE last_day IS NULL ORDER BY grade, number
"""
_UNPLACED = "SELECT count(*) AS pupils FROM pupil WHERE class_id IS NULL AND left_on IS NULL"
_ASKED = """
INSERT INTO roll_over AS held (year, job_id, asked_by) VALUES (:year, :job_id, :asked_by)
ON CONFLICT (school_id, year) DO UPDATE SET job_id = excluded.job_id, asked_by = excluded.asked_by WHERE NOT held.begun
"""
_JOB = "SELECT job_id FROM roll_over WHERE asked_by = :asked_by ORDER BY year DESC LIMIT 1"
_BEGUN = "UPDATE roll_over SET begun = true WHERE year = :year"
_CLOSE = """
UPDATE school_class SET last_day = greatest(:last_day, first_day) WHERE last_day IS NULL
RETURNING class_id, grade, number, first_day, last_day, continues
"""
_OPEN = """
INSERT INTO school_class (class_id, grade, number, year, first_day, continues)
SELECT class_id, grade, number, :year, :first_day, continues
FROM jsonb_to_recordset(CAST(:rows AS jsonb))
  AS row (class_id uuid, grade smallint, number smallint, continues uuid)
RETURNING class_id, grade, number, first_day, last_day, continues
"""
_MOVE_UP = """
UPDATE pupil SET class_id = next.class_id
FROM school_class next WHERE next.continues = pupil.class_id AND next.last_day IS NULL
RETURNING pupil_id, pupil.class_id, seat_number
"""
_GRADUATE = """
UPDATE pupil SET class_id = NULL, seat_number = NULL, left_on = :left_on
FROM school_class closed WHERE closed.class_id = pupil.class_id AND closed.last_day IS NOT NULL
RETURNING pupil_id, pupil.class_id, seat_number
"""
_STAFF = "SELECT DISTINCT staff_id FROM staff_grant WHERE class_id = ANY (CAST(:closed AS uuid[]))"
_POSTS = ("staff_grant", "grant_to_come")
_STAFF_MOVES = """
UPDATE {table} held SET class_id = next.class_id
FROM school_class next WHERE next.continues = held.class_id AND held.class_id = ANY (CAST(:closed AS uuid[]))
"""
_STAFF_ENDS = "DELETE FROM {table} WHERE class_id = ANY (CAST(:closed AS uuid[]))"
_HELD = """
SELECT staff_id, person_id, role, class_id, subject, grade FROM staff LEFT JOIN staff_grant USING (school_id, staff_id)
WHERE staff_id = ANY (CAST(:staff_ids AS uuid[])) ORDER BY staff_id, place
"""


class NextYears(Unit):
    """The end of a school year, and the beginning of the next."""

    def present_year(self) -> int:
        """Return the school year in which the school's classes are."""
        (row,) = self.rows(_PRESENT)
        return int(row.year)

    def standing_classes(self) -> tuple[StandingClass, ...]:
        """Return the classes of the present year, by grade and number."""
        return tuple(StandingClass(**row._asdict()) for row in self.rows(_CLASSES))

    def unplaced_pupils(self) -> int:
        """Return how many pupils have not left and are in no class."""
        (row,) = self.rows(_UNPLACED)
        return int(row.pupils)

    def keep_year_asked(self, year: int, job_id: str) -> None:
        """Let this be the actor's job that begins the year; a year that has begun keeps its own."""
        self.run(_ASKED, year=year, job_id=job_id, asked_by=self._asker)

    def year_job(self) -> str | None:
        """Return the job by which the actor has last begun a year, or wanted to."""
        row = self.row(_JOB, asked_by=self._asker)
        return row.job_id if row else None

    def keep_year_begun(self, year: int) -> None:
        """Let the year have begun."""
        self.run(_BEGUN, year=year)

    def close_classes(self, last_day: date) -> Sequence[ClassOpened]:
        """Let the open classes have this last day; return them as they stand now."""
        return [ClassOpened(**row._asdict()) for row in self.rows(_CLOSE, last_day=last_day)]

    def open_next(self, going_on: Sequence[Promotion], year: int, first_day: date) -> Sequence[ClassOpened]:
        """Let a class of the new year continue each of these; return the new ones."""
        rows = [
            {
                "class_id": self.new_id(), "grade": one.next_grade, "number": one.stands.number,
                "continues": one.stands.class_id,
            }
            for one in going_on
        ]
        opened = self.rows(_OPEN, rows=as_json(rows), year=year, first_day=first_day)
        return [ClassOpened(**row._asdict()) for row in opened]

    def move_up(self) -> Sequence[PupilPlaced]:
        """Let every pupil of a closed class be in the one that continues it, seat and all; return where they are."""
        return [PupilPlaced(**row._asdict()) for row in self.rows(_MOVE_UP)]

    def graduate(self, left_on: date) -> Sequence[PupilPlaced]:
        """Let every pupil of a closed class that nothing continues have left on this day; return them."""
        return [PupilPlaced(**row._asdict()) for row in self.rows(_GRADUATE, left_on=left_on)]

    def staff_moves_up(self, closed: Collection[str]) -> Sequence[StaffGranted]:
        """Let whoever holds something in a closed class, or will, hold it in the one that continues it, or no longer.

        Return all that each of them holds now.
        """
        staff_ids = [row.staff_id for row in self.rows(_STAFF, closed=list(closed))]
        for table in _POSTS:
            self.run(_STAFF_MOVES.format(table=table), closed=list(closed))
            self.run(_STAFF_ENDS.format(table=table), closed=list(closed))
        held: dict[tuple[str, str], list[Grant]] = defaultdict(list)
        for row in self.rows(_HELD, staff_ids=staff_ids):
            held[row.staff_id, row.person_id].extend(_granted(row))
        return [
            StaffGranted(grant_list_id=staff_id, person_id=person_id, grants=tuple(grants))
            for (staff_id, person_id), grants in held.items()
        ]

    @property
    def _asker(self) -> str:
        assert self.actor is not None, "a year is begun by somebody"
        return self.actor.person_id


def _granted(row: Row[Any]) -> tuple[Grant, ...]:
    if row.role is None:
        return ()
    return (Grant(role=Role(row.role), class_id=row.class_id, subject=row.subject, grade=row.grade),)
