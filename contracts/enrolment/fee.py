"""Fee: what places cost: a family's own, place by place, and the statement of a term for the school's offices (E15).

Sums by the rules that stand, in whole yuan; nothing is collected here, and no statement names a child.
"""

from contracts.call import Call
from contracts.enrolment.programme import PROGRAMME_OFFICE
from contracts.fields import Id, Text
from contracts.message import Message, of

LONGEST_TERM = 60


class PlaceFee(Message):
    """What one place costs: `words` are the sum in full; `yuan` is absent while the term's days are not known."""

    offering_id: str = of(Id())
    title: str
    yuan: int | None = None
    words: str


class ReadFees(Message):
    """Ask for the statement of a term, the latest announced where none is named."""

    term: str | None = of(Text(longest=LONGEST_TERM), default=None)


class OfferingFees(Message):
    """What is due for one offering: by how many places that are or were held, and how much.

    `open_places` of them cannot be counted yet, and are not in `yuan`.
    """

    offering_id: str = of(Id())
    title: str
    fee_yuan: int
    places: int
    open_places: int = 0
    yuan: int


class Fees(Message):
    """The statement of one term: every offering of it. `terms` are all that were announced, the latest first."""

    term: str = ""
    terms: tuple[str, ...] = ()
    offerings: tuple[OfferingFees, ...] = ()
    yuan: int = 0


FEES = Call(service="enrolment", method="fees", ask=ReadFees, answer=Fees, allow=PROGRAMME_OFFICE)
