"""Refusals: how many applications for basic care were turned down, by ground: a school's own, and its district's (E3).

Counts of decisions, never of children: no answer here names one, or says whose application it was. What was turned down
before grounds had codes is not among them.
"""

from contracts.actor import Role
from contracts.call import Call
from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.programme import PROGRAMME_OFFICE
from contracts.fields import Id, Text
from contracts.message import Message, of

LONGEST_TERM = 60


class GroundCount(Message):
    """How often basic care was refused on one ground."""

    ground: RefusalGround
    refused: int


class ReadRefusals(Message):
    """Ask for the refusals of a term of the school, the latest announced where none is named."""

    term: str | None = of(Text(longest=LONGEST_TERM), default=None)


class Refusals(Message):
    """The refusals of one term: every ground that was used. `terms` are all that were announced, the latest first."""

    term: str = ""
    terms: tuple[str, ...] = ()
    grounds: tuple[GroundCount, ...] = ()


class ReadDistrictRefusals(Message):
    """Ask for the refusals in the district's schools in a term, the latest announced where none is named."""

    term: str | None = of(Text(longest=LONGEST_TERM), default=None)


class SchoolRefusals(Message):
    """The refusals of one school; none where its after-school service is announced and nobody was refused."""

    school_id: str = of(Id())
    grounds: tuple[GroundCount, ...] = ()


class DistrictRefusals(Message):
    """The refusals of one term in each school that has announced its after-school service for it."""

    term: str = ""
    terms: tuple[str, ...] = ()
    schools: tuple[SchoolRefusals, ...] = ()


REFUSALS = Call(
    service="enrolment", method="refusals", ask=ReadRefusals, answer=Refusals, allow=PROGRAMME_OFFICE
)
DISTRICT_REFUSALS = Call(
    service="enrolment", method="district_refusals", ask=ReadDistrictRefusals, answer=DistrictRefusals,
    allow=frozenset({Role.DISTRICT_OFFICE}),
)
