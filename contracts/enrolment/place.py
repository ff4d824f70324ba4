"""What an application holds in an offering: a place, a number in the waiting line, or nothing any more."""

from enum import StrEnum

from contracts.enrolment.offering import OfferingKind
from contracts.event import Event
from contracts.fields import Id
from contracts.message import Message, of


class PlaceState(StrEnum):
    """What an application holds in one offering: a place, a number in the waiting line, or nothing any more."""

    ASKED = "asked"
    GIVEN = "given"
    WAITING = "waiting"
    RELEASED = "released"


class Place(Message):
    """What the application holds in one offering. `line_position` is 1 for the next to move up; `rank` is 1 for the
    club that the child would like most.
    """

    offering_id: str = of(Id())
    title: str
    kind: OfferingKind
    weekdays: tuple[int, ...]
    state: PlaceState
    line_position: int | None = None
    rank: int | None = None


class PlaceGiven(Event):
    """A child has a place. `from_line` is true when it moved up from the waiting line."""

    type = "enrolment.place_given.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    offering_id: str = of(Id())
    kind: OfferingKind
    from_line: bool = False


class PlaceReleased(Event):
    """A child has left a club, or its waiting line, because it has a place that it would like more."""

    type = "enrolment.place_released.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    offering_id: str = of(Id())
    kind: OfferingKind


class PlaceWaiting(Event):
    """A child stands in the waiting line at `line_position`."""

    type = "enrolment.place_waiting.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    offering_id: str = of(Id())
    kind: OfferingKind
    line_position: int
