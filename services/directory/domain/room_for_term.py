"""RoomForTerm: between which days a term may lie, so that it meets no other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from engines.schooldays import Term

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class RoomForTerm:
    """The day after the term before, and the day before the term after; open where there is none."""

    earliest: date | None
    latest: date | None


def room_for(term: Term, terms: Iterable[Term]) -> RoomForTerm:
    """Return the room of a term among all terms, where it is now."""
    others = [other for other in terms if other.name != term.name]
    ended = [other.last for other in others if other.last < term.first]
    to_come = [other.first for other in others if other.first > term.last]
    return RoomForTerm(
        earliest=max(ended) + ONE_DAY if ended else None, latest=min(to_come) - ONE_DAY if to_come else None
    )
