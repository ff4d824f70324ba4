"""Name: of a child or an adult, in characters or letters; rare characters and middle dots kept."""

import re

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_LONGEST = 64
_DOTS = str.maketrans(dict.fromkeys("•‧∙・･●.．", "·"))
_BETWEEN_CHARACTERS = re.compile(r"(?<![A-Za-z]) | (?![A-Za-z])")


def read_name(cell: Cell) -> str:
    """Return the name; spaces set between characters to line names up are no part of it. Raises Unreadable."""
    text = text_of(cell)
    if not text:
        raise Unreadable("没有填写姓名，或者是没有算出结果的公式", "请直接写姓名")
    if text[0] in "=+-@":
        raise Unreadable("像公式，不是姓名", "请直接写姓名，不要以 =、+、-、@ 开头")
    if any(character.isdecimal() for character in text):
        raise Unreadable("姓名里有数字", "请只写姓名")
    if len(text) > _LONGEST:
        raise Unreadable(f"姓名超过 {_LONGEST} 个字", "请只写姓名，其他内容写到备注列")
    return _BETWEEN_CHARACTERS.sub("", text).translate(_DOTS)
