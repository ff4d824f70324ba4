"""Class days: one row a class and day, changed by one guarded statement that no two teachers can pass together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row

from engines.policy import Counter
from plumbing.unit import Unit
from services.homework.domain.class_day import ClassDay, Minutes

COUNTERS = tuple(counter.key for counter in Counter.every())
"""Each counter is a column of the same name."""

_READ = f"""
SELECT c.class_id, c.grade, c.number, {", ".join(f"coalesce(d.{c}, 0) AS {c}" for c in COUNTERS)}
FROM school_class c
LEFT JOIN class_day d ON d.school_id = c.school_id AND d.class_id = c.class_id AND d.day = :day
WHERE (:every OR c.class_id = ANY (CAST(:class_ids AS uuid[]))) AND (
  (c.first_day IS NULL OR c.first_day <= :day) AND (c.last_day IS NULL OR :day <= c.last_day)
  OR EXISTS (SELECT FROM assignment a WHERE a.school_id = c.school_id AND a.class_id = c.class_id AND a.day = :day)
)
ORDER BY c.grade, c.number
"""  # noqa: S608 - the names are our own columns
_OTHERS = f"""
SELECT day, {", ".join(COUNTERS)} FROM class_day WHERE class_id = :class_id AND day = ANY (CAST(:days AS date[]))
"""  # noqa: S608 - the names are our own columns
_OPEN = "INSERT INTO class_day (class_id, day) VALUES (:class_id, :day) ON CONFLICT DO NOTHING"
_ADD = f"""
UPDATE class_day SET {", ".join(f"{c} = {c} + :{c}" for c in COUNTERS)}
WHERE class_id = :class_id AND day = :day
{"".join(f" AND (:{c} <= 0 OR :cap_{c} IS NULL OR {c} + :{c} <= :cap_{c})" for c in COUNTERS)}
"""  # noqa: S608 - the names are our own columns


class Days(Unit):
    """The counters of a class's day."""

    def class_days(self, day: date, class_ids: Sequence[str] = ()) -> Sequence[ClassDay]:
        """Return the day of the named classes, or of every class, by grade and number; unknown classes are left out.

        So are classes of another school year, unless something was set for them on this very day.
        """
        found = self.rows(_READ, day=day, every=not class_ids, class_ids=list(class_ids))
        return [_class_day(row, day) for row in found]

    def days_of(self, day: ClassDay, others: Sequence[date]) -> Sequence[ClassDay]:
        """Return other days of the same class, in the order in which they are named."""
        rows = self.rows(_OTHERS, class_id=day.class_id, days=list(others))
        minutes = {row.day: {counter: getattr(row, counter) for counter in COUNTERS} for row in rows}
        nothing = dict.fromkeys(COUNTERS, 0)
        return [replace(day, day=other, minutes=minutes.get(other, nothing)) for other in others]

    def add_minutes(self, class_id: str, day: date, change: Minutes, caps: Mapping[str, int]) -> bool:
        """Add to every counter of the day at once and say True, or change nothing and say False.

        Two that come together wait here for each other, and the second counts what the first has added.
        """
        limits = {f"cap_{counter}": caps.get(counter) for counter in COUNTERS}
        self.run(_OPEN, class_id=class_id, day=day)
        return bool(self.run(_ADD, class_id=class_id, day=day, **change, **limits))


def _class_day(row: Row[Any], day: date) -> ClassDay:
    minutes = {counter: getattr(row, counter) for counter in COUNTERS}
    return ClassDay(class_id=row.class_id, grade=row.grade, number=row.number, day=day, minutes=minutes)
