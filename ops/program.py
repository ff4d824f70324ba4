"""Program: what to run, as whom, how to see that it works, and how to ask it to stop."""

import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ops.account import Account
from ops.places import CHECKOUT
from ops.ready import reasons_unready


def _always() -> bool:
    return True


def _nothing() -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class Program:
    """One process of the house. `answers` looks from outside, within seconds; `before` runs before every start.

    A `foundation` (a server) holds the houses: it starts before them and stops after them. A program that has not
    answered for `patience_seconds` is ended and started again.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path = CHECKOUT
    account: Account | None = None
    answers: Callable[[], bool] = _always
    before: Callable[[], None] = _nothing
    stop_signal: signal.Signals = signal.SIGTERM
    health_port: int | None = None
    foundation: bool = False
    patience_seconds: float = 60.0

    def why_not(self) -> str:
        """Return why it does not work, in its own words where it has a door for that question."""
        return reasons_unready(self.health_port) if self.health_port else "没有应答"
