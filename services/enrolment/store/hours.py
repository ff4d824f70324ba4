"""Hours: when a session is, as its row says it."""

from datetime import time
from typing import Any

from sqlalchemy import Row

_HOURS = ("starts_at", "ends_at", "collect_by", "summer_starts_at", "summer_ends_at", "summer_collect_by")


def hours_of(row: Row[Any]) -> dict[str, time]:
    """Return the hours by their names."""
    return {name: getattr(row, name) for name in _HOURS}
