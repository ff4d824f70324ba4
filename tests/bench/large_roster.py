"""A roster of a large school as a workbook, with the dirt of every hundredth row."""

import io
from functools import cache

from openpyxl import Workbook

HEADING = (
    "序号", "学籍号", "姓名", "性别", "年级", "班级", "出生日期", "监护人1姓名", "与学生关系", "监护人1手机",
    "监护人2姓名", "与学生关系", "监护人2手机", "留守儿童", "随迁子女", "备注",
)
_NUMERALS, _CLASS_SIZE, _EVERY = "一二三四五六", 45, 100


@cache
def large_roster(rows, first=0):
    """Return the workbook; one row in a hundred has a phone number that is too short. `first` begins the numbers."""
    workbook = Workbook()
    page = workbook.active
    page.append(("某某小学学生花名册",))
    page.append(HEADING)
    for number in range(first, first + rows):
        page.append(_row(number))
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def _row(number):
    grade, of_class = number // _CLASS_SIZE % 6, number // _CLASS_SIZE // 6 + 1
    phone = f"138{number:08d}" if number % _EVERY else "1380000"
    return (
        number + 1, f"G{number:018d}", "王小明", "男", f"{_NUMERALS[grade]}年级", f"{_NUMERALS[grade]}（{of_class}）班",
        f"{2019 - grade}-05-{number % 28 + 1:02d}", "王大明", "父亲", phone, "李小梅", "母亲", f"139{number:08d}", "否",
        "", "",
    )
