"""Rulebook: every norm of the layers above one school, with the calendar that says what kind of day each day is."""

from dataclasses import dataclass
from datetime import date

from engines.policy import Norm
from engines.schooldays import SchoolCalendar
from services.homework.domain.rules import Rules


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """Complete, or it is none: the nation's layer and the calendar are in it."""

    school_id: str
    norms: tuple[Norm, ...]
    calendar: SchoolCalendar

    def rules_for(self, grade: int, day: date) -> Rules:
        """Return what binds a grade on a day; a swapped day (调休) counts as the weekday whose timetable it takes."""
        return Rules(
            school_id=self.school_id, norms=self.norms, grade=grade, day=day, day_kind=self.calendar.kind_of(day),
            weekday=self.calendar.timetable_weekday(day) or day.isoweekday(),
        )

    def swapped_weekday(self, day: date) -> int | None:
        """Return whose timetable (1-7) a swapped day takes; None on every other day."""
        weekday = self.calendar.timetable_weekday(day)
        return None if weekday == day.isoweekday() else weekday
