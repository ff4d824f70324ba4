"""Numerals: 三 or 十二 as a number."""

_DIGITS = {character: value for value, character in enumerate("一二三四五六七八九", start=1)}


def number_of(text: str) -> int | None:
    """Return the number from 1 to 99 that the text writes in digits or Chinese numerals; None if it is neither."""
    if text.isascii() and text.isdecimal():
        value = int(text)
        return value if 1 <= value <= 99 else None
    tens, ten, units = text.partition("十")
    if not ten:
        return _DIGITS.get(text)
    if (tens and tens not in _DIGITS) or (units and units not in _DIGITS):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0)
