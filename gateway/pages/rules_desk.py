"""Desk: where somebody has to do with norms: at their school, or at their district."""

from dataclasses import dataclass
from typing import Any

from flask import request

from contracts.actor import Actor, Role
from contracts.errors import NotFound
from gateway import here

AT, DISTRICT, WHOLE_DISTRICT = "at", "district", "全区县"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Who acts, and what the place is called."""

    actor: Actor
    name: str

    @property
    def at(self) -> str:
        """Return how an address names the desk."""
        return self.actor.school_id or DISTRICT

    @property
    def layer(self) -> str:
        """Return whose norms are written here."""
        return "school" if self.actor.school_id else DISTRICT


def desks(*roles: Role) -> tuple[Desk, ...]:
    """Return every desk at which the caller holds one of these roles."""
    schools = {school.school_id: school.name for school in here.caller().schools()}
    return tuple(
        Desk(actor=actor, name=schools.get(actor.school_id or "", WHOLE_DISTRICT))
        for actor in here.caller().actors(*roles)
    )


def desk(*roles: Role) -> Desk:
    """Return the desk that the address names, the first where it names none. Raises NotFound."""
    at, every = request.args.get(AT), desks(*roles)
    found = next((one for one in every if at in (None, one.at)), None)
    if found is None:
        raise NotFound
    return found


def stay(_: str, values: dict[str, Any]) -> None:
    """Let every address of a page be about the desk that the present one is about."""
    if AT in request.args:
        values.setdefault(AT, request.args[AT])
