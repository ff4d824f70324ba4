"""Advance: the one way in which a case changes."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from engines.approval import action as act
from engines.approval import applying, deciding, handing, overseeing
from engines.approval.case import Case, State
from engines.approval.definition import Definition
from engines.approval.happening import Happening
from engines.approval.refused import Refused, Why
from engines.approval.turn import Turn
from engines.approval.world import World

_HANDS: dict[type, Callable[[Turn, Case, Any], Case]] = {
    act.Start: applying.start,
    act.Withdraw: applying.withdraw,
    act.Resubmit: applying.resubmit,
    act.Approve: deciding.approve,
    act.Reject: deciding.reject,
    act.Return: deciding.give_back,
    act.Claim: handing.claim,
    act.Release: handing.release,
    act.Delegate: handing.delegate,
    act.Resolve: handing.resolve,
    act.Transfer: handing.transfer,
    act.AddSigner: handing.add_signer,
    act.RemoveSigner: handing.remove_signer,
    act.Copy: handing.copy,
    act.Remind: overseeing.remind,
    act.Ring: overseeing.ring,
    act.Close: overseeing.close,
}
_WHILE_RETURNED = (act.Start, act.Withdraw, act.Resubmit, act.Close)


def advance(
    definition: Definition, case: Case, action: act.Action, actor: str, now: datetime, world: World
) -> tuple[Case, tuple[Happening, ...]]:
    """Return the case after the action, and what happened, in order. Raises Refused: then nothing has.

    `definition` is the version that the case was begun under.
    """
    assert (definition.key, definition.version) == (case.definition, case.version), "a case keeps its version"
    if case.ended:
        raise Refused(Why.ENDED)
    if case.state is State.RETURNED and not isinstance(action, _WHILE_RETURNED):
        raise Refused(Why.WITH_APPLICANT)
    turn = Turn(definition=definition, actor=actor, now=now, world=world)
    changed = _HANDS[type(action)](turn, case, action)
    return changed, tuple(turn.told)
