"""Period: a stretch of a term in which the season, the off-work time and the norms stay what they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from engines.policy import Norm
from engines.schooldays import SchoolCalendar

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Period:
    """`season` and `off_work_at` are absent where the calendar does not say them."""

    first: date
    season: str | None
    off_work_at: time | None


def periods(calendar: SchoolCalendar, norms: Iterable[Norm], first: date, last: date) -> tuple[Period, ...]:
    """Return the periods of a term, the first one's first."""
    turns = {first, *(one.first for one in calendar.seasons), *_turns(norms)}
    return tuple(_period(calendar, day) for day in sorted(turns) if first <= day <= last)


def _period(calendar: SchoolCalendar, day: date) -> Period:
    found = calendar.season_on(day)
    return Period(
        first=day, season=found.season.value if found else None, off_work_at=found.off_work_at if found else None
    )


def _turns(norms: Iterable[Norm]) -> Iterator[date]:
    """Yield every day on which some norm begins or ceases to say something."""
    for norm in norms:
        for reach in (*norm.rows, *norm.derogations):
            yield reach.effective_from
            if reach.effective_to is not None:
                yield reach.effective_to + _ONE_DAY
