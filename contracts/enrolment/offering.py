"""What the after-school service offers: basic care and clubs, with the places that are left."""

from datetime import time
from enum import StrEnum

from contracts.actor import Role
from contracts.call import Call
from contracts.fields import Id
from contracts.message import Message, of


class OfferingKind(StrEnum):
    """Basic care (homework, reading, help) or a club (E8)."""

    BASIC_CARE = "basic_care"
    CLUB = "club"


WEEKDAY_LABELS = {1: "周一", 2: "周二", 3: "周三", 4: "周四", 5: "周五"}


class ListOfferings(Message):
    """Ask what a child may apply for."""

    pupil_id: str = of(Id())


class Offering(Message):
    """One thing on offer this term. `weekdays` are 1-5; `left` counts places not yet given, never below 0."""

    offering_id: str = of(Id())
    kind: OfferingKind
    title: str
    weekdays: tuple[int, ...]
    starts_at: time
    ends_at: time
    collect_by: time
    capacity: int
    left: int
    waiting: int


class Offerings(Message):
    """What is on offer to this child, basic care first."""

    pupil_id: str = of(Id())
    term: str
    offerings: tuple[Offering, ...]


FAMILY = frozenset({Role.GUARDIAN})
OFFERINGS = Call(service="enrolment", method="offerings", ask=ListOfferings, answer=Offerings, allow=FAMILY)
