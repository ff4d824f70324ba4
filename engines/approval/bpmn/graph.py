"""Graph: a definition as BPMN's events, tasks and gateways, with the flows between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from engines.approval.bpmn import feel
from engines.approval.definition import Definition
from engines.approval.step import Overdue, Step

START, APPROVED, REJECTED, RESUBMIT = "start", "approved", "rejected", "resubmit"


class Kind(StrEnum):
    """The elements of BPMN that a chain needs."""

    START = "startEvent"
    END = "endEvent"
    TASK = "userTask"
    SEND = "sendTask"
    GATEWAY = "exclusiveGateway"
    TIMER = "boundaryEvent"


@dataclass(frozen=True, kw_only=True)
class Timer:
    """An event at the edge of the task `at`, on the day that `when` says; it `cancels` the task or lets it be."""

    at: str
    when: str
    cancels: bool


@dataclass(frozen=True, kw_only=True)
class Node:
    """`column` and `row` say where it is drawn; `asked`: who may take a task; `step`: whose task it is."""

    id: str
    kind: Kind
    name: str
    column: float
    row: int = 0
    asked: tuple[str, ...] = ()
    step: Step | None = None
    timer: Timer | None = None


@dataclass(frozen=True, kw_only=True)
class Flow:
    """From one node to another; of a gateway's flows the one without a condition is taken where no other is."""

    source: str
    target: str
    condition: str | None = None
    name: str = ""

    @property
    def id(self) -> str:
        """Return a name of its own."""
        return f"flow_{self.source}_{self.target}"


def nodes(definition: Definition) -> Iterator[Node]:
    """Yield every node, from left to right; what leads back or out, and what the calendar does, stands below."""
    steps, last = definition.steps, 3 * len(definition.steps) + 1
    yield Node(id=START, kind=Kind.START, name="提交", column=0)
    for place, step in enumerate(steps):
        column = 3 * place
        if step.skip_if:
            yield Node(id=_before(step), kind=Kind.GATEWAY, name="是否需要", column=column + 1)
        yield Node(
            id=_task(step), kind=Kind.TASK, name=step.name, column=column + 2, asked=(*step.groups, *step.users),
            step=step,
        )
        yield from _of_calendar(step, column + 2)
        yield Node(id=_after(step), kind=Kind.GATEWAY, name="结论", column=column + 3)
    yield Node(id=APPROVED, kind=Kind.END, name="通过", column=last)
    yield Node(id=REJECTED, kind=Kind.END, name="不通过", column=last, row=1)
    yield Node(id=RESUBMIT, kind=Kind.TASK, name="申请人修改后再提交", column=1, row=1)


def flows(definition: Definition) -> Iterator[Flow]:
    """Yield every flow: on, past what is not needed, to the end, and back."""
    steps = definition.steps
    yield Flow(source=START, target=_entrance(definition, 0))
    yield Flow(source=RESUBMIT, target=_entrance(definition, 0))
    for place, step in enumerate(steps):
        onward = _entrance(definition, place + 1)
        if step.skip_if:
            yield Flow(source=_before(step), target=onward, condition=feel.left_out(step), name="不需要")
            yield Flow(source=_before(step), target=_task(step))
        yield Flow(source=_task(step), target=_after(step))
        yield from _when_due(step)
        for earlier in steps[:place]:
            back = f'outcome = "returned" and to = "{earlier.key}"'
            yield Flow(source=_after(step), target=_task(earlier), condition=back, name=f"退回{earlier.name}")
        yield Flow(source=_after(step), target=RESUBMIT, condition='outcome = "returned"', name="退回申请人")
        yield Flow(source=_after(step), target=onward, condition=feel.decided(step), name="通过")
        yield Flow(source=_after(step), target=REJECTED, name="不通过")


def _of_calendar(step: Step, column: int) -> Iterator[Node]:
    """A reminder lets the task be; so does a notice to superiors. To be reassigned, it ends and theirs begins."""
    if step.remind_days is not None:
        yield _timer(step, "remind", column - 0.2, cancels=False)
        yield from _told(step, "remind", "提醒办理人", column - 0.2)
    if step.overdue is Overdue.NOTIFY:
        yield _timer(step, "overdue", column + 0.2, cancels=False)
        yield from _told(step, "overdue", f"逾期，告诉{'、'.join(step.superiors)}", column + 0.8)
    if step.overdue is Overdue.REASSIGN:
        yield _timer(step, "overdue", column + 0.2, cancels=True)
        yield Node(
            id=_superiors(step), kind=Kind.TASK, name=f"{step.name}（逾期改派）", column=column + 0.8, row=2,
            asked=step.superiors,
        )


def _told(step: Step, when: str, name: str, column: float) -> Iterator[Node]:
    yield Node(id=f"{when}_{step.key}_message", kind=Kind.SEND, name=name, column=column, row=2)
    yield Node(id=f"{when}_{step.key}_told", kind=Kind.END, name="已告知", column=column, row=3)


def _timer(step: Step, when: str, column: float, *, cancels: bool) -> Node:
    timer = Timer(at=_task(step), when=f"{when}_on.{step.key}", cancels=cancels)
    return Node(id=f"{when}_{step.key}", kind=Kind.TIMER, name="", column=column, timer=timer)


def _when_due(step: Step) -> Iterator[Flow]:
    told = (["remind"] if step.remind_days is not None else []) + (
        ["overdue"] if step.overdue is Overdue.NOTIFY else []
    )
    for when in told:
        names = [f"{when}_{step.key}{part}" for part in ("", "_message", "_told")]
        yield Flow(source=names[0], target=names[1])
        yield Flow(source=names[1], target=names[2])
    if step.overdue is Overdue.REASSIGN:
        yield Flow(source=f"overdue_{step.key}", target=_superiors(step))
        yield Flow(source=_superiors(step), target=_after(step))


def _entrance(definition: Definition, place: int) -> str:
    if place == len(definition.steps):
        return APPROVED
    step = definition.steps[place]
    return _before(step) if step.skip_if else _task(step)


def _before(step: Step) -> str:
    return f"before_{step.key}"


def _task(step: Step) -> str:
    return f"step_{step.key}"


def _after(step: Step) -> str:
    return f"after_{step.key}"


def _superiors(step: Step) -> str:
    return f"superiors_{step.key}"
