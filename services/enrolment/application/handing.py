"""Handing: an application goes from hand to hand before anybody decides it; each time it is on record (E4)."""

from collections.abc import Callable, Iterator, Mapping

from contracts.enrolment.application import Application
from contracts.enrolment.handing import SAYS_WHY, TO_SOMEBODY, ApplicationHanded, Hand, Hands, How, ReadHands
from engines.approval import (
    Action,
    AddSigner,
    Changed,
    Claim,
    Delegate,
    Refused,
    Release,
    RemoveSigner,
    Resolve,
    Task,
    Transfer,
)
from services.enrolment.application import refusals
from services.enrolment.application.chains import Chains
from services.enrolment.application.outcomes import Moved, follow_up
from services.enrolment.application.sight import View, afterwards, view
from services.enrolment.application.standing_in import colleagues_of
from services.enrolment.application.unit import Unit

_ACTIONS: Mapping[How, Callable[[int, str, str], Action]] = {
    How.DELEGATE: lambda task, to, why: Delegate(task=task, to=to, comment=why),
    How.RESOLVE: lambda task, _, why: Resolve(task=task, comment=why),
    How.CLAIM: lambda task, _, __: Claim(task=task),
    How.RELEASE: lambda task, _, __: Release(task=task),
    How.TRANSFER: lambda task, to, why: Transfer(task=task, to=to, comment=why),
    How.ADD_SIGNER: lambda task, to, why: AddSigner(task=task, who=to, comment=why),
    How.REMOVE_SIGNER: lambda task, to, why: RemoveSigner(task=task, who=to, comment=why),
}
_SOMEBODY, _FOR_SOME_REASON = "somebody", "why"


def read_hands(unit: Unit, ask: ReadHands) -> Hands:
    """Return what the asker may do with an application besides deciding. Raises NotFound: not for their eyes."""
    found = view(unit, unit.application(ask.application_id))
    pupil_id = found.application.pupil_id
    if found.bond.family:
        return Hands(pupil_id=pupil_id)
    ways = {how for how in How for case_id in found.cases.values() if _tasks(unit, found.chains, case_id, how)}
    return Hands(
        pupil_id=pupil_id, ways=tuple(how for how in How if how in ways), colleagues=_colleagues(unit, found),
        signers=_signers(unit, found),
    )


def hand(unit: Unit, ask: Hand) -> Application:
    """Let the application go where the actor says, of every kind of service of which it can; whom it reaches is told.

    Raises NotFound (not for their eyes), Conflict (their own child; not in their hand), InvalidRequest (no such
    colleague; nothing said where a reason is due).
    """
    found = view(unit, unit.taken_in_hand(ask.application_id), hold=True)
    if found.bond.family:
        raise refusals.own_child()
    _refuse_unsaid(unit, found, ask)
    moved = [
        Moved(application=found.application, kind=kind, changed=_handed(found.chains, case_id, tasks[0], ask, unit))
        for kind, case_id in found.cases.items() if (tasks := _tasks(unit, found.chains, case_id, ask.how))
    ]
    if not moved:
        raise refusals.not_in_your_hand(found.application)
    unit.emit_all(list(_news(moved, ask.how)))
    follow_up(unit, moved)
    unit.audit(ask.how, "application", ask.application_id, found.application.pupil_id)
    return afterwards(unit, ask.application_id)


def _tasks(unit: Unit, chains: Chains, case_id: str, how: How) -> list[Task]:
    """Return the tasks with which the actor may do this, whoever it is about: exactly what would not be refused."""
    me = unit.actor.person_id
    others = chains.signers(case_id) - {me} if how is How.REMOVE_SIGNER else {_SOMEBODY}
    return [
        task for task in chains.held[case_id].case.tasks
        if any(chains.allows(case_id, _ACTIONS[how](task.number, who, _FOR_SOME_REASON), me) for who in others)
    ]


def _handed(chains: Chains, case_id: str, task: Task, ask: Hand, unit: Unit) -> Changed:
    action = _ACTIONS[ask.how](task.number, ask.to or "", ask.comment)
    try:
        return chains.advanced(case_id, action, unit.actor.person_id)
    except Refused as refused:
        raise refusals.has_it_already() from refused


def _refuse_unsaid(unit: Unit, found: View, ask: Hand) -> None:
    known = _signers(unit, found) if ask.how is How.REMOVE_SIGNER else _colleagues(unit, found)
    nobody = ask.how in TO_SOMEBODY and ask.to not in known
    if nobody or (ask.how in SAYS_WHY and not ask.comment):
        raise refusals.unsaid_to_colleagues(to=nobody, comment=ask.how in SAYS_WHY and not ask.comment)


def _colleagues(unit: Unit, found: View) -> tuple[str, ...]:
    """Return who could be asked: nobody decides about their own child, or prepares it."""
    family = {who for case_id in found.cases.values() for who in found.chains.held[case_id].case.own}
    return tuple(who for who in colleagues_of(unit) if who not in family)


def _signers(unit: Unit, found: View) -> tuple[str, ...]:
    signers = {who for case_id in found.cases.values() for who in found.chains.signers(case_id)}
    return tuple(sorted(signers - {unit.actor.person_id}))


def _news(moved: list[Moved], how: How) -> Iterator[ApplicationHanded]:
    if how not in TO_SOMEBODY | {How.RESOLVE} or how is How.REMOVE_SIGNER:
        return
    for one in moved:
        application = one.application
        yield ApplicationHanded(
            application_id=application.application_id, pupil_id=application.pupil_id, class_id=application.class_id,
            kind=one.kind, how=how, person_ids=tuple(line.to for line in one.changed.told if line.to),
        )
