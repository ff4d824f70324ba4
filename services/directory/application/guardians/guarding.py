"""Guarding: a child with its guardians as the house knows them, and what somebody is to that child."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from contracts.actor import OFFICE, Actor
from contracts.directory.guardian import EndReason
from contracts.errors import NotFound
from services.directory.application.cards.card import Addressee

MOST_GUARDIANS = 4


@dataclass(frozen=True, kw_only=True)
class Child:
    """A pupil of this school; without a class it has left."""

    pupil_id: str
    name: str
    class_id: str | None


@dataclass(frozen=True, kw_only=True)
class Guarding:
    """One guardian of a child. `since` is absent where it was before this was written down."""

    who: Addressee
    relation: str
    since: datetime | None = None
    invited_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class PastGuarding:
    """Somebody who was a guardian of a child."""

    person_id: str
    name: str
    relation: str
    since: datetime | None
    until: datetime
    reason: EndReason


class Bond(StrEnum):
    """What somebody is to a child; who is several of these is the first."""

    OFFICE = "office"
    HEAD_TEACHER = "head_teacher"
    FIRST_GUARDIAN = "first_guardian"
    GUARDIAN = "guardian"

    @property
    def of_school(self) -> bool:
        """Say whether somebody answers for the child on behalf of the school."""
        return self in (Bond.OFFICE, Bond.HEAD_TEACHER)


@dataclass(frozen=True, kw_only=True)
class Family:
    """A child and its guardians, the first one first."""

    child: Child
    guardians: tuple[Guarding, ...]

    def guardian(self, person_id: str) -> Guarding:
        """Return one of them. Raises NotFound."""
        found = next((one for one in self.guardians if one.who.person_id == person_id), None)
        if found is None:
            raise NotFound
        return found

    def has(self, person_id: str) -> bool:
        """Say whether somebody is one of the guardians."""
        return any(one.who.person_id == person_id for one in self.guardians)

    def bond(self, actor: Actor) -> Bond:
        """Return what somebody is to the child. Raises NotFound for whom it does not concern."""
        if actor.roles() & OFFICE:
            return Bond.OFFICE
        if self.child.class_id and actor.heads(self.child.class_id):
            return Bond.HEAD_TEACHER
        own = [place for place, one in enumerate(self.guardians) if one.who.person_id == actor.person_id]
        if not own:
            raise NotFound
        return Bond.GUARDIAN if own[0] else Bond.FIRST_GUARDIAN

    def others(self, person_id: str) -> tuple[Guarding, ...]:
        """Return all but this one."""
        return tuple(one for one in self.guardians if one.who.person_id != person_id)
