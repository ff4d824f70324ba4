"""Counter: one way of adding up a class's day of homework, as the caps of real schools do it (H1)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Counts(StrEnum):
    """Which work is counted."""

    WRITTEN = "written"
    ALL = "all"


class CountedPlace(StrEnum):
    """Work done at home, or at school and at home together."""

    HOME = "home"
    TOTAL = "total"


class Statistic(StrEnum):
    """Whose minutes: a typical pupil's (平均完成时间), or those of the pupil who needs longest."""

    AVERAGE = "average"
    MAXIMUM = "maximum"


@dataclass(frozen=True, kw_only=True)
class Counter:
    """A sum of minutes over one class and one day."""

    counts: Counts
    place: CountedPlace
    statistic: Statistic

    @cached_property
    def key(self) -> str:
        """Return its name as norms and stores write it, such as "written_home_average"."""
        return f"{self.counts}_{self.place}_{self.statistic}"

    @staticmethod
    def every() -> "tuple[Counter, ...]":
        """Return all eight, always in the same order."""
        return EVERY

    @staticmethod
    def named(key: str) -> "Counter":
        """Return the counter of this key. Raises KeyError if there is none."""
        return _BY_KEY[key]

    def adds(self, *, written: bool, at_home: bool, typical_minutes: int, longest_minutes: int) -> int:
        """Return how many minutes a piece of work brings to this counter."""
        if (self.counts is Counts.WRITTEN and not written) or (self.place is CountedPlace.HOME and not at_home):
            return 0
        return typical_minutes if self.statistic is Statistic.AVERAGE else longest_minutes


EVERY = tuple(
    Counter(counts=counts, place=place, statistic=statistic)
    for counts in Counts
    for place in CountedPlace
    for statistic in Statistic
)
_BY_KEY = {counter.key: counter for counter in EVERY}
COUNTER_KEYS = frozenset(_BY_KEY)


def counters_of(written: bool, at_home: bool, typical_minutes: int, longest_minutes: int) -> dict[str, int]:
    """Return what one piece of work adds to each of the eight counters, by key."""
    return {
        counter.key: counter.adds(
            written=written, at_home=at_home, typical_minutes=typical_minutes, longest_minutes=longest_minutes
        )
        for counter in EVERY
    }
