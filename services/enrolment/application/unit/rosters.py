"""Rosters: what a use case asks of who has which place, child by child."""

from collections.abc import Sequence
from typing import Protocol

from contracts.enrolment.child_times import ChildTime
from contracts.enrolment.roster import LedOffering, PlacedPupil, WaitingPupil


class Rosters(Protocol):
    """Places with the children who have them, or wait for them."""

    def placed_pupils(self, offering_id: str) -> Sequence[PlacedPupil]:
        """Return who has a place in it, by class and pupil."""

    def waiting_pupils(self, offering_id: str) -> Sequence[WaitingPupil]:
        """Return who waits for a place in it, the next to move up first."""

    def led_by(self, person_id: str) -> Sequence[LedOffering]:
        """Return what the person leads or stands by for, announced and not over; the earliest term's first."""

    def times_of(self, pupil_id: str) -> Sequence[ChildTime]:
        """Return the places that the child has in terms that are not over."""

    def audit_pupils(self, action: str, pupil_ids: Sequence[str]) -> None:
        """Record that the actor did this to each of these children."""
