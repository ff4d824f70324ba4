"""Contest: several sides measured in turn, round by round, so that a busy minute of the machine hits all alike."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from tests.bench.figure import Figure

Reading = Mapping[str, float]
"""What one side has shown in one round, by quantity."""


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One figure to come: which quantity `of` which two sides."""

    name: str
    ours: str
    against: str
    of: str
    unit: str


@dataclass(frozen=True, kw_only=True)
class Contest:
    """Each side measures itself once a call. `compared` says which figures come of it."""

    sides: Mapping[str, Callable[[], Reading]]
    compared: tuple[Compared, ...]

    def settle(self, rounds: int, step: Callable[[str], None]) -> list[Figure]:
        """Return the figures of so many rounds' medians; `step` is told what is measured next."""
        readings = {name: [] for name in self.sides}
        for number in range(rounds):
            for name in self._in_turn(number):
                step(f"{name} {number + 1}/{rounds}")
                readings[name].append(self.sides[name]())
        middle = {name: _medians(of_side) for name, of_side in readings.items()}
        return [
            Figure(name=c.name, ours=middle[c.ours][c.of], against=middle[c.against][c.of], unit=c.unit)
            for c in self.compared
        ]

    def _in_turn(self, number: int) -> Iterator[str]:
        """Give the sides in their order, and the other way round the next time: nobody always comes first."""
        return iter(self.sides) if number % 2 == 0 else reversed(self.sides)


def _medians(readings: list[Reading]) -> Reading:
    return {quantity: median(reading[quantity] for reading in readings) for quantity in readings[0]}
