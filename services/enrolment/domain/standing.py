"""Standing: where an application is, and what each person may do with it there."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where an application, or what it asks of one kind of service, stands; the first that holds of a part says all."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({State.SUBMITTED, State.RETURNED, State.APPROVED})
"""An open application holds, or may come to hold, places: a child has one a term."""


def standing(parts: Collection[State]) -> State:
    """Return where an application stands whose parts stand so: undecided while any part is, approved if any part is."""
    return min(parts, key=list(State).index)


@dataclass(frozen=True, kw_only=True)
class Bond:
    """What a person is to one application: the child's guardian, its class's head teacher, who applied, or none."""

    guards_child: bool
    heads_class: bool
    runs_school: bool
    applied: bool

    @property
    def may_see(self) -> bool:
        """Say whether the application exists for this person; having applied once is not enough."""
        return self.guards_child or self.heads_class or self.runs_school

    @property
    def family(self) -> bool:
        """Say whether it is this person's own affair: nobody decides for their own child (E4)."""
        return self.guards_child or self.applied


def actions(state: State, parts: Collection[State], bond: Bond, *, turn: bool, hands: bool) -> tuple[str, ...]:
    """Return what this person may do now.

    `decide` on their turn, `hand` it to a colleague or back, `remind`, `change` what was returned, `withdraw`.
    """
    possible = {
        "decide": turn and not bond.family,
        "hand": hands and not bond.family,
        "remind": bond.guards_child and State.SUBMITTED in parts,
        "change": bond.guards_child and State.RETURNED in parts,
        "withdraw": bond.guards_child and state in OPEN,
    }
    return tuple(action for action, holds in possible.items() if holds)
