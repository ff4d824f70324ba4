"""MarkedDay: a date that is not what its weekday says, as the State Council announces it each year."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mark(StrEnum):
    """A public holiday (放假), or a weekend day worked for one (调休上班)."""

    HOLIDAY = "holiday"
    WORKDAY = "workday"


@dataclass(frozen=True, kw_only=True)
class MarkedDay:
    """`follows_weekday` (1-7) says whose timetable a worked day takes; absent where nobody has said."""

    on: date
    mark: Mark
    name: str
    follows_weekday: int | None = None
