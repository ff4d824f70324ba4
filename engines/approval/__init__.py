"""Approval: cases on their way through ordered steps of people; pure, told of everything it has to know."""

from engines.approval.action import (
    Action,
    AddSigner,
    Approve,
    Claim,
    Copy,
    Delegate,
    Reject,
    Release,
    RemoveSigner,
    Resolve,
    Resubmit,
    Return,
    Start,
    Transfer,
    Withdraw,
)
from engines.approval.advance import advance
from engines.approval.case import Case, State
from engines.approval.completion import Completion, Mode, Outcome
from engines.approval.condition import Comparison, Condition, Fact
from engines.approval.definition import Definition
from engines.approval.flaws import Flaw, flaws
from engines.approval.happening import Happening, What
from engines.approval.refused import Refused, Why
from engines.approval.step import Nobody, Step
from engines.approval.task import Task
from engines.approval.world import World

__all__ = [
    "Action",
    "AddSigner",
    "Approve",
    "Case",
    "Claim",
    "Comparison",
    "Completion",
    "Condition",
    "Copy",
    "Definition",
    "Delegate",
    "Fact",
    "Flaw",
    "Happening",
    "Mode",
    "Nobody",
    "Outcome",
    "Refused",
    "Reject",
    "Release",
    "RemoveSigner",
    "Resolve",
    "Resubmit",
    "Return",
    "Start",
    "State",
    "Step",
    "Task",
    "Transfer",
    "What",
    "Why",
    "Withdraw",
    "World",
    "advance", "flaws",
]
