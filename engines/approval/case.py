"""Case: one application on its way through a definition (BPMN: process instance). It is in one place at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from engines.approval.altered import altered
from engines.approval.condition import Fact
from engines.approval.task import Task


class State(StrEnum):
    """`returned`: with the applicant again; the last four are the end of it."""

    RUNNING = "running"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Case:
    """`applicants` may change and withdraw it; `own`: whose affair it is, who therefore decides nothing in it.

    `tasks` are those of the present `step`; `opened` says how many there have been.
    """

    definition: str
    version: int
    applicants: frozenset[str]
    own: frozenset[str]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    state: State = State.RUNNING
    step: str | None = None
    tasks: tuple[Task, ...] = ()
    opened: int = 0

    @property
    def ended(self) -> bool:
        """Say whether nothing can happen to it any more."""
        return self.state not in (State.RUNNING, State.RETURNED)

    def task(self, number: int) -> Task | None:
        """Return the task of the present step; None if there is none of this number."""
        return next((task for task in self.tasks if task.number == number), None)

    def with_task(self, changed: Task) -> "Case":
        """Return the case with this task in the place of the one of its number."""
        tasks = tuple(changed if task.number == changed.number else task for task in self.tasks)
        return altered(self, tasks=tasks)
