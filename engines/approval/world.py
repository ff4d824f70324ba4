"""World: what the engine is told of people and days, for it asks nobody."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class World:
    """`members`: who is in which group now, as far as this case is concerned; `stand_ins`: who decides for whom today.

    `due` counts school days from a date.
    """

    members: Mapping[str, frozenset[str]]
    due: Callable[[date, int], date]
    stand_ins: Mapping[str, str]

    def people(self, groups: Iterable[str], users: Iterable[str]) -> frozenset[str]:
        """Return everybody meant by these groups and users."""
        return frozenset(users).union(*(self.members.get(group, frozenset()) for group in groups))

    def those_who_act(self, people: Iterable[str]) -> Iterator[str]:
        """Yield the people themselves and whoever stands in for them today."""
        for person in people:
            yield person
            if person in self.stand_ins:
                yield self.stand_ins[person]
