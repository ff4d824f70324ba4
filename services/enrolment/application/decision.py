"""Decision: whose turn it is on the school's chain says yes, no, or that the family is to change something (E4)."""

from collections.abc import Sequence

from contracts.enrolment.application import Application
from contracts.enrolment.approval import ApproveMany, Decide, Decision, LeftAsItIs, ManyApproved
from contracts.enrolment.offering import OfferingKind
from contracts.errors import NotFound, ServiceError
from engines.approval import Action, Approve, Changed, Refused, Reject, Return, Why
from services.enrolment.application import refusals
from services.enrolment.application.grounds import ground_of, refuse_forbidden
from services.enrolment.application.outcomes import Moved, follow_up
from services.enrolment.application.sight import View, afterwards, view, views
from services.enrolment.application.unit import Unit


def decide(unit: Unit, ask: Decide) -> Application:
    """Let the decision stand, once; where it is the last one needed, places are given or let go.

    Raises NotFound (not for their eyes), Conflict (their own child; not their turn, or no longer: shows what stands),
    InvalidRequest (a rejection or a return without a reason, one of basic care without a ground), RuleRefused (the
    norms over the school do not let it refuse basic care on this ground).
    """
    found = view(unit, unit.taken_in_hand(ask.application_id), hold=True)
    follow_up(unit, _moved(unit, found, ask), ask.reason)
    unit.audit(ask.decision, "application", ask.application_id, found.application.pupil_id)
    return afterwards(unit, ask.application_id)


def approve_many(unit: Unit, ask: ApproveMany) -> ManyApproved:
    """Approve, of these applications, whatever waits for the actor; say of the rest why it was left as it is.

    What is not for their eyes is left in the same words as what is not there.
    """
    found = {one.application.application_id: one for one in _seen(unit, ask.application_ids)}
    moved: list[Moved] = []
    left: list[LeftAsItIs] = []
    for application_id in sorted(set(ask.application_ids)):
        try:
            moved += _approved(unit, found.get(application_id))
        except ServiceError as problem:
            left.append(LeftAsItIs(application_id=application_id, words=problem.said))
    follow_up(unit, moved)
    approved = {one.application.application_id: one.application.pupil_id for one in moved}
    for application_id, pupil_id in approved.items():
        unit.audit(Decision.APPROVE, "application", application_id, pupil_id)
    return ManyApproved(approved=tuple(approved), left=tuple(left))


def _seen(unit: Unit, application_ids: Sequence[str]) -> list[View]:
    return [one for one in views(unit, unit.taken_in_hand_each(application_ids), hold=True) if one.there]


def _approved(unit: Unit, found: View | None) -> list[Moved]:
    if found is None:
        raise NotFound
    ask = Decide(application_id=found.application.application_id, decision=Decision.APPROVE)
    return _moved(unit, found, ask)


def _moved(unit: Unit, found: View, ask: Decide) -> list[Moved]:
    """Return what the decision makes of the parts that wait for the actor."""
    application = found.application
    if found.bond.family:
        raise refusals.own_child()
    theirs = [part.kind for part in application.parts if part.mine and part.kind in (ask.kinds or (part.kind,))]
    if not theirs:
        raise refusals.not_your_turn(application)
    _refuse_unsaid(theirs, ask)
    grounds = {kind: ground_of(ask, kind) for kind in theirs}
    if ground := grounds.get(OfferingKind.BASIC_CARE):
        refuse_forbidden(unit, application, ground)
    return [
        Moved(
            application=application, kind=kind, changed=_decided(unit, found, kind, ask), ground=grounds[kind]
        )
        for kind in theirs
    ]


def _refuse_unsaid(kinds: Sequence[OfferingKind], ask: Decide) -> None:
    reason = ask.decision is not Decision.APPROVE and not ask.reason
    ground = ask.decision is Decision.REJECT and OfferingKind.BASIC_CARE in kinds and ask.ground is None
    if reason or ground:
        raise refusals.unsaid(ask.decision, reason=reason, ground=ground)


def _decided(unit: Unit, found: View, kind: OfferingKind, ask: Decide) -> Changed:
    case_id, person_id = found.cases[kind], unit.actor.person_id
    task = found.chains.tasks_for(case_id, person_id)[0]
    try:
        return found.chains.advanced(case_id, _action(task.number, ask), person_id)
    except Refused as refused:
        if refused.why is Why.NO_EARLIER_STEP:
            raise refusals.no_earlier_step() from refused
        raise refusals.not_your_turn(found.application) from refused


def _action(task: int, ask: Decide) -> Action:
    match ask.decision:
        case Decision.APPROVE:
            return Approve(task=task, comment=ask.reason)
        case Decision.RETURN:
            return Return(task=task, comment=ask.reason, to=ask.to)
        case Decision.REJECT:
            return Reject(task=task, comment=ask.reason)
