"""CalendarChanges: what one school does otherwise than its district's calendar says."""

from dataclasses import dataclass, replace
from datetime import date

from engines.schooldays import MarkedDay, SchoolCalendar, Term


@dataclass(frozen=True, kw_only=True)
class CalendarChanges:
    """Days that this school marks itself, and terms, by name, that begin or end on other days here."""

    marked: tuple[MarkedDay, ...] = ()
    terms: tuple[Term, ...] = ()

    def marking(self, day: MarkedDay) -> "CalendarChanges":
        """Return the changes with this word on the day."""
        return replace(self, marked=(*self.unmarking(day.on).marked, day))

    def unmarking(self, on: date) -> "CalendarChanges":
        """Return the changes without a word on the day."""
        return replace(self, marked=tuple(day for day in self.marked if day.on != on))

    def moving(self, term: Term) -> "CalendarChanges":
        """Return the changes with the term where it is now to be."""
        return replace(self, terms=(*(one for one in self.terms if one.name != term.name), term))

    def marks(self, on: date) -> bool:
        """Say whether the school has a word of its own on the day."""
        return any(day.on == on for day in self.marked)

    def over(self, district: SchoolCalendar) -> SchoolCalendar:
        """Return the district's calendar with the changes made. Raises CalendarContradicts.

        A term that the district no longer has is no longer moved.
        """
        moved = {term.name: term for term in self.terms}
        own = {day.on for day in self.marked}
        marked = (*(day for day in district.marked if day.on not in own), *self.marked)
        return replace(
            district, terms=tuple(moved.get(term.name, term) for term in district.terms),
            marked=tuple(sorted(marked, key=lambda day: day.on)),
        )
