"""Seats: every child of a class has a number of its own there, 1 to 99; the lowest free one is given."""

from collections import defaultdict
from collections.abc import Iterable

from services.directory.domain.roster.class_key import ClassKey

_MOST = 99


class ClassFull(Exception):
    """There is no number left in this class."""

    def __init__(self, key: ClassKey):
        self.key = key
        super().__init__(key)


class Seats:
    """The numbers that are taken, class by class."""

    def __init__(self, taken: Iterable[tuple[ClassKey, int]]):
        self._taken: dict[ClassKey, set[int]] = defaultdict(set)
        for key, seat in taken:
            self._taken[key].add(seat)

    def give(self, key: ClassKey) -> int:
        """Return the lowest free number of a class, which is taken from now on. Raises ClassFull."""
        free = next((seat for seat in range(1, _MOST + 1) if seat not in self._taken[key]), None)
        if free is None:
            raise ClassFull(key)
        self._taken[key].add(free)
        return free
