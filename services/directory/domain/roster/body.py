"""Body: the rows below the header that speak of somebody."""

import re
from collections.abc import Iterator, Sequence

from services.directory.domain.roster.cell import Line
from services.directory.domain.roster.header import Header
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_NOT_A_PERSON = re.compile(r"(合计|总计|小计|共计|说明|备注|注[:：]|填表|制表|审核).*")


def body(lines: Sequence[Line], header: Header) -> Iterator[tuple[int, Line]]:
    """Yield each row with its number; empty rows, sums, footnotes and repeated headers are left out."""
    head = _texts(lines[header.row - 1])
    for number, line in enumerate(lines[header.row:], start=header.row + 1):
        texts = _texts(line)
        said = [text for text in texts if text]
        only_a_number = len(said) == 1 and texts[0] == said[0]
        if said and not only_a_number and not _NOT_A_PERSON.fullmatch(said[0]) and texts != head:
            yield number, line


def _texts(line: Line) -> list[str]:
    return [_text(cell) for cell in line]


def _text(cell: object) -> str:
    try:
        return text_of(cell)  # type: ignore[arg-type]
    except Unreadable:
        return "?"
