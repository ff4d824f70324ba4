"""Seasons: which timetable (作息) holds from when on, as people read it."""

from datetime import date

from contracts.directory.calendar import Calendar, Season
from contracts.directory.district_calendar import SEASON_LABELS


def seasons_between(calendar: Calendar, first: date, end: date) -> list[Season]:
    """Return the seasons that hold on some day from `first` on and before `end`, earliest first."""
    begun = [season for season in calendar.seasons if season.first <= first]
    return [*begun[-1:], *(season for season in calendar.seasons if first < season.first < end)]


def words_of(season: Season) -> str:
    """Return the season in words."""
    return f"{SEASON_LABELS[season.season]}，当地正常下班时间 {season.off_work_at:%H:%M}"
