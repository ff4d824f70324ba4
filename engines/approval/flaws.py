"""Flaws: what is wrong with a definition, found before it is published and never while a case is on its way."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from engines.approval.completion import Mode
from engines.approval.condition import Comparison, Condition
from engines.approval.definition import Definition
from engines.approval.step import Nobody, Overdue, Step

_ORDERED = (Comparison.AT_MOST, Comparison.AT_LEAST)


@dataclass(frozen=True, kw_only=True)
class Flaw:
    """`step`: the key of the step, None for the whole; `words` say what is wrong and what would be right."""

    step: str | None
    words: str


def flaws(definition: Definition, groups: Collection[str], facts: Mapping[str, type]) -> tuple[Flaw, ...]:
    """Return everything that is wrong; `groups` and `facts` are those there are, facts with their types.

    Steps stand in one order, so each is reached or left out and the case comes to its end: there is nothing else to
    look for.
    """
    return tuple(_of_whole(definition, groups)) + tuple(
        Flaw(step=step.key, words=words) for step in definition.steps for words in _of_step(step, groups, facts)
    )


def _of_whole(definition: Definition, groups: Collection[str]) -> Iterator[Flaw]:
    for group in definition.overseers:
        if group not in groups:
            yield Flaw(step=None, words=_no_group(group))
    if not definition.steps:
        yield Flaw(step=None, words="至少要有一步。")
    for key, times in Counter(step.key for step in definition.steps).items():
        if times > 1:
            yield Flaw(step=key, words=f"有 {times} 步的代号都是“{key}”，请改成不同的代号。")


def _of_step(step: Step, groups: Collection[str], facts: Mapping[str, type]) -> Iterator[str]:
    yield from _of_people(step, groups)
    if step.by_family and (step.overdue is Overdue.REASSIGN or step.nobody is Nobody.ESCALATE):
        yield "家长签字的一步不能交给别人，逾期请选“告诉上一级”，没有人办理请选“等待”或“跳过”。"
    completion = step.completion
    if completion.mode is Mode.RATIO and not 1 <= completion.percent <= 100:
        yield f"通过比例是 {completion.percent}%，请写 1 到 100。"
    yield from _of_days(step)
    for condition in step.skip_if:
        yield from _of_condition(condition, facts)


def _of_days(step: Step) -> Iterator[str]:
    due, remind = step.due_days, step.remind_days
    if due is not None and due < 1:
        yield f"办理期限是 {due} 个教学日，请写 1 或更多，或者不写。"
    if remind is not None and not 1 <= remind <= (due or remind):
        yield f"第 {remind} 个教学日提醒，请写 1 或更多，并且不晚于办理期限。"
    if step.overdue is Overdue.WAIT:
        return
    if due is None:
        yield "逾期以后要处理，请写办理期限。"
    if not step.superiors:
        yield "逾期以后要告诉或交给上一级，请选上一级的岗位。"
    if step.overdue is Overdue.REASSIGN and step.completion.by_each:
        yield "每个人都要签的一步不能改派给别人，逾期请选“告诉上一级”。"


def _of_people(step: Step, groups: Collection[str]) -> Iterator[str]:
    if not step.groups and not step.users:
        yield "没有写由谁办理，请选一个岗位。"
    for group in (*step.groups, *step.fallback, *step.superiors):
        if group not in groups:
            yield _no_group(group)
    if step.nobody is Nobody.ESCALATE and not step.fallback:
        yield "没有人办理时要交给别的岗位，请选交给哪个岗位。"


def _no_group(group: str) -> str:
    return f"没有“{group}”这个岗位，请从列出的岗位里选。"


def _of_condition(condition: Condition, facts: Mapping[str, type]) -> Iterator[str]:
    declared = facts.get(condition.fact)
    if declared is None:
        yield f"跳过条件里的“{condition.fact}”不是申请表上的内容，请从列出的内容里选。"
    elif type(condition.value) is not declared:
        yield f"跳过条件里“{condition.fact}”的值写法不对，请照申请表的写法写。"
    elif condition.comparison in _ORDERED and declared is not int:
        yield f"跳过条件里的“{condition.fact}”不是数，只能写“是”或“不是”。"
