"""Change: what a roster does to somebody."""

from enum import StrEnum


class Change(StrEnum):
    """Somebody comes, goes to another class, is otherwise changed, stays as they are, or leaves."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LEFT = "left"
