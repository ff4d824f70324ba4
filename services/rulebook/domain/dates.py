"""Dates of a norm: whether it holds on a day, and if not, or not for long, since or until when."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from engines.policy import Norm

NOTICE = timedelta(days=60)
_ONE_DAY = timedelta(days=1)


class Standing(StrEnum):
    """How a norm stands on a day. It is ENDING where nothing follows within NOTICE."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    NO_MORE = "no_more"
    ENDING = "ending"


@dataclass(frozen=True, kw_only=True)
class Dated:
    """`on` is the first day of what is to come, the last of what is ending or over; absent for what holds on."""

    standing: Standing
    on: date | None = None


def dated(norm: Norm, today: date) -> Dated:
    """Return how the norm stands today."""
    begun = [row for row in norm.rows if row.effective_from <= today]
    if not begun:
        return Dated(standing=Standing.NOT_YET, on=min(row.effective_from for row in norm.rows))
    last = _holds_until(norm, today)
    if last is None or last > today + NOTICE:
        return Dated(standing=Standing.IN_FORCE)
    return Dated(standing=Standing.ENDING if last >= today else Standing.NO_MORE, on=last)


def _holds_until(norm: Norm, today: date) -> date | None:
    """Return the last day of the unbroken time in which the norm holds today, or held last; None if it has no end."""
    last = max(row.effective_to or date.max for row in norm.rows if row.effective_from <= today)
    while last != date.max and (after := [row for row in norm.rows if row.in_force(last + _ONE_DAY)]):
        last = max(row.effective_to or date.max for row in after)
    return None if last == date.max else last
