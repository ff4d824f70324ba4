"""Held: a case that nobody else changes until the transaction ends, and what has become of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engines.approval.case import Case
from engines.approval.happening import Happening
from engines.approval.task import Task


def key_of(group: str, place: str | None = None) -> str:
    """Return under which name a group's tasks are found; `place`: which of many such groups it is."""
    return f"{group}@{place}" if place else group


@dataclass(frozen=True, kw_only=True)
class Held:
    """`places` say which of many a group is for this case; `changes` and `lines` count what has happened to it."""

    case_id: str
    case: Case
    places: Mapping[str, str]
    changes: int = 0
    lines: int = 0

    def waited_for(self, task: Task) -> frozenset[str]:
        """Return under which names the task is found: its assignee's alone, or of all who may claim it."""
        if task.assignee:
            return frozenset({task.assignee})
        return frozenset((*(key_of(group, self.places.get(group)) for group in task.groups), *task.users))


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A case that was held, as it is now, and the lines that this adds to its history."""

    held: Held
    case: Case
    told: tuple[Happening, ...]
    at: datetime

    def gone(self) -> tuple[Task, ...]:
        """Return the tasks that the case has no more."""
        left = {task.number for task in self.case.tasks}
        return tuple(task for task in self.held.case.tasks if task.number not in left)

    def new(self) -> tuple[Task, ...]:
        """Return the tasks that are new or no longer as they were."""
        before = {task.number: task for task in self.held.case.tasks}
        return tuple(task for task in self.case.tasks if before.get(task.number) != task)
