"""Refusals: what enrolment says no to, why, and what to do next."""

from collections.abc import Iterable

from contracts.enrolment.application import Application, ApplicationState
from contracts.enrolment.offering import WEEKDAY_LABELS
from contracts.errors import Conflict, InvalidRequest, NotFound

STATE_WORDS = {
    ApplicationState.SUBMITTED: "等待班主任审批",
    ApplicationState.APPROVED: "已同意",
    ApplicationState.REJECTED: "未同意",
    ApplicationState.WITHDRAWN: "已撤回",
}


def nothing_asked() -> InvalidRequest:
    """Neither a day of care nor a club was chosen."""
    return _fields(care_weekdays="请至少选一天看护，或选一个社团。")


def no_care_on(days: Iterable[int]) -> InvalidRequest:
    """There is no basic care for this child's grade on these days."""
    named = "、".join(WEEKDAY_LABELS[day] for day in days)
    return _fields(care_weekdays=f"{named}没有面向孩子年级的看护，请去掉后再提交。")


def reason_missing() -> InvalidRequest:
    """A rejection says why, so that the family can read it (E4)."""
    return _fields(reason="请填写不同意的理由，家长会看到。")


def nothing_on_offer() -> NotFound:
    """No term is open for applications."""
    return NotFound("现在没有可以申请的课后服务，请留意学校的通知。")


def own_child() -> Conflict:
    """Nobody decides for their own child (E4)."""
    return Conflict("自己孩子的申请由他人审批，请交给另一位负责的老师。")


def already_applied(standing: Application | None) -> Conflict:
    """The child had an open application for this term when this one was to be kept (E3)."""
    if standing is None:
        return Conflict()
    words = f"这个学期已经为孩子申请过，现在是“{STATE_WORDS[standing.state]}”。要改动，请先撤回那一份，再重新申请。"
    return Conflict(words, _stands(standing))


def no_longer_open(standing: Application) -> Conflict:
    """The application has been decided or withdrawn, so this cannot be done with it any more."""
    words = f"这份申请现在是“{STATE_WORDS[standing.state]}”，不能再这样操作。请看一下现在的情况。"
    return Conflict(words, _stands(standing))


def _stands(standing: Application) -> dict[str, object]:
    return {"stands": standing.dump()}


def _fields(**words: str) -> InvalidRequest:
    return InvalidRequest(details={"fields": {field: [sentence] for field, sentence in words.items()}})
