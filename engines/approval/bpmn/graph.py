"""Graph: a definition as BPMN's events, tasks and gateways, with the flows between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from engines.approval.bpmn.feel import decided, left_out
from engines.approval.definition import Definition
from engines.approval.step import Step

START, APPROVED, REJECTED, RESUBMIT = "start", "approved", "rejected", "resubmit"


class Kind(StrEnum):
    """The elements of BPMN that a chain needs."""

    START = "startEvent"
    END = "endEvent"
    TASK = "userTask"
    GATEWAY = "exclusiveGateway"


@dataclass(frozen=True, kw_only=True)
class Node:
    """`column` and `row` say where it is drawn; `step`: whose task it is."""

    id: str
    kind: Kind
    name: str
    column: int
    row: int = 0
    step: Step | None = None


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
    """Yield every node, from left to right; what leads back or out stands below."""
    steps, last = definition.steps, 3 * len(definition.steps) + 1
    yield Node(id=START, kind=Kind.START, name="提交", column=0)
    for place, step in enumerate(steps):
        if step.skip_if:
            yield Node(id=_before(step), kind=Kind.GATEWAY, name="是否需要", column=3 * place + 1)
        yield Node(id=_task(step), kind=Kind.TASK, name=step.name, column=3 * place + 2, step=step)
        yield Node(id=_after(step), kind=Kind.GATEWAY, name="结论", column=3 * place + 3)
    yield Node(id=APPROVED, kind=Kind.END, name="通过", column=last)
    yield Node(id=REJECTED, kind=Kind.END, name="不通过", column=last, row=1)
    yield Node(id=RESUBMIT, kind=Kind.TASK, name="申请人修改后再提交", column=2, row=1)


def flows(definition: Definition) -> Iterator[Flow]:
    """Yield every flow: on, past what is not needed, to the end, and back."""
    steps = definition.steps
    yield Flow(source=START, target=_entrance(definition, 0))
    yield Flow(source=RESUBMIT, target=_entrance(definition, 0))
    for place, step in enumerate(steps):
        onward = _entrance(definition, place + 1)
        if step.skip_if:
            yield Flow(source=_before(step), target=onward, condition=left_out(step), name="不需要")
            yield Flow(source=_before(step), target=_task(step))
        yield Flow(source=_task(step), target=_after(step))
        for earlier in steps[:place]:
            back = f'outcome = "returned" and to = "{earlier.key}"'
            yield Flow(source=_after(step), target=_task(earlier), condition=back, name=f"退回{earlier.name}")
        yield Flow(source=_after(step), target=RESUBMIT, condition='outcome = "returned"', name="退回申请人")
        yield Flow(source=_after(step), target=onward, condition=decided(step), name="通过")
        yield Flow(source=_after(step), target=REJECTED, name="不通过")


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
