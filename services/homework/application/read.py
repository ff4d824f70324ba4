"""Read: one piece, or what a teacher has set."""

from contracts.errors import NotFound
from contracts.homework.assignment import Assignment, Assignments, ListMine, ReadAssignment
from services.homework.application.asker import asker, may_see
from services.homework.application.pieces import assignment_of
from services.homework.application.unit import Unit


def read(unit: Unit, ask: ReadAssignment) -> Assignment:
    """Return one piece as it stands. Raises NotFound for one that the asker may not see."""
    piece = unit.piece(ask.assignment_id)
    if piece is None or not may_see(unit, piece):
        raise NotFound
    return assignment_of(piece)


def read_mine(unit: Unit, ask: ListMine) -> Assignments:
    """Return one page of what the asker has set, newest day first, no day in part; the next is before its last day."""
    pieces = unit.pieces_by(asker(unit).person_id, ask.before)
    return Assignments(assignments=tuple(assignment_of(piece) for piece in pieces))
