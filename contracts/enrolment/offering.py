"""What the after-school service offers: basic care and clubs, with the places that are left."""

from datetime import date, datetime
from enum import StrEnum

from contracts.actor import Role
from contracts.call import Call
from contracts.enrolment.hours import Hours
from contracts.fields import Id
from contracts.message import Message, of


class OfferingKind(StrEnum):
    """Basic care (homework, reading, help) or a club (E8)."""

    BASIC_CARE = "basic_care"
    CLUB = "club"


class OfferingSort(StrEnum):
    """What it is, as norms tell it apart; all but basic care are clubs to who applies and to who decides."""

    BASIC_CARE = "basic_care"
    CLUB = "club"
    OUTDOOR_CLUB = "outdoor_club"
    SUBJECT_HELP = "subject_help"

    @property
    def kind(self) -> OfferingKind:
        """Return which kind of service it is."""
        return OfferingKind.BASIC_CARE if self is OfferingSort.BASIC_CARE else OfferingKind.CLUB


WEEKDAY_LABELS = {1: "周一", 2: "周二", 3: "周三", 4: "周四", 5: "周五"}


class ListOfferings(Message):
    """Ask what a child may apply for: in the term of a programme or of an application, or in the first that is open."""

    pupil_id: str = of(Id())
    programme_id: str | None = of(Id(), default=None)
    application_id: str | None = of(Id(), default=None)


class Offering(Hours):
    """One thing on offer this term. `weekdays` are 1-5; `left` counts places not yet given, never below 0."""

    offering_id: str = of(Id())
    kind: OfferingKind
    sort: OfferingSort = OfferingSort.CLUB
    title: str
    weekdays: tuple[int, ...]
    capacity: int
    left: int
    waiting: int
    location: str = ""
    lead_id: str | None = of(Id(), default=None)
    fee_yuan: int = 0
    description: str = ""


class OfferedTerm(Message):
    """A term that is announced."""

    programme_id: str = of(Id())
    term: str


class Offerings(Message):
    """What is on offer to this child, basic care first; `opens_at` and `closes_on` bound when it may be applied for.

    `closed` says why it may not be applied for now; it is absent while it may. `terms` are all that are announced and
    not over.
    """

    pupil_id: str = of(Id())
    term: str
    offerings: tuple[Offering, ...]
    opens_at: datetime | None = None
    closes_on: date | None = None
    closed: str | None = None
    programme_id: str | None = of(Id(), default=None)
    terms: tuple[OfferedTerm, ...] = ()


FAMILY = frozenset({Role.GUARDIAN})
OFFERINGS = Call(service="enrolment", method="offerings", ask=ListOfferings, answer=Offerings, allow=FAMILY)
