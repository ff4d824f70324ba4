"""Text: what a cell says as a person reads it, whatever keyboard, number format or web page it came from."""

import re
import unicodedata
from datetime import date, datetime

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.unreadable import Unreadable

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_LONGEST = 2000


def text_of(cell: Cell) -> str:
    """Return the cell's text: full-width letters and digits made plain, invisible characters out, spaces single.

    Rare characters stay as they are. Raises Unreadable for characters that only the writer's computer can show.
    """
    if isinstance(cell, str) and len(cell) > _LONGEST:
        raise Unreadable("文字太长", "请只写这一列要求的内容")
    text = _INVISIBLE.sub("", _plain(cell)).translate(_FULL_WIDTH)
    text = " ".join(text.split())
    for character in text:
        _check(character)
    return text


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return str(cell)


def _check(character: str) -> None:
    category = unicodedata.category(character)
    if category == "Co" or character == "\ufffd":
        raise Unreadable("有电脑自造的字或乱码，别的电脑显示不出来", "请用输入法重新输入这个字，生僻字可按部首查找")
    if category in ("Cc", "Cs"):
        raise Unreadable("有看不见的控制字符", "请把这一格清空，重新输入")
