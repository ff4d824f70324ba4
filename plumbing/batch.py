"""Batch: events on their way to the broker, until each is confirmed or sent back."""

from typing import Any


class Batch:
    """One batch on its way: which delivery tag is which row, what is confirmed, what came back."""

    def __init__(self) -> None:
        self.rows: dict[int, int] = {}
        self.by_message: dict[str, int] = {}
        self.published: list[int] = []
        self.unroutable: list[int] = []

    def sent(self, tag: int, row: Any) -> None:
        """Remember a published row by its delivery tag."""
        self.rows[tag] = row.seq
        self.by_message[row.message_id] = row.seq

    def returned(self, message_id: str) -> None:
        """The broker found no queue for it; its confirm still comes."""
        if message_id in self.by_message:
            self.unroutable.append(self.by_message[message_id])

    def confirmed(self, tag: int, *, multiple: bool) -> None:
        """The broker has it safely, or has sent it back."""
        tags = [t for t in self.rows if t <= tag] if multiple else [tag]
        settled = [self.rows.pop(t) for t in tags if t in self.rows]
        self.published += [seq for seq in settled if seq not in self.unroutable]
