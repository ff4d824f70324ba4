"""Identity: what we need of a provider, whichever it is."""

import re
from typing import Any, Protocol

import structlog

from gateway.outside.conversation import Conversation
from gateway.outside.not_confirmed import NotConfirmed

_log = structlog.get_logger("gateway")
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,64}")


class Identity(Protocol):
    """One app at one provider."""

    def door(self, state: str, back: str, *, in_its_app: bool) -> str:
        """Return where the provider asks a person who they are, and then sends them `back` with a code and `state`."""

    def subject(self, code: str, conversation: Conversation) -> str:
        """Return whom the provider knows by this code. Raises NotConfirmed, Unavailable."""


def named(answer: dict[str, Any], field: str) -> str | None:
    """Return a name that an answer gives, None where it gives none that could be kept."""
    value = answer.get(field)
    return value if isinstance(value, str) and 0 < len(value) <= 128 and value.isprintable() else None


def refused(provider: str, said: object) -> NotConfirmed:
    """Return the refusal of a provider; the operator's log gets its code, if it looks like one, and no other word."""
    code = said if isinstance(said, int) or (isinstance(said, str) and _CODE.fullmatch(said)) else None
    _log.warning("not confirmed", provider=provider, said=code)
    return NotConfirmed()
