"""Happening: one line of a case's history: what, who, when, where and why. Lines are added, never changed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class What(StrEnum):
    """What happened; the first are done by people, the last follow from it."""

    STARTED = "started"
    APPROVED = "approved"
    REJECTED = "rejected"
    RETURNED = "returned"
    CLAIMED = "claimed"
    RELEASED = "released"
    DELEGATED = "delegated"
    RESOLVED = "resolved"
    TRANSFERRED = "transferred"
    SIGNER_ADDED = "signer_added"
    SIGNER_REMOVED = "signer_removed"
    COPIED = "copied"
    WITHDRAWN = "withdrawn"
    RESUBMITTED = "resubmitted"
    REMINDED = "reminded"
    CLOSED = "closed"
    MIGRATED = "migrated"
    OVERDUE = "overdue"
    REASSIGNED = "reassigned"
    STEP_BEGUN = "step_begun"
    STEP_SKIPPED = "step_skipped"
    NOBODY_THERE = "nobody_there"
    CASE_APPROVED = "case_approved"
    CASE_REJECTED = "case_rejected"


@dataclass(frozen=True, kw_only=True)
class Happening:
    """`to`: the person or step it went to; `instead_of`: for whom the actor stood in."""

    what: What
    actor: str
    at: datetime
    step: str | None = None
    task: int | None = None
    to: str | None = None
    comment: str = ""
    instead_of: str | None = None
