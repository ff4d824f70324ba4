"""OfferingRoster: the children who have a place in an offering, who waits for one, and who leads what (E10, E12)."""

from datetime import date

from contracts.actor import STAFF, Role
from contracts.call import Call
from contracts.enrolment.hours import Hours
from contracts.fields import Id
from contracts.message import Message, of

STAFF_OF_SCHOOL = STAFF - {Role.DISTRICT_OFFICE}
"""Who may lead an offering at all; whether they lead this one, the use case says."""


class ReadOfferingRoster(Message):
    """Ask who has a place in an offering."""

    offering_id: str = of(Id())


class PlacedPupil(Message):
    """A child who has a place, the class it is in now, and on which days (1-5) it comes."""

    pupil_id: str = of(Id())
    class_id: str = of(Id())
    weekdays: tuple[int, ...]


class WaitingPupil(PlacedPupil):
    """A child who waits for a place. `line_position` is 1 for the next to move up."""

    line_position: int


class OfferingRoster(Hours):
    """An offering, when and where it is, and the children who have a place in it, by class and pupil.

    `office` says that it is shown to the school's office; only then does `line` tell who waits, in order.
    """

    offering_id: str = of(Id())
    programme_id: str = of(Id())
    title: str
    term: str
    first_day: date
    last_day: date
    weekdays: tuple[int, ...]
    session_name: str
    location: str = ""
    lead_id: str | None = of(Id(), default=None)
    cover_id: str | None = of(Id(), default=None)
    capacity: int
    placed: tuple[PlacedPupil, ...] = ()
    line: tuple[WaitingPupil, ...] = ()
    office: bool = False


class ListLed(Message):
    """Ask which offerings the asker leads, or stands by for."""


class LedOffering(Hours):
    """An announced offering of a term that is not over. `taken` counts its children; `covers`: as the B role alone."""

    offering_id: str = of(Id())
    title: str
    term: str
    weekdays: tuple[int, ...]
    location: str = ""
    taken: int
    covers: bool


class LedOfferings(Message):
    """What the asker leads or stands by for, the earliest term first, then by hour and title."""

    offerings: tuple[LedOffering, ...]


ROSTER_OF_OFFERING = Call(
    service="enrolment", method="roster_of_offering", ask=ReadOfferingRoster, answer=OfferingRoster,
    allow=STAFF_OF_SCHOOL,
)
LED_OFFERINGS = Call(
    service="enrolment", method="led_offerings", ask=ListLed, answer=LedOfferings, allow=STAFF_OF_SCHOOL
)
