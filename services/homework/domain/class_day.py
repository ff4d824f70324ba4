"""ClassDay: one class on one day, and the minutes that stand there: the budget every subject draws on (H1, H2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Minutes = Mapping[str, int]
"""Whole minutes by counter key; always all eight counters."""


def less(minutes: Minutes, load: Minutes) -> Minutes:
    """Return what is left of `minutes` when `load` is taken out of them; below 0 where the load is heavier."""
    return {counter: minutes[counter] - load[counter] for counter in minutes}


def more(minutes: Minutes, load: Minutes) -> Minutes:
    """Return what stands when `load` has come to `minutes`."""
    return {counter: minutes[counter] + load[counter] for counter in minutes}


@dataclass(frozen=True, kw_only=True)
class ClassDay:
    """`grade` is 1-9, `number` the class's place within it; `minutes` is what is published and not withdrawn."""

    class_id: str
    grade: int
    number: int
    day: date
    minutes: Minutes
