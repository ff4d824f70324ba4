"""Phone numbers that no network has given out: they begin with 120, and no two are the same."""

from itertools import count

_STEP, _ALL = 7_919_113, 100_000_000


class Phones:
    """Gives numbers of eleven digits, each once."""

    def __init__(self) -> None:
        self._given = count(1)

    def number(self) -> str:
        """Return the next number."""
        return f"120{next(self._given) * _STEP % _ALL:08d}"
