"""Handing: a task goes from hand to hand before anybody decides it."""

from engines.approval.action import AddSigner, Claim, Copy, Delegate, Release, RemoveSigner, Resolve, Transfer
from engines.approval.altered import altered
from engines.approval.case import Case
from engines.approval.completion import Completion
from engines.approval.deciding import because, settle
from engines.approval.happening import What
from engines.approval.refused import Refused, Why
from engines.approval.task import Task
from engines.approval.turn import Turn


def claim(turn: Turn, case: Case, action: Claim) -> Case:
    """Return the case with the task in the actor's hand; who has delegated it takes it back so.

    A signature that is asked of somebody by name stays theirs: who stands in gives it without claiming.
    """
    task = case.task(action.task)
    if task is None or task.owner != turn.actor:
        task = turn.task_to_decide(case, action.task)
        if task.assignee != turn.actor and not (task.groups or task.users):
            raise Refused(Why.BY_NAME)
    turn.tell(What.CLAIMED, case, task)
    return case.with_task(altered(task, assignee=turn.actor, owner=None))


def release(turn: Turn, case: Case, action: Release) -> Case:
    """Return the case with the task open to everybody who might claim it."""
    task = turn.task_to_decide(case, action.task)
    if task.assignee is None or not (task.groups or task.users):
        raise Refused(Why.NOT_CLAIMED)
    turn.tell(What.RELEASED, case, task)
    return case.with_task(altered(task, assignee=None))


def delegate(turn: Turn, case: Case, action: Delegate) -> Case:
    """Return the case with the task prepared by another; it comes back to the actor to decide."""
    task = turn.task_to_decide(case, action.task)
    owner = task.assignee or turn.actor
    if action.to == owner:
        raise Refused(Why.ALREADY_SIGNER)
    turn.tell(What.DELEGATED, case, task, to=_not_barred(turn, case, action.to), comment=action.comment)
    return case.with_task(altered(task, assignee=action.to, owner=owner))


def resolve(turn: Turn, case: Case, action: Resolve) -> Case:
    """Return the case with the task, prepared, with its owner again."""
    task = turn.task_of(case, action.task)
    if task.owner is None:
        raise Refused(Why.NOT_DELEGATED)
    turn.tell(What.RESOLVED, case, task, to=task.owner, comment=because(action.comment))
    return case.with_task(altered(task, assignee=task.owner, owner=None))


def transfer(turn: Turn, case: Case, action: Transfer) -> Case:
    """Return the case with the task, and its decision, in another's hand.

    Whoever has it hands it over; or an overseer does where they have left or fallen ill, but never to themselves.
    """
    task = _to_transfer(turn, case, action.task)
    if action.to == turn.actor:
        raise Refused(Why.NOT_TO_YOURSELF)
    _not_yet_signing(case, action.to)
    turn.tell(What.TRANSFERRED, case, task, to=_not_barred(turn, case, action.to), comment=because(action.comment))
    return case.with_task(altered(task, assignee=action.to, owner=None))


def add_signer(turn: Turn, case: Case, action: AddSigner) -> Case:
    """Return the case with one more who must sign."""
    task = turn.task_to_decide(case, action.task)
    _by_each(turn, case)
    _not_yet_signing(case, action.who)
    turn.tell(What.SIGNER_ADDED, case, task, to=_not_barred(turn, case, action.who), comment=because(action.comment))
    more = altered(
        task, number=case.opened + 1, assignee=action.who, groups=(), users=(), reminded_on=None
    )
    return altered(case, tasks=(*case.tasks, more), opened=more.number)


def remove_signer(turn: Turn, case: Case, action: RemoveSigner) -> Case:
    """Return the case without one who has not signed; that may be all its step was waiting for."""
    task = turn.task_to_decide(case, action.task)
    _by_each(turn, case)
    removed = next((one for one in case.tasks if one.assignee == action.who and one.open), None)
    if removed is None:
        raise Refused(Why.NO_SUCH_TASK)
    if len(case.tasks) == 1:
        raise Refused(Why.LAST_SIGNER)
    turn.tell(What.SIGNER_REMOVED, case, task, to=action.who, comment=because(action.comment))
    return settle(turn, altered(case, tasks=tuple(one for one in case.tasks if one != removed)))


def copy(turn: Turn, case: Case, action: Copy) -> Case:
    """Return the case as it was; its history says who was let know."""
    turn.tell(What.COPIED, case, turn.task_of(case, action.task), to=action.to, comment=action.comment)
    return case


def _to_transfer(turn: Turn, case: Case, number: int) -> Task:
    if not turn.oversees():
        return turn.task_to_decide(case, number)
    turn.refuse_barred(case, turn.actor)
    return turn.open_task(case, number)


def _by_each(turn: Turn, case: Case) -> None:
    completion: Completion = turn.definition.step(case.step or "").completion
    if not completion.by_each:
        raise Refused(Why.NOT_BY_EACH)


def _not_barred(turn: Turn, case: Case, person: str) -> str:
    turn.refuse_barred(case, person)
    return person


def _not_yet_signing(case: Case, person: str) -> None:
    if any(person in (task.assignee, task.owner) for task in case.tasks):
        raise Refused(Why.ALREADY_SIGNER)
