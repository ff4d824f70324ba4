"""Refusals: what enrolment says no to, why, and what to do next."""

from collections.abc import Iterable
from datetime import date, datetime

from contracts.enrolment.application import Application
from contracts.enrolment.approval import Decision
from contracts.enrolment.ground import GROUND_LABELS
from contracts.enrolment.offering import WEEKDAY_LABELS, OfferingKind
from contracts.enrolment.part import KIND_LABELS, ApplicationState
from contracts.errors import Conflict, InvalidRequest, NotFound

STATE_WORDS = {
    ApplicationState.SUBMITTED: "等待审批",
    ApplicationState.RETURNED: "退回家长修改",
    ApplicationState.APPROVED: "已同意",
    ApplicationState.REJECTED: "未同意",
    ApplicationState.WITHDRAWN: "已撤回",
    ApplicationState.CLOSED: "已结束",
}
_FIELD_OF = {OfferingKind.BASIC_CARE: "care_weekdays", OfferingKind.CLUB: "club_ids"}
_REASON_FOR = {Decision.REJECT: "不同意", Decision.RETURN: "退回"}


def nothing_asked() -> InvalidRequest:
    """Neither a day of care nor a club was chosen."""
    return _fields(care_weekdays="请至少选一天看护，或选一个社团。")


def one_club_twice() -> InvalidRequest:
    """A club stands in two places of the list."""
    return _fields(club_ids="同一个社团填了两次，请去掉一个。")


def no_care_on(days: Iterable[int]) -> InvalidRequest:
    """There is no basic care for this child's grade on these days."""
    named = "、".join(WEEKDAY_LABELS[day] for day in days)
    return _fields(care_weekdays=f"{named}没有面向孩子年级的看护，请去掉后再提交。")


def unsaid(decision: Decision, *, reason: bool, ground: bool) -> InvalidRequest:
    """A rejection or a return says why, so that the family can read it (E4); of basic care by a ground, too (E3)."""
    words = {"reason": f"请填写{_REASON_FOR[decision]}的理由，家长会看到。"} if reason else {}
    if ground:
        words["ground"] = f"不同意课后看护，请在这些里选一个理由：{'、'.join(GROUND_LABELS.values())}。"
    return _fields(**words)


def no_earlier_step() -> InvalidRequest:
    """It can be returned only to a step that it has come through."""
    return _fields(to="只能退回到已经走过的一步，或者退回家长。")


def already_reminded() -> Conflict:
    """Once a day is enough."""
    return Conflict("今天已经催过了，请给他们一点时间，明天再催。")


def nobody_to_remind(standing: Application) -> Conflict:
    """Nothing of it waits for anybody in the school."""
    words = f"这份申请现在是“{STATE_WORDS[standing.state]}”，没有人要催。"
    return Conflict(words, _stands(standing))


def no_chain(kinds: Iterable[OfferingKind]) -> Conflict:
    """The school has not said who decides on these."""
    named = "、".join(KIND_LABELS[kind] for kind in kinds)
    return Conflict(f"学校还没有公布{named}的审批流程，现在还不能申请。请留意学校的通知。")


def not_returned(kinds: Iterable[OfferingKind]) -> InvalidRequest:
    """Only what was returned may be changed."""
    return _fields(**{_FIELD_OF[kind]: f"{KIND_LABELS[kind]}没有退回，不用改，请留空。" for kind in kinds})


def still_to_ask(kinds: Iterable[OfferingKind]) -> InvalidRequest:
    """What was returned is asked for once more, changed; to want it no longer is to withdraw."""
    return _fields(**{
        _FIELD_OF[kind]: f"请重新选{KIND_LABELS[kind]}；不再需要的话，请撤回申请，重新填写。" for kind in kinds
    })


def nothing_on_offer() -> NotFound:
    """No term is open for applications."""
    return NotFound("现在没有可以申请的课后服务，请留意学校的通知。")


def not_yet(opens_at: datetime) -> str:
    """Too early to apply; `opens_at` is by the clock of the schools."""
    return f"报名从 {opens_at.month} 月 {opens_at.day} 日 {opens_at:%H:%M} 开始，请到时候再来。"


def no_longer(closes_on: date) -> str:
    """Too late to apply."""
    return f"报名到 {closes_on.month} 月 {closes_on.day} 日为止，已经截止。确有需要的，请联系班主任。"


def own_child() -> Conflict:
    """Nobody decides for their own child (E4)."""
    return Conflict("自己孩子的申请由他人审批，请交给另一位负责的老师。")


def already_applied(standing: Application | None) -> Conflict:
    """The child had an open application for this term when this one was to be kept (E3)."""
    if standing is None:
        return Conflict()
    words = f"这个学期已经为孩子申请过，现在是“{STATE_WORDS[standing.state]}”。要改动，请先撤回那一份，再重新申请。"
    return Conflict(words, _stands(standing))


def nothing_returned(standing: Application) -> Conflict:
    """Nothing was returned to the family, so there is nothing to change."""
    words = f"这份申请现在是“{STATE_WORDS[standing.state]}”，没有需要修改的。要改动，请先撤回，再重新申请。"
    return Conflict(words, _stands(standing))


def not_your_turn(standing: Application) -> Conflict:
    """It does not wait for this person, or no longer."""
    steps = "、".join(dict.fromkeys(part.step for part in standing.parts if part.step))
    if not steps:
        return no_longer_open(standing)
    return Conflict(f"这份申请现在在“{steps}”这一步，不由您办理。请看一下现在的情况。", _stands(standing))


def not_in_your_hand(standing: Application) -> Conflict:
    """This cannot be done with it by this person, or no longer."""
    return Conflict("这份申请现在不能这样办，可能刚有人办过。请看一下现在的情况。", _stands(standing))


def unsaid_to_colleagues(*, to: bool, comment: bool) -> InvalidRequest:
    """A colleague has to be named, and told why."""
    words = {"to": "请从列出的同事里选一位。"} if to else {}
    return _fields(**words, **({"comment": "请写一句说明，同事看得到。"} if comment else {}))


def has_it_already() -> InvalidRequest:
    """The colleague signs this step already, or it is the last signature."""
    return _fields(to="这位同事已经在办这一步，或者只剩这一位了。请选另一位。")


def no_longer_open(standing: Application) -> Conflict:
    """The application has been decided or withdrawn, so this cannot be done with it any more."""
    words = f"这份申请现在是“{STATE_WORDS[standing.state]}”，不能再这样操作。请看一下现在的情况。"
    return Conflict(words, _stands(standing))


def _stands(standing: Application) -> dict[str, object]:
    return {"stands": standing.dump()}


def _fields(**words: str) -> InvalidRequest:
    return InvalidRequest(details={"fields": {field: [sentence] for field, sentence in words.items()}})
