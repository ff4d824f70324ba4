"""Chain steps: what an office writes of a step, as the engine's step, and back."""

from contracts.rulebook.chain import ChainStep, Group, LeftOut, WhenLate, WhenNobody, WhoSigns
from engines.approval import Comparison, Completion, Condition, Mode, Nobody, Overdue, Step

_CONDITIONS = {
    LeftOut.NEVER: (),
    LeftOut.GUARDIAN_APPLIES: (Condition(fact="applied_by", comparison=Comparison.IS, value="guardian"),),
    LeftOut.NO_CLUBS: (Condition(fact="clubs", comparison=Comparison.IS, value=0),),
}
_MODES = {WhoSigns.ANY: Mode.ANY, WhoSigns.ALL: Mode.ALL}


def step_of(said: ChainStep) -> Step:
    """Return the engine's step; its key is its place's to give. A family signs, where it is alone in a step."""
    return Step(
        key="new", name=said.name, groups=tuple(said.groups), by_family=said.groups == (Group.GUARDIAN,),
        completion=Completion(mode=_MODES[said.signs]), skip_if=_CONDITIONS[said.left_out],
        due_days=said.due_days, remind_days=said.remind_days, overdue=Overdue(said.late),
        superiors=_one(said.superior), nobody=Nobody(said.nobody), fallback=_one(said.fallback),
    )


def said_of(step: Step) -> ChainStep:
    """Return what the step says, as an office writes it."""
    return ChainStep(
        name=step.name, groups=tuple(map(Group, step.groups)),
        signs=next((signs for signs, mode in _MODES.items() if mode is step.completion.mode), WhoSigns.ANY),
        due_days=step.due_days, remind_days=step.remind_days, late=WhenLate(step.overdue),
        superior=_first(step.superiors), nobody=WhenNobody(step.nobody), fallback=_first(step.fallback),
        left_out=next((one for one, rows in _CONDITIONS.items() if rows == step.skip_if), LeftOut.NEVER),
    )


def _one(group: Group | None) -> tuple[str, ...]:
    return () if group is None else (str(group),)


def _first(groups: tuple[str, ...]) -> Group | None:
    return Group(groups[0]) if groups else None
