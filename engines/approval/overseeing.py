"""Overseeing: that a case does not lie: it is asked for, the calendar asks for it, and what is pointless is closed."""

from engines.approval.action import SYSTEM, Close, Remind, Ring
from engines.approval.altered import altered
from engines.approval.case import Case, State
from engines.approval.deciding import because
from engines.approval.entering import timed
from engines.approval.happening import What
from engines.approval.refused import Refused, Why
from engines.approval.step import Overdue
from engines.approval.task import Task
from engines.approval.turn import Turn


def remind(turn: Turn, case: Case, action: Remind) -> Case:
    """Return the case; whoever has the task has been asked for it."""
    if turn.actor not in case.applicants and not turn.oversees():
        raise Refused(Why.NOT_YOURS)
    task = turn.open_task(case, action.task)
    if task.reminded_on == turn.now.date():
        raise Refused(Why.ALREADY_REMINDED)
    return _reminded(turn, case, task, action.comment)


def ring(turn: Turn, case: Case, action: Ring) -> Case:
    """Return the case with what its definition lays down for this day: a reminder, or what follows from delay."""
    if turn.actor != SYSTEM:
        raise Refused(Why.NOT_YOURS)
    task, today = turn.open_task(case, action.task), turn.now.date()
    if task.overdue_on is not None and task.overdue_on <= today:
        return _overdue(turn, case, task)
    if task.remind_on is not None and task.remind_on <= today:
        return _reminded(turn, case, altered(task, remind_on=None))
    raise Refused(Why.NOT_YET)


def close(turn: Turn, case: Case, action: Close) -> Case:
    """Return the case ended by those who oversee it, or by what has become known."""
    if turn.actor in case.own:
        raise Refused(Why.OWN_CASE)
    if turn.actor != SYSTEM and not turn.oversees():
        raise Refused(Why.NOT_YOURS)
    turn.tell(What.CLOSED, case, comment=because(action.comment))
    return altered(case, state=State.CLOSED, step=None, tasks=())


def _overdue(turn: Turn, case: Case, task: Task) -> Case:
    """Tell of the delay; the task goes to the superiors if the step says so and any of them may have it."""
    step = turn.definition.step(case.step or "")
    turn.tell(What.OVERDUE, case, task)
    rung = altered(task, remind_on=None, overdue_on=None)
    if step.overdue is not Overdue.REASSIGN:
        return case.with_task(rung)
    if not turn.may_have(case, turn.world.people(step.superiors, ())):
        turn.tell(What.NOBODY_THERE, case, task)
        return case.with_task(rung)
    turn.tell(What.REASSIGNED, case, task)
    theirs = timed(turn, step, Task(number=task.number, groups=step.superiors))
    return case.with_task(altered(theirs, overdue_on=None))


def _reminded(turn: Turn, case: Case, task: Task, comment: str = "") -> Case:
    turn.tell(What.REMINDED, case, task, comment=comment)
    return case.with_task(altered(task, reminded_on=turn.now.date()))
