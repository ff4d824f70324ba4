"""Approval: cases on their way through ordered steps of people; pure, told of everything it has to know."""

from engines.approval.action import (
    SYSTEM,
    Action,
    AddSigner,
    Approve,
    Claim,
    Close,
    Copy,
    Delegate,
    Reject,
    Release,
    Remind,
    RemoveSigner,
    Resolve,
    Resubmit,
    Return,
    Ring,
    Start,
    Transfer,
    Withdraw,
)
from engines.approval.advance import advance
from engines.approval.case import Case, State
from engines.approval.completion import Completion, Mode, Outcome
from engines.approval.condition import Comparison, Condition, Fact
from engines.approval.definition import Definition
from engines.approval.document import DefinitionUnreadable, definition_from_plain, definition_to_plain
from engines.approval.flaws import Flaw, flaws
from engines.approval.happening import Happening, What
from engines.approval.held import Changed, Held, key_of
from engines.approval.may import tasks_for, tasks_to_prepare
from engines.approval.move import Move
from engines.approval.refused import Refused, Why
from engines.approval.step import Nobody, Overdue, Step
from engines.approval.task import Task
from engines.approval.track import Back, Standing, Stop, Track, track
from engines.approval.waiting import Mark, Waiting
from engines.approval.world import World

__all__ = [
    "SYSTEM",
    "Action",
    "AddSigner",
    "Approve",
    "Back",
    "Case",
    "Changed",
    "Claim",
    "Close",
    "Comparison",
    "Completion",
    "Condition",
    "Copy",
    "Definition",
    "DefinitionUnreadable",
    "Delegate",
    "Fact",
    "Flaw",
    "Happening",
    "Held",
    "Mark",
    "Mode",
    "Move",
    "Nobody",
    "Outcome",
    "Overdue",
    "Refused",
    "Reject",
    "Release",
    "Remind",
    "RemoveSigner",
    "Resolve",
    "Resubmit",
    "Return",
    "Ring",
    "Standing",
    "Start",
    "State",
    "Step",
    "Stop",
    "Task",
    "Track",
    "Transfer",
    "Waiting",
    "What",
    "Why",
    "Withdraw",
    "World",
    "advance",
    "definition_from_plain",
    "definition_to_plain",
    "flaws",
    "key_of",
    "tasks_for",
    "tasks_to_prepare",
    "track",
]
