"""Event: a fact that has happened, in the past tense; ids, codes, times and numbers, never a name or free text."""

from typing import ClassVar

from contracts.message import Message


class Event(Message):
    """Base of every event. `type` is its address and version, `about` the field that holds its aggregate's id."""

    type: ClassVar[str]
    about: ClassVar[str]

    @property
    def aggregate_id(self) -> str:
        """Return the id of the aggregate this event belongs to."""
        return str(getattr(self, self.about))

    @classmethod
    def producer(cls) -> str:
        """Return the house that publishes it."""
        return cls.type.partition(".")[0]
