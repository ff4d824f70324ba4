"""Rulebook: every norm of the layers above one school, with the calendar that says what kind of day each day is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache, partial

from engines.policy import Edition, Layer, Norm, Ruling
from engines.schooldays import SchoolCalendar
from services.homework.domain.rules import Rules

_DAYS_KEPT = 32


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """Complete, or it is none: the nation's layer and the calendar are in it.

    `editions` are those that the norms were read from, the highest layer's first.
    """

    school_id: str
    norms: tuple[Norm, ...]
    calendar: SchoolCalendar
    editions: tuple[Edition, ...] = ()

    def rules_for(self, grade: int, day: date) -> Rules:
        """Return what binds a grade on a day; a swapped day (调休) counts as the weekday whose timetable it takes."""
        season = self.calendar.season_on(day)
        return Rules(
            school_id=self.school_id, ruling=self._ruling(day), grade=grade, day_kind=self.calendar.kind_of(day),
            weekday=self.calendar.timetable_weekday(day) or day.isoweekday(), season=season.season if season else None,
        )

    def with_layer(self, layer: Layer, norms: Iterable[Norm]) -> "Rulebook":
        """Return the rulebook as it would be if this were all that the layer says; it rests on no edition."""
        kept = (norm for norm in self.norms if norm.layer is not layer)
        return replace(self, norms=(*kept, *norms), editions=())

    @cached_property
    def _ruling(self) -> Callable[[date], Ruling]:
        return lru_cache(_DAYS_KEPT)(partial(Ruling.of, self.norms))

    def swapped_weekday(self, day: date) -> int | None:
        """Return whose timetable (1-7) a swapped day takes; None on every other day."""
        weekday = self.calendar.timetable_weekday(day)
        return None if weekday == day.isoweekday() else weekday
