"""Phone: a mobile number of eleven digits."""

import re

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_SEPARATORS = re.compile(r"[\s\-‐‑–—.()_'’]")
_SEVERAL = re.compile(r"[0-9]{7,}\s*[/、,;，；|和或\s]+\s*[0-9]{7,}")


def read_phone(cell: Cell) -> str:
    """Return eleven digits; separators, a country code and a number stored as a fraction do not matter.

    Raises Unreadable.
    """
    text = text_of(cell)
    if _SEVERAL.search(text):
        raise Unreadable("一格里有不止一个号码", "请只留一个手机号，另一个写到另一位监护人名下")
    digits = re.sub(r"^(\+|00)?86(?=1[0-9]{10}$)", "", _SEPARATORS.sub("", text))
    if _MOBILE.fullmatch(digits):
        return digits
    if digits.isascii() and digits.isdecimal() and digits.startswith("1") and len(digits) != 11:
        raise Unreadable(f"手机号应有 11 位，这里有 {len(digits)} 位", "请核对后补全号码")
    raise Unreadable("不是手机号", "请填 11 位手机号，以 13 到 19 开头；座机不能用")
