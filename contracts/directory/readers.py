"""Readers: who has looked at a child's data, for the child's guardians and the school's office."""

from datetime import date, datetime

from contracts.actor import OFFICE, Role
from contracts.call import Call
from contracts.fields import Id
from contracts.message import Message, of


class ReadReaders(Message):
    """Ask who has read a child's data in the thirty days that end with `until`, today where nothing is said."""

    pupil_id: str = of(Id())
    until: date | None = None


class Reading(Message):
    """One person's readings of one day. `roles` are what they hold now; `person_id` is told to the office alone."""

    on: date
    last_at: datetime
    times: int
    roles: tuple[Role, ...]
    own: bool
    person_id: str | None = of(Id(), default=None)


class Readers(Message):
    """The readings of these days, the latest first."""

    pupil_id: str = of(Id())
    first: date
    last: date
    readings: tuple[Reading, ...]


READERS = Call(
    service="directory", method="readers", ask=ReadReaders, answer=Readers, allow=OFFICE | {Role.GUARDIAN}
)
