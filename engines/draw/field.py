"""Field: a piece of text that stands in one line of a list, between two tabs, and reads the same for everybody."""

import re
import unicodedata

from engines.draw.unfit import Unfit

NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
"""A whole number as lists write it: one way only."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of tabs, line ends, marks that turn text round, halves of characters."""


def check_field(words: str, text: object) -> None:
    """Raise Unfit unless it is text of a line: not empty, in NFC, no space around it, nothing that cannot be seen."""
    if not isinstance(text, str) or not text or text != text.strip():
        raise Unfit(f"{words}应为文字，前后不留空格，现为 {text!r}", f"请写明{words}")
    if text.isascii() and text.isprintable():
        return
    if any(unicodedata.category(sign) in _UNSEEN for sign in text):
        raise Unfit(f"{words} {text!r} 里有制表符、换行或看不见的字符", "请删去这些字符")
    if not unicodedata.is_normalized("NFC", text):
        raise Unfit(f"{words} {text!r} 的写法不统一", "请先转成 Unicode NFC")


def check_number(words: str, number: object, least: int) -> None:
    """Raise Unfit unless it is a whole number of at most nine digits, and no less than `least`."""
    if type(number) is not int or not least <= number < 10**9:
        raise Unfit(f"{words}应为整数，不少于 {least}，现为 {number!r}", f"请改写{words}")
