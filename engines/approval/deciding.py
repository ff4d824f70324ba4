"""Deciding: yes, no, and back again, and what follows for the step and the case."""

from engines.approval.action import Approve, Reject, Return
from engines.approval.altered import altered
from engines.approval.case import Case, State
from engines.approval.completion import Outcome
from engines.approval.entering import enter
from engines.approval.happening import What
from engines.approval.refused import Refused, Why
from engines.approval.turn import Turn


def approve(turn: Turn, case: Case, action: Approve) -> Case:
    """Return the case with the actor's yes."""
    task = turn.task_to_decide(case, action.task)
    turn.tell(What.APPROVED, case, task, comment=action.comment)
    return settle(turn, case.with_task(altered(task, outcome=Outcome.APPROVED)))


def reject(turn: Turn, case: Case, action: Reject) -> Case:
    """Return the case with the actor's no."""
    task = turn.task_to_decide(case, action.task)
    turn.tell(What.REJECTED, case, task, comment=because(action.comment))
    return settle(turn, case.with_task(altered(task, outcome=Outcome.REJECTED)))


def give_back(turn: Turn, case: Case, action: Return) -> Case:
    """Return the case at an earlier step, or with the applicant."""
    task = turn.task_to_decide(case, action.task)
    turn.tell(What.RETURNED, case, task, to=action.to, comment=because(action.comment))
    if action.to is None:
        return altered(case, state=State.RETURNED, step=None, tasks=())
    here, there = turn.definition.place(case.step or ""), turn.definition.place(action.to)
    if here is None or there is None or there >= here or turn.definition.steps[there].left_out(case.facts):
        raise Refused(Why.NO_EARLIER_STEP)
    return enter(turn, case, there)


def settle(turn: Turn, case: Case) -> Case:
    """Return the case where its step's votes lead: on, to its end, or nowhere yet."""
    place = turn.definition.place(case.step or "")
    assert place is not None, "a running case is at a step"
    completion = turn.definition.steps[place].completion
    said = [task.outcome for task in case.tasks]
    outcome = completion.outcome(
        approved=said.count(Outcome.APPROVED), rejected=said.count(Outcome.REJECTED), signers=len(said)
    )
    if outcome is Outcome.APPROVED:
        return enter(turn, case, place + 1)
    if outcome is Outcome.REJECTED:
        turn.tell(What.CASE_REJECTED, case)
        return altered(case, state=State.REJECTED, step=None, tasks=())
    return case


def because(comment: str) -> str:
    """Return the reason. Raises Refused if there is none."""
    if not comment.strip():
        raise Refused(Why.NO_REASON)
    return comment
