"""Entrances: each try to come in is a line of the log, by its way and its end; what was typed is never one."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import structlog

from contracts.errors import ServiceError

Enter = TypeVar("Enter", bound=Callable[..., Any])
_log = structlog.get_logger("entrances")


def told(way: str) -> Callable[[Enter], Enter]:
    """Log how each call of `enter(house, ask, caller)` ends: who is in, or why nobody is."""

    def wrap(enter: Enter) -> Enter:
        @wraps(enter)
        def entering(house: Any, ask: Any, caller: Any) -> Any:
            try:
                signed = enter(house, ask, caller)
            except ServiceError as refused:
                _log.warning("not let in", way=way, why=refused.code, request_id=caller.request_id)
                raise
            _log.info(
                "let in", way=way, person_id=signed.person_id, half_way=signed.second_step, request_id=caller.request_id
            )
            return signed

        return entering  # type: ignore[return-value]

    return wrap
