"""Places: what a use case asks of places and waiting lines."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from contracts.enrolment.place import Place
from services.enrolment.domain.choice import Timetable


class Places(Protocol):
    """What applications hold in offerings."""

    def hold_offerings(self, application_ids: Sequence[str]) -> Mapping[str, Sequence[Place]]:
        """Stop every other change of places in these applications' offerings; return each one's as they now stand.

        Always in the order of the offerings' ids, so that two who hold several never wait for each other.
        """

    def give(self, application_id: str, offering_id: str) -> None:
        """Let the application have a place from today on."""

    def queue(self, application_id: str, offering_id: str, line_number: int) -> int:
        """Let the application wait under this number; return its position, 1 for the next to move up."""

    def let_go(self, application_id: str, offering_id: str) -> str | None:
        """Let the application hold nothing in the offering any more; return how it stood, if it held anything."""

    def timetable(self, offering_ids: Sequence[str]) -> Timetable:
        """Return when these offerings are, and how many clubs a child may have in their programme."""

    def release(self, application_id: str, kinds: Collection[str]) -> None:
        """Let the application hold nothing of these kinds any more; what it held, it held until today."""

    def give_to_next_in_line(self, offering_id: str) -> str | None:
        """Give a place to the first who waits for it; return their application's id, nothing when nobody waits."""
