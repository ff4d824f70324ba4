"""Definition: the steps of one kind of case, in order (BPMN: process definition). Once published it never changes."""

from dataclasses import dataclass
from functools import cached_property

from engines.approval.step import Step


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A case that has passed every step is approved; one begun under a version stays with it until it is moved.

    `title` is what people call it. Members of `overseers` remind others of a case, hand a task to somebody else where
    whoever has it cannot, and close a case that has lost its reason.
    """

    key: str
    version: int
    steps: tuple[Step, ...]
    title: str = ""
    overseers: tuple[str, ...] = ()

    def place(self, key: str) -> int | None:
        """Return where the step stands, from 0; None if there is none of this key."""
        return self._places.get(key)

    def step(self, key: str) -> Step:
        """Return the step. Raises KeyError if there is none of this key."""
        place = self.place(key)
        if place is None:
            raise KeyError(key)
        return self.steps[place]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {step.key: place for place, step in enumerate(self.steps)}
