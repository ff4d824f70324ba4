"""Schools, their classes, and their district's calendar."""

from typing import Any

from sqlalchemy import Row

from contracts.directory.calendar import Calendar
from contracts.directory.school import School, SchoolClass, Stage
from plumbing.unit import Unit
from services.directory.domain.class_name import class_name

_SCHOOL = "SELECT school_id, district_id, code, name, stage FROM school WHERE code = :code"
_CLASSES = "SELECT class_id, grade, number FROM school_class WHERE last_day IS NULL ORDER BY grade, number"
_NAMED_CLASSES = """
SELECT class_id, grade, number FROM school_class WHERE class_id = ANY (CAST(:class_ids AS uuid[]))
ORDER BY grade, number
"""
_CALENDAR = "SELECT terms, marked, provisional_from, seasons FROM calendar"


class Schools(Unit):
    """What is known of schools without looking at anyone in them."""

    def school(self, code: str) -> School | None:
        """Return the school of a public code."""
        row = self.row(_SCHOOL, code=code)
        return school_of(row) if row else None

    def classes(self) -> tuple[SchoolClass, ...]:
        """Return the classes of this school's present year, by grade and number."""
        return tuple(_class(row) for row in self.rows(_CLASSES))

    def named_classes(self, class_ids: tuple[str, ...]) -> tuple[SchoolClass, ...]:
        """Return those of this school's classes."""
        return tuple(_class(row) for row in self.rows(_NAMED_CLASSES, class_ids=list(class_ids)))

    def calendar(self) -> Calendar | None:
        """Return the calendar of this district."""
        row = self.row(_CALENDAR)
        return calendar_of(row) if row else None


def school_of(row: Row[Any]) -> School:
    """Return the school that a row describes."""
    return School(
        school_id=row.school_id, district_id=row.district_id, code=row.code, name=row.name, stage=Stage(row.stage)
    )


def calendar_of(row: Row[Any]) -> Calendar:
    """Return the calendar that a row describes."""
    until = row.provisional_from
    return Calendar.restore({
        "terms": row.terms, "marked": row.marked, "provisional_from": until and until.isoformat(),
        "seasons": row.seasons,
    })


def _class(row: Row[Any]) -> SchoolClass:
    name = class_name(row.grade, row.number)
    return SchoolClass(class_id=row.class_id, grade=row.grade, number=row.number, name=name)
