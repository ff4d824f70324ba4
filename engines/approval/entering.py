"""Entering: a case comes to a step: its tasks are there, or the step is passed over, or the case is approved."""

from dataclasses import replace
from datetime import date

from engines.approval.case import Case, State
from engines.approval.happening import What
from engines.approval.step import Nobody, Step
from engines.approval.task import Task
from engines.approval.turn import Turn


def enter(turn: Turn, case: Case, place: int) -> Case:
    """Return the case at the first step from `place` on that is needed; approved if none is."""
    for step in turn.definition.steps[place:]:
        case = replace(case, state=State.RUNNING, step=step.key, tasks=())
        if step.left_out(case.facts):
            turn.tell(What.STEP_SKIPPED, case)
        elif (begun := _begin(turn, case, step)) is not None:
            return begun
    case = replace(case, state=State.APPROVED, step=None, tasks=())
    turn.tell(What.CASE_APPROVED, case)
    return case


def _begin(turn: Turn, case: Case, step: Step) -> Case | None:
    """Return the case with the step's tasks; None if nobody may take it and it is passed over."""
    people = turn.world.people(step.groups, step.users) - case.own
    if people:
        return _opened(turn, case, step, step.groups, people)
    turn.tell(What.NOBODY_THERE, case)
    if step.nobody is Nobody.SKIP:
        turn.tell(What.STEP_SKIPPED, case)
        return None
    if step.nobody is Nobody.ESCALATE:
        others = turn.world.people(step.fallback, ()) - case.own
        return _opened(turn, case, step, (*step.groups, *step.fallback), others)
    return _opened(turn, case, step, step.groups, people)


def _opened(turn: Turn, case: Case, step: Step, groups: tuple[str, ...], people: frozenset[str]) -> Case:
    due = _due(turn, step)
    if step.completion.by_each and people:
        tasks = tuple(
            Task(number=case.opened + number, assignee=person, due=due)
            for number, person in enumerate(sorted(people), 1)
        )
    else:
        tasks = (Task(number=case.opened + 1, groups=groups, users=step.users, due=due),)
    case = replace(case, tasks=tasks, opened=case.opened + len(tasks))
    turn.tell(What.STEP_BEGUN, case)
    return case


def _due(turn: Turn, step: Step) -> date | None:
    return None if step.due_days is None else turn.world.due(turn.now.date(), step.due_days)
