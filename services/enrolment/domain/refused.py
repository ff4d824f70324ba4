"""Refused: how often a school has refused basic care in a term, on one ground (E3)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A count of decisions; `ground` is absent, and `times` 0, where a term is announced and nobody was refused."""

    school_id: str
    term: str
    ground: str | None
    times: int


def terms_of(counted: Iterable[Refused]) -> tuple[str, ...]:
    """Return each term once, in the order in which it comes."""
    return tuple(dict.fromkeys(one.term for one in counted))


def in_term(counted: Iterable[Refused], term: str) -> dict[str, list[Refused]]:
    """Return by school what was refused in the term; a school that refused nobody has nothing under its name."""
    found: dict[str, list[Refused]] = {}
    for one in counted:
        if one.term == term:
            found.setdefault(one.school_id, []).extend([one] if one.times else ())
    return found
