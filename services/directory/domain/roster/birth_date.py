"""Birth date: as Excel keeps it, as people type it, as systems export it."""

import re
from datetime import date, datetime, timedelta

from services.directory.domain.roster.cell import Cell
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable

_EXCEL_BEGINS = date(1899, 12, 30)
_SERIAL = re.compile(r"[1-6][0-9]{4}(\.0+)?")
_WRITTEN = re.compile(
    r"(?P<y>[0-9]{4})(?:(?P<s>[-/.年])(?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})日?|(?P<m8>[0-9]{2})(?P<d8>[0-9]{2}))"
    r"(?:[T ][0-9:.]+)?"
)
_OLDEST_YEARS, _DAYS_A_YEAR = 25, 366
_REMEDY = "请写成 2018-08-04 的样子"


def read_birth_date(cell: Cell, today: date) -> date | None:
    """Return the date, None for an empty cell. Raises Unreadable, also for nobody who could be at school today."""
    born_on = _read(cell)
    if born_on is None:
        return None
    if not today - timedelta(days=_OLDEST_YEARS * _DAYS_A_YEAR) <= born_on <= today:
        raise Unreadable("这个日期不会是在校学生的出生日期", "请核对出生年份")
    return born_on


def _read(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell).replace(" 0:00:00", "")
    if not text:
        return None
    if _SERIAL.fullmatch(text):
        return _EXCEL_BEGINS + timedelta(days=int(float(text)))
    return _written(text)


def _written(text: str) -> date:
    found = _WRITTEN.fullmatch(text) or _WRITTEN.fullmatch(text.replace(" ", ""))
    if found is None:
        raise Unreadable("看不出是哪一天", _REMEDY)
    month, day = found["m"] or found["m8"], found["d"] or found["d8"]
    try:
        return date(int(found["y"]), int(month), int(day))
    except ValueError:
        raise Unreadable("日历上没有这一天", _REMEDY) from None
