"""Offering's book: the children of an offering as a workbook in an office's own columns; nothing in it is a formula."""

from collections.abc import Sequence

from contracts.directory.pupil_list import ListedPupil
from contracts.enrolment.roster import OfferingRoster
from gateway.caller import Caller
from gateway.texts.labels import weekdays
from gateway.texts.programme import span
from gateway.workbook import workbook
from plumbing import clock

_HEADINGS = (("序号", 6), ("班级", 14), ("座号", 6), ("姓名", 16), ("星期", 24), ("备注", 24))


def name_of(found: OfferingRoster) -> str:
    """Return what the file is called."""
    return f"{found.title}名单.xlsx"


def offering_book(
    found: OfferingRoster, caller: Caller, pupils: Sequence[tuple[ListedPupil, tuple[int, ...]]]
) -> bytes:
    """Return the file: above the children what they come to, and who took it when."""
    lines = [
        (str(number), one.class_name, str(one.seat_number or ""), one.name, weekdays(days), "")
        for number, (one, days) in enumerate(pupils, start=1)
    ]
    taken = clock.now().astimezone(clock.SCHOOL_PLACE)
    what = (found.title, found.term, weekdays(found.weekdays), span(found.starts_at, found.ends_at), found.location)
    by = f"{caller.session.name if caller.session else ''} {taken:%Y-%m-%d %H:%M} 导出"
    above = " · ".join(filter(None, (*what, by, "用完请删除")))
    return workbook("名单", _HEADINGS, lines, above=above, on_paper=True)
