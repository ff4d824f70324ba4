"""Decision: the class's head teacher approves or rejects (E4, one step); each place is then given or queued for."""

from contracts.enrolment.application import Application, ApplicationDecided, ApplicationState, Decide, Decision
from services.enrolment.application import refusals
from services.enrolment.application.seats import seat_or_queue
from services.enrolment.application.sight import bond, seen
from services.enrolment.application.unit import Unit


def decide(unit: Unit, ask: Decide) -> Application:
    """Let the decision stand, once; approved, every place asked for is given or waits.

    Raises NotFound (not the class's head teacher), Conflict (their own child; no longer undecided: shows what stands),
    InvalidRequest (a rejection without a reason).
    """
    application = seen(unit.actor, unit.taken_in_hand(ask.application_id))
    refuse_unless_decidable(unit, application, ask)
    unit.mark_decided(application.application_id, outcome(ask.decision), ask.reason)
    unit.emit_all((decided(application, ask.decision),))
    unit.audit(ask.decision, "application", application.application_id, application.pupil_id)
    settle(unit, application, ask.decision)
    return seen(unit.actor, unit.application(application.application_id))


def refuse_unless_decidable(unit: Unit, application: Application, ask: Decide) -> None:
    """Raise what stands in the way of this decision, if anything does."""
    if not bond(unit.actor, application).decides_for_another:
        raise refusals.own_child()
    if application.state is not ApplicationState.SUBMITTED:
        raise refusals.no_longer_open(application)
    if ask.decision is Decision.REJECT and not ask.reason:
        raise refusals.reason_missing()


def settle(unit: Unit, application: Application, decision: Decision) -> None:
    """Give what was asked for, or let it go. The offerings, wanted by many, are held last and shortest."""
    if decision is Decision.REJECT:
        unit.release(application.application_id)
        return
    places = unit.hold_offerings(application.application_id)
    unit.emit_all(tuple(seat_or_queue(unit, application, place) for place in places))


def outcome(decision: Decision) -> ApplicationState:
    """Return where a decision leaves the application."""
    return {Decision.APPROVE: ApplicationState.APPROVED, Decision.REJECT: ApplicationState.REJECTED}[decision]


def decided(application: Application, decision: Decision) -> ApplicationDecided:
    """Return the news of a decision; its reason stays in the house."""
    return ApplicationDecided(
        application_id=application.application_id,
        pupil_id=application.pupil_id,
        class_id=application.class_id,
        decision=decision,
    )
