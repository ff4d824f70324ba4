"""Part: what a broker holds, as plain values: exchanges, queues and what binds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A durable exchange."""

    name: str
    type: str = "topic"


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A durable queue with its arguments for ever."""

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Binding:
    """What an exchange puts into a queue."""

    exchange: str
    queue: str
    key: str = ""


Part = Exchange | Queue | Binding
