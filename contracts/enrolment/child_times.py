"""Child's times: where one child is after school, on which days and until when, for its family's own calendar (E11)."""

from datetime import date

from contracts.call import Call
from contracts.enrolment.hours import Hours
from contracts.enrolment.offering import FAMILY
from contracts.fields import Id
from contracts.message import Message, of


class ReadChildTimes(Message):
    """Ask for the places that a child of the asker has."""

    pupil_id: str = of(Id())


class ChildTime(Hours):
    """A place that is given: on which days (1-5) of which term, by which hours, where. `changes` counts its changes."""

    offering_id: str = of(Id())
    title: str
    weekdays: tuple[int, ...]
    location: str = ""
    first_day: date
    last_day: date
    changes: int


class ChildTimes(Message):
    """The child's places in terms that are not over, by term, hour and title; nobody else is named."""

    pupil_id: str = of(Id())
    times: tuple[ChildTime, ...]


CHILD_TIMES = Call(
    service="enrolment", method="child_times", ask=ReadChildTimes, answer=ChildTimes, allow=FAMILY
)
