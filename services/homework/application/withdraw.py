"""Withdraw: a published piece need not be done any more."""

from contracts.homework.assignment import Stands, WithdrawHomework
from services.homework.application.asker import take_own_piece
from services.homework.application.pieces import refuse_unless_standing, withdrawn
from services.homework.application.unit import Unit
from services.homework.domain.class_day import less


def withdraw(unit: Unit, ask: WithdrawHomework) -> Stands:
    """Strike a piece through on the board, its reason beside it, and give its minutes back to the day (H2, H4).

    No rule can forbid it. Raises NotFound for a piece that is not the asker's, Conflict where it is withdrawn already.
    """
    before = take_own_piece(unit, ask.assignment_id)
    refuse_unless_standing(before, before.sequence)
    after = before.withdrawn(reason=ask.reason, at=unit.now)
    unit.restate(after)
    unit.emit(withdrawn(after))
    unit.audit("withdraw", "assignment", after.assignment_id)
    unit.add_minutes(after.class_id, after.day, less(after.load, before.load), {})
    return Stands(assignment_id=after.assignment_id, sequence=after.sequence)
