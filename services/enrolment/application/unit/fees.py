"""Fees: what a use case asks of what is to be paid for."""

from collections.abc import Sequence
from typing import Protocol

from services.enrolment.domain.fee import Charge


class Fees(Protocol):
    """Places that are or were held, with what their offering costs."""

    def charges_of(self, application_id: str) -> Sequence[Charge]:
        """Return the places of an application that are or were held and are not free, in the order they are shown."""

    def charges_in(self, term: str) -> Sequence[Charge]:
        """Return the places of the term's offerings that are or were held, free ones too, offering by offering.

        Those that begin and end alike are told as one; an offering that nobody has a place in, as one of 0 places.
        """
