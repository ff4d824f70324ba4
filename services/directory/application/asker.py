"""Asker: who asks, and which classes are theirs to see whole."""

from typing import Protocol

from contracts.actor import OFFICE, Actor
from contracts.directory.school import SchoolClass
from contracts.errors import NotFound
from services.directory.application.unit import Unit


class _Asked(Protocol):
    actor: Actor | None


def asker(unit: _Asked) -> Actor:
    """Return who asks. Raises NotFound where nobody does."""
    if unit.actor is None:
        raise NotFound
    return unit.actor


def own_class(unit: Unit, class_id: str) -> SchoolClass:
    """Return a class of the asker's: the office's are all, a head teacher's the one they lead. Raises NotFound."""
    actor = asker(unit)
    found = unit.named_classes((class_id,))
    if not found or not (actor.roles() & OFFICE or actor.heads(class_id)):
        raise NotFound
    return found[0]
