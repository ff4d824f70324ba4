"""Wish: which offerings a family's days of care and club come down to (E8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

CARE = "basic_care"
CLUB = "club"


class Offered(Protocol):
    """What must be known of an offering that is open to the child."""

    @property
    def offering_id(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def weekdays(self) -> tuple[int, ...]: ...  # noqa: D102


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One place asked for: an offering, and the days of it that the child comes."""

    offering_id: str
    weekdays: tuple[int, ...]


def days_without_care(weekdays: Iterable[int], offered: Sequence[Offered]) -> tuple[int, ...]:
    """Return the days asked for on which no basic care runs."""
    covered = {day for offering in offered if offering.kind == CARE for day in offering.weekdays}
    return tuple(sorted(set(weekdays) - covered))


def care_wishes(weekdays: Iterable[int], offered: Sequence[Offered]) -> tuple[Wish, ...]:
    """Return the places of basic care asked for; a day that two offerings cover belongs to the first of them."""
    left, wishes = set(weekdays), []
    for offering in offered:
        if offering.kind == CARE and (days := left.intersection(offering.weekdays)):
            wishes.append(Wish(offering_id=offering.offering_id, weekdays=tuple(sorted(days))))
            left -= days
    return tuple(wishes)


def club_wish(club_id: str, offered: Sequence[Offered]) -> Wish | None:
    """Return the place asked for in a club, on all its days; nothing when no such club is open to the child."""
    clubs = (o for o in offered if (o.kind, o.offering_id) == (CLUB, club_id))
    return next((Wish(offering_id=club.offering_id, weekdays=club.weekdays) for club in clubs), None)
