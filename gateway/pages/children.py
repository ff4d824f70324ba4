"""The children of the family that is signed in, and the one that the page is about."""

from dataclasses import dataclass

from flask import request

from contracts.actor import Actor, Role
from contracts.errors import NotFound
from gateway import here


@dataclass(frozen=True, kw_only=True)
class Child:
    """One child, with the actor that is its guardian in its school."""

    pupil_id: str
    class_id: str
    actor: Actor


def children() -> tuple[Child, ...]:
    """Return every child of the caller, in the session's order."""
    grants = here.caller().grants(Role.GUARDIAN)
    return tuple(
        Child(pupil_id=grant.pupil_id, class_id=grant.class_id or "", actor=actor)
        for actor, grant in grants if grant.pupil_id
    )


def chosen_child() -> Child:
    """Return the child named in the address, the first where none is named. Raises NotFound for anybody else's."""
    wanted = request.args.get("child")
    found = [child for child in children() if wanted in (None, child.pupil_id)]
    if not found:
        raise NotFound
    return found[0]
