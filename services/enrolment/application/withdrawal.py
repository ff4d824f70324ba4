"""Withdrawal: a guardian takes an open application back; its places go to those who wait, at once (E3, E10)."""

from contracts.enrolment.application import Application, WithdrawApplication
from contracts.errors import NotFound
from engines.approval import Withdraw
from services.enrolment.application import refusals
from services.enrolment.application.ending import end
from services.enrolment.application.sight import afterwards, view
from services.enrolment.application.unit import Unit
from services.enrolment.domain.standing import State


def withdraw(unit: Unit, ask: WithdrawApplication) -> Application:
    """Let the application be withdrawn; each place it held belongs to the first in line, in the same transaction.

    Raises NotFound (not a guardian's of the child), Conflict (over already: shows what stands).
    """
    found = view(unit, unit.taken_in_hand(ask.application_id))
    if not found.bond.guards_child:
        raise NotFound
    if "withdraw" not in found.application.actions:
        raise refusals.no_longer_open(found.application)
    end(unit, found.application, Withdraw(), unit.actor.person_id, State.WITHDRAWN)
    unit.audit("withdraw", "application", found.application.application_id, found.application.pupil_id)
    return afterwards(unit, found.application.application_id)
