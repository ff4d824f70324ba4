"""Choice: which of a child's clubs it keeps, and waits for, by how much it would like each (E3, E9, E10)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.enrolment.domain.span import Span


class Stands(StrEnum):
    """What a child holds in a club, as far as its other clubs are concerned."""

    ASKED = "asked"
    GIVEN = "given"
    WAITING = "waiting"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A club as a child has ranked it, 1 liked most; when it meets: its days, and its hours in each season."""

    offering_id: str
    rank: int
    stands: Stands
    weekdays: frozenset[int]
    spans: tuple[Span, Span]

    def meets(self, other: "Choice") -> bool:
        """Say whether a child could not go to both: at one time on one day, in one season."""
        at_once = any(one.meets(another) for one, another in zip(self.spans, other.spans, strict=True))
        return bool(self.weekdays & other.weekdays) and at_once


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """When each of some offerings is, in winter and in summer; how many clubs a child may have at most.

    `drawn_later`: places in these clubs are not given before they are drawn.
    """

    spans: Mapping[str, tuple[Span, Span]]
    most_clubs: int
    drawn_later: bool = False


def is_of_no_use(choice: Choice, better: Sequence[Choice], most: int) -> bool:
    """Say whether a child who has these clubs, all of which it likes more, can have this one no more.

    It has as many clubs as a child may have, or would have to be in two at once.
    """
    return len(better) >= most or any(choice.meets(one) for one in better)


def no_longer_wanted(choices: Iterable[Choice], most: int) -> Iterator[Choice]:
    """Yield what a child is to give up: what is of no use beside the places that it has in clubs it likes more.

    Of clubs that it likes less it keeps none, place or number in the line; what it waits for, and likes more, it keeps.
    """
    has: list[Choice] = []
    for choice in sorted(choices, key=lambda one: one.rank):
        if is_of_no_use(choice, has, most):
            yield choice
        elif choice.stands is Stands.GIVEN:
            has.append(choice)
