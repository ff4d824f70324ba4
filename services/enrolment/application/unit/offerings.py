"""Offerings: what a use case asks of what is offered."""

from collections.abc import Sequence
from typing import Protocol

from contracts.enrolment.offering import Offering
from services.enrolment.application.unit.child import TermOnOffer


class Offerings(Protocol):
    """What is offered, and the number of its places."""

    def terms_on_offer(self) -> Sequence[TermOnOffer]:
        """Return the announced terms that are not over: first those that may be applied for, the earlier first."""

    def term_of(self, application_id: str) -> TermOnOffer | None:
        """Return the term that an application is for, if it is not over."""

    def offered(self, term: str, grade: int) -> tuple[Offering, ...]:
        """Return what the term offers to a grade: basic care first, each by the time it starts."""

    def take_seat(self, offering_id: str) -> bool:
        """Take one place if one is left; say whether it was taken."""

    def free_seat(self, offering_id: str) -> None:
        """Give one place back."""

    def draw_number(self, offering_id: str) -> int:
        """Return the next number of the waiting line."""
