"""Refusals: what a use case asks of why basic care was refused, and how often."""

from collections.abc import Sequence
from typing import Protocol

from services.enrolment.domain.refused import Refused


class Refusals(Protocol):
    """Grounds of parts that are rejected, and counts of them."""

    def keep_grounds(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Let each application's part (application, kind) have been refused on this ground."""

    def refused(self) -> Sequence[Refused]:
        """Return the counts of the school, the latest term's first; a term that is announced has one of 0 at least."""

    def refused_in_district(self) -> Sequence[Refused]:
        """Return the counts of the district's schools, likewise; nothing to somebody of a school."""
