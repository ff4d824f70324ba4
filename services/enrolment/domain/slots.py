"""Slots: the times of clubs in pieces, so that two clubs share one exactly where a child could not go to both."""

from collections.abc import Mapping, Sequence

from services.enrolment.domain.span import Span


def slots_of(
    spans: Mapping[str, tuple[Span, Span]], weekdays: Mapping[str, Sequence[int]]
) -> dict[str, frozenset[str]]:
    """Return for each club the pieces of time that it takes: weekday, season and from when, `3@0-930`."""
    cuts = [sorted({edge for both in spans.values() for edge in both[season]}) for season in (0, 1)]
    return {
        club: frozenset(
            f"{day}@{season}-{cut}"
            for day in weekdays[club] for season in (0, 1) for cut in cuts[season]
            if spans[club][season].begins <= cut < spans[club][season].ends
        )
        for club in spans
    }
