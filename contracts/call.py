"""Call: one question or command a house answers, with the schema of both directions and who may ask at all."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from contracts.actor import Role
from contracts.message import Message

Ask = TypeVar("Ask", bound=Message)
Answer = TypeVar("Answer", bound=Message)


@dataclass(frozen=True, kw_only=True)
class Call(Generic[Ask, Answer]):
    """`allow` is the first gate (held roles); the use case decides on the thing itself. A `command` needs a key."""

    service: str
    method: str
    ask: type[Ask]
    answer: type[Answer]
    allow: frozenset[Role]
    command: bool = False

    @property
    def name(self) -> str:
        """Return the routing key of the call."""
        return f"{self.service}.{self.method}"
