"""Caller: who asks, and as whom in which school."""

from dataclasses import dataclass

from contracts.actor import NOBODY, Actor, Grant, Role
from contracts.directory.school import School
from contracts.directory.session import Session
from gateway.session import lacks_second_factor


@dataclass(frozen=True, kw_only=True)
class Caller:
    """A visitor, or the person of an open session; a person has one actor for each school they belong to."""

    session: Session | None = None
    token: str = ""

    @property
    def signed_in(self) -> bool:
        """Say whether somebody is there."""
        return self.session is not None

    @property
    def unproven(self) -> bool:
        """Say whether a school of theirs lets them do nothing any more without a second factor, which they lack."""
        return self.session is not None and lacks_second_factor(self.session)

    @property
    def person_id(self) -> str:
        """Return who it is; a visitor is nobody."""
        return self.session.person_id if self.session else NOBODY

    def actors(self, *roles: Role) -> tuple[Actor, ...]:
        """Return the actors that hold one of the roles, in the session's order; all of them when none is named."""
        held = self.session.actors if self.session else ()
        return tuple(actor for actor in held if not roles or actor.roles() & set(roles))

    def holds(self, *roles: Role) -> bool:
        """Say whether the caller holds one of the roles in any school."""
        return bool(self.actors(*roles))

    def only(self, *roles: Role) -> bool:
        """Say whether the caller holds these roles and no other."""
        held = {role for actor in self.actors() for role in actor.roles()}
        return bool(held) and held <= set(roles)

    def grants(self, role: Role) -> tuple[tuple[Actor, Grant], ...]:
        """Return every grant of a role, each with the actor that holds it."""
        return tuple((actor, grant) for actor in self.actors() for grant in actor.grants if grant.role is role)

    def works_in_office_of(self, school_id: str) -> bool:
        """Say whether the caller belongs to the academic office of this school."""
        return any(actor.school_id == school_id for actor in self.actors(Role.ACADEMIC_OFFICE))

    def schools(self) -> tuple[School, ...]:
        """Return the caller's schools."""
        return self.session.schools if self.session else ()
