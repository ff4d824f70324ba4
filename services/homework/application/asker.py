"""The asker of a call, and what of this school is theirs: not there and not yours look the same."""

from datetime import date

from contracts.actor import STAFF, Actor, Role
from contracts.errors import NotFound
from services.homework.application.unit import Unit
from services.homework.domain.class_day import ClassDay
from services.homework.domain.piece import Piece


def asker(unit: Unit) -> Actor:
    """Return who asks. Raises NotFound where nobody does."""
    if unit.actor is None:
        raise NotFound
    return unit.actor


def class_day_taught(unit: Unit, class_id: str, day: date, subject: str | None = None) -> ClassDay:
    """Return a class's day, if the asker teaches it (the subject, or any). Raises NotFound."""
    teaches = any(
        grant.role is Role.TEACHER and grant.class_id == class_id and subject in (None, grant.subject)
        for grant in asker(unit).grants
    )
    if not teaches:
        raise NotFound
    return class_day(unit, class_id, day)


def class_day(unit: Unit, class_id: str, day: date) -> ClassDay:
    """Return a class's day as it stands now. Raises NotFound for a class this school does not have."""
    for found in unit.class_days(day, (class_id,)):
        return found
    raise NotFound


def take_own_piece(unit: Unit, assignment_id: str) -> Piece:
    """Return a piece that the asker has set and still teaches, held until the end. Raises NotFound."""
    actor, piece = asker(unit), unit.take_piece(assignment_id)
    if piece is None or piece.teacher_id != actor.person_id or not actor.teaches(piece.class_id, piece.subject):
        raise NotFound
    return piece


def may_see(unit: Unit, piece: Piece) -> bool:
    """Say whether a piece of the asker's school is theirs to open: any of the staff's, a guardian's child's class's.

    A class is also what it was in earlier years.
    """
    actor = asker(unit)
    own = [child.class_id for child in actor.children() if child.class_id]
    return bool(actor.roles() & STAFF) or piece.class_id in unit.lineage(own)
