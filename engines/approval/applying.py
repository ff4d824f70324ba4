"""Applying: what the applicant does: begins, changes what was returned, wants it no more."""

from engines.approval.action import Resubmit, Start, Withdraw
from engines.approval.altered import altered
from engines.approval.case import Case, State
from engines.approval.entering import enter
from engines.approval.happening import What
from engines.approval.refused import Refused, Why
from engines.approval.turn import Turn


def start(turn: Turn, case: Case, _: Start) -> Case:
    """Return the case at its first step."""
    _theirs(turn, case)
    if case.step is not None or case.state is not State.RUNNING:
        raise Refused(Why.ALREADY_STARTED)
    turn.tell(What.STARTED, case)
    return enter(turn, case, 0)


def withdraw(turn: Turn, case: Case, action: Withdraw) -> Case:
    """Return the case ended by the applicant."""
    _theirs(turn, case)
    turn.tell(What.WITHDRAWN, case, comment=action.comment)
    return altered(case, state=State.WITHDRAWN, step=None, tasks=())


def resubmit(turn: Turn, case: Case, action: Resubmit) -> Case:
    """Return the case, changed, at its first step again."""
    _theirs(turn, case)
    if case.state is not State.RETURNED:
        raise Refused(Why.NOT_RETURNED)
    turn.tell(What.RESUBMITTED, case, comment=action.comment)
    return enter(turn, altered(case, facts={**case.facts, **action.facts}), 0)


def _theirs(turn: Turn, case: Case) -> None:
    if turn.actor not in case.applicants:
        raise Refused(Why.NOT_YOURS)
