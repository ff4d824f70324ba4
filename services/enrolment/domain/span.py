"""Span: from when to when in a day, in minutes since midnight; what several of them come to."""

from collections.abc import Iterable
from datetime import time
from typing import NamedTuple

from services.enrolment.domain.planned import Hours

SUMMER = "summer"


class Span(NamedTuple):
    """Without its last minute: two that touch do not meet."""

    begins: int
    ends: int

    def meets(self, other: "Span") -> bool:
        """Say whether somebody would have to be in both at once."""
        return self.begins < other.ends and other.begins < self.ends


def minutes(at: time) -> int:
    """Return a time of the day as minutes since midnight."""
    return 60 * at.hour + at.minute


def span_in(session: Hours, season: str | None) -> Span:
    """Return when a session is in a season; where the season is not known, as in winter."""
    starts_at, ends_at = session.starts_at, session.ends_at
    if season == SUMMER:
        starts_at, ends_at = session.summer_starts_at or starts_at, session.summer_ends_at or ends_at
    return Span(minutes(starts_at), minutes(ends_at))


def spans_of(session: Hours) -> tuple[Span, Span]:
    """Return when a session is in winter, and in summer."""
    return span_in(session, None), span_in(session, SUMMER)


def covered(spans: Iterable[Span]) -> int:
    """Return how many minutes lie in any of the spans."""
    total, until = 0, 0
    for span in sorted(spans):
        total += max(0, span.ends - max(span.begins, until))
        until = max(until, span.ends)
    return total


def one_after_another(spans: Iterable[Span]) -> int:
    """Return how many of the spans one child can go to, at most."""
    count, until = 0, 0
    for span in sorted(spans, key=lambda one: one.ends):
        if span.begins >= until:
            count, until = count + 1, span.ends
    return count
