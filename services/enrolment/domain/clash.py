"""Clash: one person, or one room, that two offerings would need at once (E9)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from services.enrolment.domain.planned import Offering, Session
from services.enrolment.domain.span import spans_of

PERSON, ROOM = "person", "room"


@dataclass(frozen=True, kw_only=True)
class Clash:
    """`which` is the person's id, or the room's name; `what` says which of the two."""

    what: str
    which: str
    offering_ids: tuple[str, str]
    weekdays: tuple[int, ...]


def clashes(sessions: Mapping[str, Session], offerings: Sequence[Offering]) -> Iterator[Clash]:
    """Yield every double booking, in the order of the offerings."""
    for one, other in combinations(offerings, 2):
        weekdays = tuple(sorted(set(one.weekdays) & set(other.weekdays)))
        if weekdays and _at_once(sessions[one.session_id], sessions[other.session_id]):
            for what, which in _shared(one, other):
                yield Clash(
                    what=what, which=which, offering_ids=(one.offering_id, other.offering_id), weekdays=weekdays
                )


def _at_once(one: Session, other: Session) -> bool:
    return any(a.meets(b) for a, b in zip(spans_of(one), spans_of(other), strict=True))


def _shared(one: Offering, other: Offering) -> Iterator[tuple[str, str]]:
    """A stand-in may be named for two: whether both are needed on one day, nobody knows yet."""
    if one.lead_id is not None and one.lead_id == other.lead_id:
        yield PERSON, one.lead_id
    if one.location and one.location == other.location:
        yield ROOM, one.location
