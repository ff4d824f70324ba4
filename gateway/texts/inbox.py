"""Messages of the inbox in words: heading, sentence, where to read more; subjects and minutes, no pressure (N4)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from contracts.enrolment.approval import Decision
from contracts.enrolment.handing import How
from contracts.enrolment.part import KIND_LABELS
from contracts.notify.message import InboxMessage
from gateway.texts import labels
from gateway.texts.dates import moment, short_day

Facts = Mapping[str, str]
_OFFERINGS = {str(kind): label for kind, label in KIND_LABELS.items()}


@dataclass(frozen=True, kw_only=True)
class Words:
    """`more` names the page that says more about the thing, `link` the words that lead there."""

    heading: str
    sentence: str
    more: str = ""
    link: str = ""


def words(message: InboxMessage) -> Words:
    """Return a message in words; a cause this gateway does not know yet is told without guessing."""
    make = _BY_CAUSE.get(message.cause)
    if make is None:
        return Words(heading="有一条新消息", sentence="学校有一条新消息。详细情况请联系班主任。")
    return make(message.facts)


def _published(facts: Facts) -> Words:
    return Words(
        heading=f"{_subject(facts)}作业：约 {_minutes(facts)} 分钟",
        sentence=f"{_day(facts)}的{_subject(facts)}作业：{_how(facts)}，一般同学大约用 {_minutes(facts)} 分钟。",
        more="homework", link="看作业内容",
    )


def _corrected(facts: Facts) -> Words:
    return Words(
        heading=f"{_subject(facts)}作业有更正",
        sentence=f"{_day(facts)}的{_subject(facts)}作业已更正，现在是：{_how(facts)}，约 {_minutes(facts)} 分钟。",
        more="homework", link="看更正后的内容",
    )


def _withdrawn(facts: Facts) -> Words:
    return Words(
        heading=f"{_subject(facts)}作业已撤回",
        sentence=f"{_day(facts)}的{_subject(facts)}作业已撤回，不用做了。",
        more="homework", link="看撤回的原因",
    )


def _submitted(_: Facts) -> Words:
    return Words(
        heading="有一份课后服务申请等您审核", sentence="家长提交了课后服务申请，请您看一下并作出决定。",
        more="application", link="去审核",
    )


def _decided(facts: Facts) -> Words:
    if facts.get("decision") == Decision.APPROVE:
        heading, sentence = f"{_kinds(facts)}申请已同意", "学校同意了这份申请，名额安排好后会再告诉您。"
    else:
        heading, sentence = f"{_kinds(facts)}申请没有通过", "学校没有同意这份申请，理由写在申请里。"
    return Words(heading=heading, sentence=sentence, more="application", link="看申请")


def _returned(facts: Facts) -> Words:
    return Words(
        heading=f"{_kinds(facts)}申请退回修改", sentence="学校请您改一改这份申请再提交，要改什么写在申请里。",
        more="application", link="去修改",
    )


def _due(facts: Facts) -> Words:
    if facts.get("overdue") == "true":
        heading, sentence = f"一份{_offering(facts)}申请逾期没有审核", "到期还没有人审核，请您过问一下。"
    else:
        heading, sentence = f"一份{_offering(facts)}申请等您审核", "办理期限快到了，请您看一下并作出决定。"
    return Words(heading=heading, sentence=sentence, more="approval", link="去审核")


_HANDED = {
    How.DELEGATE: ("请您先看一份{0}申请", "同事请您先看一看，写下意见再交回。"),
    How.RESOLVE: ("一份{0}申请看过了，等您决定", "您请同事先看的申请，同事已经看过，交回给您。"),
    How.TRANSFER: ("一份{0}申请转交给您", "同事把它转交给您，由您决定。"),
    How.ADD_SIGNER: ("一份{0}申请请您会签", "同事请您也来会签。"),
}


def _handed(facts: Facts) -> Words:
    heading, sentence = _HANDED[How(facts.get("how", How.TRANSFER))]
    return Words(heading=heading.format(_offering(facts)), sentence=sentence, more="approval", link="去看申请")


def _given(facts: Facts) -> Words:
    moved_up = facts.get("from_line") == "true"
    start = "有同学退出，候补轮到了：" if moved_up else ""
    return Words(
        heading=f"{_offering(facts)}的名额已安排", sentence=f"{start}{_offering(facts)}的名额已经安排好。",
        more="application", link="看时间和安排",
    )


def _waiting(facts: Facts) -> Words:
    position = facts.get("line_position", "")
    return Words(
        heading=f"{_offering(facts)}正在候补",
        sentence=f"{_offering(facts)}暂时满员，现在排在第 {position} 位。有人退出会自动递补，并马上告诉您。",
        more="application", link="看申请",
    )


def _announced(facts: Facts) -> Words:
    return Words(
        heading="课后服务开始报名", sentence=f"学校公布了本学期的课后服务，{_opening(facts)}起可以报名，自愿参加。",
        more="programme", link="看公布的内容",
    )


_BY_CAUSE: dict[str, Callable[[Facts], Words]] = {
    "homework.published": _published,
    "homework.corrected": _corrected,
    "homework.withdrawn": _withdrawn,
    "enrolment.application_submitted": _submitted,
    "enrolment.application_returned": _returned,
    "enrolment.approval_due": _due,
    "enrolment.application_handed": _handed,
    "enrolment.application_decided": _decided,
    "enrolment.place_given": _given,
    "enrolment.place_waiting": _waiting,
    "enrolment.programme_announced": _announced,
}


def causes() -> frozenset[str]:
    """Return every cause there are words for."""
    return frozenset(_BY_CAUSE)


def _subject(facts: Facts) -> str:
    return facts.get("subject", "")


def _minutes(facts: Facts) -> str:
    return facts.get("minutes", "")


def _offering(facts: Facts) -> str:
    return _OFFERINGS.get(facts.get("kind", ""), "课后服务")


def _kinds(facts: Facts) -> str:
    """课后看护, 社团, or both; 课后服务 where it is not said."""
    told = [_OFFERINGS[kind] for kind in facts.get("kinds", "").split(",") if kind in _OFFERINGS]
    return "、".join(told) or "课后服务"


def _how(facts: Facts) -> str:
    return f"{labels.kind(facts.get('kind', ''))}，{labels.place(facts.get('place', ''))}"


def _opening(facts: Facts) -> str:
    try:
        return moment(datetime.fromisoformat(facts.get("opens_at", "")))
    except ValueError:
        return "即日"


def _day(facts: Facts) -> str:
    try:
        return short_day(date.fromisoformat(facts.get("day", "")))
    except ValueError:
        return "这一天"
