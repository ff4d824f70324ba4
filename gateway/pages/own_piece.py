"""A teacher's own piece of homework: what its changes start from."""

from uuid import UUID

from contracts.actor import Actor, Role
from contracts.errors import NotFound
from contracts.homework.assignment import READ, Assignment, ReadAssignment
from gateway import here


def own_piece(assignment_id: UUID) -> tuple[Assignment, Actor]:
    """Return the piece and the actor who has set it.

    Raises NotFound for a colleague's too: homework would change it for nobody else, so the way there is not shown.
    """
    ask, caller = ReadAssignment(assignment_id=str(assignment_id)), here.caller()
    piece, actor = here.houses().first(READ, ask, caller.actors(Role.TEACHER))
    if piece.teacher_id != caller.person_id:
        raise NotFound
    return piece, actor
