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
    """One place asked for: an offering, and the days of it that the child comes; `rank` 1 is the club liked most."""

    offering_id: str
    weekdays: tuple[int, ...]
    rank: int | None = None


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


def club_wishes(club_ids: Sequence[str], offered: Sequence[Offered]) -> tuple[Wish, ...]:
    """Return the places asked for in clubs, each on all its days, the one liked most first.

    A club that is not open to the child is left out.
    """
    clubs = {club.offering_id: club for club in offered if club.kind == CLUB}
    return tuple(
        Wish(offering_id=club_id, weekdays=clubs[club_id].weekdays, rank=rank)
        for rank, club_id in enumerate(club_ids, 1) if club_id in clubs
    )
