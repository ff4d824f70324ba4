"""Season: from a day on until the next one begins, the winter or the summer timetable (冬季、夏季作息)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class SeasonName(StrEnum):
    """Which timetable holds."""

    WINTER = "winter"
    SUMMER = "summer"


@dataclass(frozen=True, kw_only=True)
class Season:
    """`off_work_at` is when people of the place usually go home (当地正常下班时间, E7)."""

    first: date
    season: SeasonName
    off_work_at: time
