"""Standing: where an application is, and what each person may do with it there."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where an application stands."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({State.SUBMITTED, State.APPROVED})
"""An open application holds, or may come to hold, places: a child has one a term."""


@dataclass(frozen=True, kw_only=True)
class Bond:
    """What a person is to one application: the child's guardian, its class's head teacher, who applied, or none."""

    guards_child: bool
    heads_class: bool
    applied: bool

    @property
    def may_see(self) -> bool:
        """Say whether the application exists for this person; having applied once is not enough."""
        return self.guards_child or self.heads_class

    @property
    def decides_for_another(self) -> bool:
        """Say whether this person may be the one who decides: nobody decides for their own child (E4)."""
        return self.heads_class and not (self.guards_child or self.applied)


def actions(state: State, bond: Bond) -> tuple[str, ...]:
    """Return what this person may do now: `decide` while nothing is decided, `withdraw` while it is open (E3, E4)."""
    possible = {
        "decide": bond.decides_for_another and state is State.SUBMITTED,
        "withdraw": bond.guards_child and state in OPEN,
    }
    return tuple(action for action, holds in possible.items() if holds)
