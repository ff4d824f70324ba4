"""Lettering: how wide words are, and where they break; a picture cannot ask the browser."""

import re
from collections.abc import Iterator

_NARROW = 0.56
"""The width of a letter or digit beside that of a Chinese character, rounded up."""
MORE = "…"
_PIECES = re.compile(r"[0-9]+[\u6708\u65e5:][0-9]*\u65e5?|[0-9A-Za-z.:]+|.", re.DOTALL)
"""What stands together: a date or a time, a number, a word of letters; else each character by itself."""


def width(words: str) -> float:
    """Return the width in characters of full width."""
    return sum(1 if ord(letter) > 0x2E7F else _NARROW for letter in words)


def broken(words: str, longest: float, most: int) -> tuple[str, ...]:
    """Return the words in at most so many lines of this width; what is left out is said by an ellipsis."""
    lines = list(_lines(words, longest))
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while width(last) > longest - 1:
        last = last[:-1]
    return (*lines[: most - 1], last + MORE)


def _lines(words: str, longest: float) -> Iterator[str]:
    line = ""
    for piece in _PIECES.findall(words):
        if line and width(line + piece) > longest:
            yield line
            line = ""
        line += piece
    if line:
        yield line
