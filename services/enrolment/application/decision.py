"""Decision: whose turn it is on the school's chain says yes, no, or that the family is to change something (E4)."""

from contracts.enrolment.application import Application, Decide, Decision
from contracts.enrolment.offering import OfferingKind
from engines.approval import Action, Approve, Changed, Refused, Reject, Return
from services.enrolment.application import refusals
from services.enrolment.application.outcomes import Moved, follow_up
from services.enrolment.application.sight import View, afterwards, view
from services.enrolment.application.unit import Unit


def decide(unit: Unit, ask: Decide) -> Application:
    """Let the decision stand, once; where it is the last one needed, places are given or let go.

    Raises NotFound (not for their eyes), Conflict (their own child; not their turn, or no longer: shows what stands),
    InvalidRequest (a rejection or a return without a reason).
    """
    found = view(unit, unit.taken_in_hand(ask.application_id), hold=True)
    application = found.application
    if found.bond.family:
        raise refusals.own_child()
    theirs = [part.kind for part in application.parts if part.mine and part.kind in (ask.kinds or (part.kind,))]
    if not theirs:
        raise refusals.not_your_turn(application)
    if ask.decision is not Decision.APPROVE and not ask.reason:
        raise refusals.reason_missing(ask.decision)
    moved = [Moved(application=application, kind=kind, changed=_decided(unit, found, kind, ask)) for kind in theirs]
    follow_up(unit, moved, ask.reason)
    unit.audit(ask.decision, "application", application.application_id, application.pupil_id)
    return afterwards(unit, application.application_id)


def _decided(unit: Unit, found: View, kind: OfferingKind, ask: Decide) -> Changed:
    case_id, person_id = found.cases[kind], unit.actor.person_id
    task = found.chains.tasks_for(case_id, person_id)[0]
    try:
        return found.chains.advanced(case_id, _action(task.number, ask), person_id)
    except Refused as refused:
        raise refusals.not_your_turn(found.application) from refused


def _action(task: int, ask: Decide) -> Action:
    match ask.decision:
        case Decision.APPROVE:
            return Approve(task=task, comment=ask.reason)
        case Decision.RETURN:
            return Return(task=task, comment=ask.reason)
        case Decision.REJECT:
            return Reject(task=task, comment=ask.reason)
