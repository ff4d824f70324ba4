"""Outcome: what is to be true once a job is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Output:
    """A file for the person who asked."""

    content: bytes
    media_type: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`effect` is a use case of the house's unit; it, the output and the job's end stand together, or none of them."""

    effect: Callable[[Any], object] | None = None
    output: Output | None = None
