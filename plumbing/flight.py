"""Flight: events on their way to the broker, from their sending until what became of them is marked."""

import time
from typing import Any


class Flight:
    """Which delivery tag is which row, what is confirmed, what came back; none of it is to be sent again meanwhile."""

    def __init__(self) -> None:
        self._sent: dict[int, Any] = {}
        self._came_back: set[str] = set()
        self._settled: list[Any] = []
        self._moved = time.monotonic()

    def __len__(self) -> int:
        return len(self._sent) + len(self._settled)

    @property
    def seqs(self) -> list[int]:
        """Return the rows that are sent or settled, and not marked yet."""
        return [row.seq for row in (*self._sent.values(), *self._settled)]

    @property
    def settled(self) -> int:
        """Return how many wait to be marked."""
        return len(self._settled)

    def silent_for(self) -> float:
        """Return for how many seconds no confirm has come though one is due."""
        return time.monotonic() - self._moved if self._sent else 0.0

    def send(self, tag: int, row: Any) -> None:
        """A row is on its way under this delivery tag."""
        if not self._sent:
            self._moved = time.monotonic()
        self._sent[tag] = row

    def come_back(self, message_id: str) -> None:
        """The broker found no queue for it; its confirm still comes."""
        self._came_back.add(message_id)

    def confirm(self, tag: int, *, multiple: bool) -> None:
        """The broker has it safely, or has sent it back."""
        self._moved = time.monotonic()
        tags = [sent for sent in self._sent if sent <= tag] if multiple else [tag]
        self._settled += [self._sent.pop(one) for one in tags if one in self._sent]

    def land(self) -> tuple[list[int], list[int]]:
        """Return what is settled, published and unroutable apart, by row; it is no longer in the air."""
        landed, self._settled = self._settled, []
        back = {row.message_id for row in landed} & self._came_back
        self._came_back -= back
        return (
            [row.seq for row in landed if row.message_id not in back],
            [row.seq for row in landed if row.message_id in back],
        )
