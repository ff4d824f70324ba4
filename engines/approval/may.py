"""May: what waits for one person, of a case: exactly what they would not be refused."""

from datetime import datetime

from engines.approval.case import Case
from engines.approval.definition import Definition
from engines.approval.refused import Refused
from engines.approval.task import Task
from engines.approval.turn import Turn
from engines.approval.world import World


def tasks_for(definition: Definition, case: Case, actor: str, now: datetime, world: World) -> tuple[Task, ...]:
    """Return the tasks of the case that the actor may decide now; none of a case that is with its applicant or over."""
    turn = Turn(definition=definition, actor=actor, now=now, world=world)
    return tuple(task for task in case.tasks if _decides(turn, case, task))


def tasks_to_prepare(
    definition: Definition, case: Case, actor: str, now: datetime, world: World
) -> tuple[Task, ...]:
    """Return the tasks of the case that the actor is asked to prepare for whoever decides them."""
    turn = Turn(definition=definition, actor=actor, now=now, world=world)
    return tuple(task for task in case.tasks if task.owner is not None and _in_hand(turn, case, task))


def _in_hand(turn: Turn, case: Case, task: Task) -> bool:
    try:
        turn.task_of(case, task.number)
    except Refused:
        return False
    return True


def _decides(turn: Turn, case: Case, task: Task) -> bool:
    try:
        turn.task_to_decide(case, task.number)
    except Refused:
        return False
    return True
