"""Student number (学籍号): G or L and eighteen characters."""

import re

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_NUMBER = re.compile(r"[GL][0-9]{17}[0-9X]")
_AS_TEXT = "请先把这一列设成“文本”格式，再从学籍系统重新复制学籍号"


def read_student_number(cell: Cell) -> str | None:
    """Return the number, None for an empty cell. Raises Unreadable, also for what Excel has made a number of."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        raise Unreadable("被 Excel 当成了数字，后几位已经丢失", _AS_TEXT)
    text = text_of(cell).replace(" ", "").upper()
    if not text:
        return None
    if re.fullmatch(r"[0-9.]+E\+?[0-9]+", text):
        raise Unreadable("被 Excel 当成了数字，后几位已经丢失", _AS_TEXT)
    if not _NUMBER.fullmatch(text):
        raise Unreadable("不是学籍号", "学籍号以 G 或 L 开头，后面 18 位；还没有学籍号可以先空着")
    return text
