"""A list of classes in one cell: 一(1)班、一(2)班."""

import re

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.class_key import ClassKey, read_class
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_BETWEEN = re.compile(r"[、,，;；/|\s]+")
_MOST = 60


def read_classes(cell: Cell) -> tuple[ClassKey, ...]:
    """Return the classes in their order, each once; none for an empty cell. Raises Unreadable."""
    parts = [part for part in _BETWEEN.split(text_of(cell)) if part]
    if len(parts) > _MOST:
        raise Unreadable(f"超过 {_MOST} 个班", "请核对任教班级")
    try:
        return tuple(dict.fromkeys(read_class(part) for part in parts))
    except Unreadable as problem:
        raise Unreadable(problem.what, "请写成“一（1）班、一（2）班”的样子，班与班之间用顿号") from problem
