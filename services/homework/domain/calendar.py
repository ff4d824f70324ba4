"""A calendar, read from the plain document in which directory announces it."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Season, SeasonName, Term


def calendar_of(document: Mapping[str, Any]) -> SchoolCalendar:
    """Return the calendar of a document with `terms`, `marked`, `provisional_from`, and `seasons` since there are any.

    Raises CalendarContradicts.
    """
    provisional_from = document["provisional_from"]
    return SchoolCalendar(
        terms=tuple(_term(plain) for plain in document["terms"]),
        marked=tuple(_marked(plain) for plain in document["marked"]),
        provisional_from=date.fromisoformat(provisional_from) if provisional_from else None,
        seasons=tuple(_season(plain) for plain in document.get("seasons", ())),
    )


def _term(plain: Mapping[str, Any]) -> Term:
    return Term(name=plain["name"], first=date.fromisoformat(plain["first"]), last=date.fromisoformat(plain["last"]))


def _marked(plain: Mapping[str, Any]) -> MarkedDay:
    return MarkedDay(
        on=date.fromisoformat(plain["on"]), mark=Mark(plain["mark"]), name=plain["name"],
        follows_weekday=plain["follows_weekday"],
    )


def _season(plain: Mapping[str, Any]) -> Season:
    return Season(
        first=date.fromisoformat(plain["first"]), season=SeasonName(plain["season"]),
        off_work_at=time.fromisoformat(plain["off_work_at"]),
    )
