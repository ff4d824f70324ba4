"""Facts: classes, pupils and the calendar as other houses announced them; a later number wins, whatever comes first."""

from contracts.directory.calendar import CalendarPublished
from plumbing.unit import Unit
from services.enrolment.application.unit import Child

_KEEP_CLASS = """
INSERT INTO school_class (class_id, grade, sequence) VALUES (:class_id, :grade, :sequence)
ON CONFLICT (school_id, class_id) DO UPDATE SET grade = excluded.grade, sequence = excluded.sequence
WHERE school_class.sequence < excluded.sequence
"""
_KEEP_PUPIL = """
INSERT INTO pupil (pupil_id, class_id, sequence) VALUES (:pupil_id, :class_id, :sequence)
ON CONFLICT (school_id, pupil_id) DO UPDATE SET class_id = excluded.class_id, sequence = excluded.sequence
WHERE pupil.sequence < excluded.sequence
"""
_KEEP_CALENDAR = """
INSERT INTO {table} (calendar_id, stated, sequence) VALUES (:calendar_id, :stated, :sequence)
ON CONFLICT ({owner}, calendar_id) DO UPDATE SET stated = excluded.stated, sequence = excluded.sequence
WHERE {table}.sequence < excluded.sequence
"""
_KEEP_DISTRICTS = _KEEP_CALENDAR.format(table="calendar", owner="district_id")
_KEEP_OWN = _KEEP_CALENDAR.format(table="school_calendar", owner="school_id")
_CALENDAR = """
SELECT stated, true AS own FROM school_calendar UNION ALL SELECT stated, false FROM calendar ORDER BY own DESC LIMIT 1
"""
_CHILD = """
SELECT pupil.pupil_id, pupil.class_id, school_class.grade
FROM pupil JOIN school_class USING (school_id, class_id)
WHERE pupil.pupil_id = :pupil_id
"""
_HOLD_CHILD = f"{_CHILD} FOR SHARE OF pupil"


class Facts(Unit):
    """What this house keeps of others' facts."""

    def keep_class(self, class_id: str, grade: int, sequence: int) -> None:
        """Let the class have this grade."""
        self.run(_KEEP_CLASS, class_id=class_id, grade=grade, sequence=sequence)

    def keep_pupil(self, pupil_id: str, class_id: str | None, sequence: int) -> bool:
        """Let the pupil be in this class, or in none; say whether that is news."""
        return bool(self.run(_KEEP_PUPIL, pupil_id=pupil_id, class_id=class_id, sequence=sequence))

    def keep_calendar(self, published: CalendarPublished, sequence: int) -> None:
        """Let this be the district's calendar."""
        self._keep_calendar(_KEEP_DISTRICTS, published, sequence)

    def keep_own_calendar(self, published: CalendarPublished, sequence: int) -> None:
        """Let this be the school's own calendar; it holds before the district's."""
        self._keep_calendar(_KEEP_OWN, published, sequence)

    def _keep_calendar(self, statement: str, published: CalendarPublished, sequence: int) -> None:
        self.run(statement, calendar_id=published.calendar_id, stated=published.dump(), sequence=sequence)

    def calendar(self) -> CalendarPublished | None:
        """Return the calendar of the school, its district's where it has none of its own, as it was announced."""
        row = self.row(_CALENDAR)
        return CalendarPublished.restore(row.stated) if row else None

    def child(self, pupil_id: str) -> Child | None:
        """Return a pupil who is in a class of this school."""
        return self._child(_CHILD, pupil_id)

    def hold_child(self, pupil_id: str) -> Child | None:
        """Return a pupil who is in a class, and let nobody move them to another until this transaction ends."""
        return self._child(_HOLD_CHILD, pupil_id)

    def _child(self, sql: str, pupil_id: str) -> Child | None:
        row = self.row(sql, pupil_id=pupil_id)
        return Child(pupil_id=row.pupil_id, class_id=row.class_id, grade=row.grade) if row else None
