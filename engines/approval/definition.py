"""Definition: the steps of one kind of case, in order (BPMN: process definition). Once published it never changes."""

from dataclasses import dataclass

from engines.approval.step import Step


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A case that has passed every step is approved; one begun under a version stays with it until it is moved.

    `title` is what people call it. Members of `overseers` remind others of a case, and close one that has lost its
    reason.
    """

    key: str
    version: int
    steps: tuple[Step, ...]
    title: str = ""
    overseers: tuple[str, ...] = ()

    def place(self, key: str) -> int | None:
        """Return where the step stands, from 0; None if there is none of this key."""
        return next((place for place, step in enumerate(self.steps) if step.key == key), None)

    def step(self, key: str) -> Step:
        """Return the step. Raises KeyError if there is none of this key."""
        place = self.place(key)
        if place is None:
            raise KeyError(key)
        return self.steps[place]
