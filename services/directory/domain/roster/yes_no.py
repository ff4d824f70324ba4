"""Yes or no: 是, 否, a tick, or nothing."""

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_YES = frozenset({"是", "有", "对", "√", "✓", "✔", "1", "Y", "YES"})
_NO = frozenset({"否", "无", "不是", "没有", "不", "×", "X", "0", "N", "NO", "/", "-"})


def read_yes_no(cell: Cell) -> bool | None:
    """Return what is said, None for an empty cell. Raises Unreadable."""
    text = text_of(cell).replace(" ", "").upper()
    if not text:
        return None
    if text not in _YES | _NO:
        raise Unreadable("不是“是”或“否”", "请填“是”或“否”，也可以空着")
    return text in _YES
