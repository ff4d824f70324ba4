"""Kind: a kind of job that a house can do: what it is asked, the function that does it, and its limits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contracts.job import JobAsk
from plumbing.jobs.outcome import Outcome

if TYPE_CHECKING:  # the worker starts without what a child needs
    from plumbing.jobs.job import Job


@dataclass(frozen=True, kw_only=True)
class Kind:
    """`run` works in a process of its own, which ends when it passes `seconds` or `memory_mb` (address space).

    What it changes before its end must bear being done again: a process may die and another begin anew.
    A ServiceError that it raises is what the person is told.
    """

    ask: type[JobAsk]
    run: "Callable[[Job], Outcome]"
    seconds: int = 60
    memory_mb: int = 512

    @property
    def name(self) -> str:
        """Return what the kind is called in the table of jobs."""
        return self.ask.kind
