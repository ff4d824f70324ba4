"""Audit: what must hold of places, worked out anew from what stands in the tables (E4, E10)."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Counted:
    """An offering: its own counter, and what its places come to. `unapproved`: given or waiting without every approval.

    `twice`: numbers of the line that two places have.
    """

    offering_id: str
    capacity: int
    taken: int
    given: int
    waiting: int
    unapproved: int
    twice: int


@dataclass(frozen=True, kw_only=True)
class Stands:
    """A part of an application: how it stands, and how its case does."""

    application_id: str
    kind: str
    part: str
    case: str


_SAME = {"running": "submitted"}


def wrong_places(counted: Counted) -> Iterator[str]:
    """Yield what is wrong with an offering's places."""
    where = f"offering {counted.offering_id}: "
    if counted.taken != counted.given:
        yield f"{where}the counter says {counted.taken}, {counted.given} places are given"
    if counted.given > counted.capacity:
        yield f"{where}{counted.given} places are given, there are {counted.capacity}"
    if counted.waiting and counted.given < counted.capacity:
        yield f"{where}{counted.waiting} wait while {counted.capacity - counted.given} places are free"
    if counted.unapproved:
        yield f"{where}{counted.unapproved} places are given or waited for without every approval"
    if counted.twice:
        yield f"{where}{counted.twice} numbers of the line are held twice"


def wrong_standing(stands: Stands) -> Iterator[str]:
    """Yield what is wrong where a part stands otherwise than its case; what was over before may be over otherwise."""
    case = _SAME.get(stands.case, stands.case)
    if stands.part != case and not (stands.case == "approved" and stands.part in ("withdrawn", "closed")):
        yield f"application {stands.application_id}, {stands.kind}: stands as {stands.part}, its case as {stands.case}"
