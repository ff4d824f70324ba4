"""Entering: a case comes to a step: its tasks are there, or the step is passed over, or the case is approved."""

from engines.approval.altered import altered
from engines.approval.case import Case, State
from engines.approval.happening import What
from engines.approval.step import Nobody, Overdue, Step
from engines.approval.task import Task
from engines.approval.turn import Turn


def enter(turn: Turn, case: Case, place: int) -> Case:
    """Return the case at the first step from `place` on that is needed; approved if none is."""
    for step in turn.definition.steps[place:]:
        case = altered(case, state=State.RUNNING, step=step.key, tasks=())
        if step.left_out(case.facts):
            turn.tell(What.STEP_SKIPPED, case)
        elif (begun := _begin(turn, case, step)) is not None:
            return begun
    case = altered(case, state=State.APPROVED, step=None, tasks=())
    turn.tell(What.CASE_APPROVED, case)
    return case


def _begin(turn: Turn, case: Case, step: Step) -> Case | None:
    """Return the case with the step's tasks; None if nobody may take it and it is passed over."""
    people = turn.may_have(case, turn.world.people(step.groups, step.users))
    if people:
        return _opened(turn, case, step, step.groups, people)
    turn.tell(What.NOBODY_THERE, case)
    if step.nobody is Nobody.SKIP:
        turn.tell(What.STEP_SKIPPED, case)
        return None
    if step.nobody is Nobody.ESCALATE:
        others = turn.may_have(case, turn.world.people(step.fallback, ()))
        return _opened(turn, case, step, tuple(dict.fromkeys((*step.groups, *step.fallback))), others)
    return _opened(turn, case, step, step.groups, people)


def timed(turn: Turn, step: Step, task: Task) -> Task:
    """Return the task with its days, counted from today."""
    today, due = turn.now.date(), turn.world.due
    due_on = None if step.due_days is None else due(today, step.due_days)
    return altered(
        task, due=due_on, remind_on=None if step.remind_days is None else due(today, step.remind_days),
        overdue_on=None if due_on is None or step.overdue is Overdue.WAIT else due(due_on, 1),
    )


def _opened(turn: Turn, case: Case, step: Step, groups: tuple[str, ...], people: frozenset[str]) -> Case:
    model = timed(turn, step, Task(number=case.opened + 1, groups=groups, users=step.users))
    if step.completion.by_each and people:
        tasks = tuple(
            altered(model, number=case.opened + number, assignee=person, groups=(), users=())
            for number, person in enumerate(sorted(people), 1)
        )
    else:
        tasks = (model,)
    case = altered(case, tasks=tasks, opened=case.opened + len(tasks))
    turn.tell(What.STEP_BEGUN, case)
    return case
