"""Action: what somebody does to a case. Each is a value; `task` is the number of the task it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engines.approval.condition import Fact

SYSTEM = "system"
"""Who acts where nobody does: the calendar, or a house that has learnt something."""


@dataclass(frozen=True, kw_only=True)
class Start:
    """The case begins its way; nobody has decided anything yet."""


@dataclass(frozen=True, kw_only=True)
class Approve:
    """Say yes."""

    task: int
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Reject:
    """Say no, for good; the reason is told."""

    task: int
    comment: str


@dataclass(frozen=True, kw_only=True)
class Return:
    """Give it back to an earlier step, or to the applicant where `to` is None; the reason is told."""

    task: int
    comment: str
    to: str | None = None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Take a task that several might take: nobody else decides it meanwhile."""

    task: int


@dataclass(frozen=True, kw_only=True)
class Release:
    """Give back what was claimed."""

    task: int


@dataclass(frozen=True, kw_only=True)
class Delegate:
    """Let somebody prepare it; who delegates decides in the end."""

    task: int
    to: str
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Resolve:
    """Give a delegated task back, prepared."""

    task: int
    comment: str


@dataclass(frozen=True, kw_only=True)
class Transfer:
    """Hand it over, with the decision; the reason is told."""

    task: int
    to: str
    comment: str


@dataclass(frozen=True, kw_only=True)
class AddSigner:
    """One more must sign, where each signs."""

    task: int
    who: str
    comment: str


@dataclass(frozen=True, kw_only=True)
class RemoveSigner:
    """One who has not signed need not, where each signs; `task` is the actor's own."""

    task: int
    who: str
    comment: str


@dataclass(frozen=True, kw_only=True)
class Copy:
    """Let somebody know; there is nothing for them to decide."""

    task: int
    to: str
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Remind:
    """Ask whoever has it to decide; once a day."""

    task: int
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Ring:
    """The calendar looks at a task on one of its days."""

    task: int


@dataclass(frozen=True, kw_only=True)
class Close:
    """End a case that has lost its reason, the child having left, say; the reason is told."""

    comment: str


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """The applicant wants it no more."""

    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Resubmit:
    """The applicant has changed what was returned; it begins again at the first step."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    comment: str = ""


OnTask = (
    Approve | Reject | Return | Claim | Release | Delegate | Resolve | Transfer | AddSigner | RemoveSigner | Copy
)
Action = Start | Withdraw | Resubmit | Remind | Ring | Close | OnTask
