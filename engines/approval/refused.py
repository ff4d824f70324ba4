"""Refused: an action that the case does not allow; nothing has changed."""

from enum import StrEnum


class Why(StrEnum):
    """The reasons, as codes; what to do next is for the page to say."""

    ENDED = "ended"
    NOT_YOURS = "not_yours"
    OWN_CASE = "own_case"
    FAMILY_ONLY = "family_only"
    NO_SUCH_TASK = "no_such_task"
    TASK_DECIDED = "task_decided"
    CLAIMED_BY_ANOTHER = "claimed_by_another"
    NOT_CLAIMED = "not_claimed"
    BY_NAME = "by_name"
    NOT_DELEGATED = "not_delegated"
    WITH_DELEGATE = "with_delegate"
    NO_REASON = "no_reason"
    NO_EARLIER_STEP = "no_earlier_step"
    NOT_RETURNED = "not_returned"
    WITH_APPLICANT = "with_applicant"
    ALREADY_SIGNER = "already_signer"
    NOT_BY_EACH = "not_by_each"
    LAST_SIGNER = "last_signer"
    ALREADY_STARTED = "already_started"
    NOT_TO_YOURSELF = "not_to_yourself"
    ALREADY_REMINDED = "already_reminded"
    NOT_YET = "not_yet"


class Refused(Exception):
    """Carries why."""

    def __init__(self, why: Why):
        self.why = why
        super().__init__(why.value)
