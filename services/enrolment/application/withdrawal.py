"""Withdrawal: a guardian takes an open application back; its places go to those who wait, at once (E3, E10)."""

from contracts.enrolment.application import Application, ApplicationState, ApplicationWithdrawn, WithdrawApplication
from contracts.errors import NotFound
from services.enrolment.application import refusals
from services.enrolment.application.seats import hand_on
from services.enrolment.application.sight import bond, seen
from services.enrolment.application.unit import Unit


def withdraw(unit: Unit, ask: WithdrawApplication) -> Application:
    """Let the application be withdrawn; each place it held belongs to the first in line, in the same transaction.

    Raises NotFound (not a guardian's of the child), Conflict (rejected or withdrawn already: shows what stands).
    """
    application = seen(unit.actor, unit.taken_in_hand(ask.application_id))
    if not bond(unit.actor, application).guards_child:
        raise NotFound
    if "withdraw" not in application.actions:
        raise refusals.no_longer_open(application)
    unit.mark(application.application_id, ApplicationState.WITHDRAWN)
    unit.audit("withdraw", "application", application.application_id, application.pupil_id)
    hand_over(unit, application)
    return seen(unit.actor, unit.application(application.application_id))


def hand_over(unit: Unit, application: Application) -> None:
    """Let go of every place and tell whom it moved up.

    News of other families' applications is told in the order of their ids: two who tell of the same ones never wait
    for each other.
    """
    places = unit.hold_offerings(application.application_id)
    unit.release(application.application_id)
    handed = [news for place in places if (news := hand_on(unit, place))]
    unit.emit_all(sorted((withdrawn(application), *handed), key=lambda news: news.aggregate_id))


def withdrawn(application: Application) -> ApplicationWithdrawn:
    """Return the news of a withdrawal."""
    return ApplicationWithdrawn(
        application_id=application.application_id,
        pupil_id=application.pupil_id,
        class_id=application.class_id,
    )
