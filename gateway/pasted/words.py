"""Words: how an office writes grades, days of the week, numbers and fees, and what they come to."""

import re
from collections.abc import Sequence

from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.planned import SORT_LABELS
from gateway.pasted.table import plain

_NUMERALS = "一二三四五六七八九"
_DAYS = {**{numeral: place for place, numeral in enumerate("一二三四五", start=1)}, **{str(n): n for n in range(1, 6)}}
_WEEKEND = re.compile("[六日天七67]")
_RANGE = re.compile("(.)(?:[-~—–至到]+)(.)")
_LISTED = re.compile("[、,;/和及.]+")
_A_DATE = re.compile(r"[0-9]{4}[-/年]|[0-9]+月[0-9]+日|[A-Za-z]{3}")
_EVERY_DAY = ("每天", "每日", "天天")
_WHOLE_SCHOOL = ("全校", "全部", "所有年级", "各年级", "全体")
_SENIOR = {"初一": "七", "初二": "八", "初三": "九"}
_SORTS = {
    OfferingSort.BASIC_CARE: ("看护", "课后看护", "基础看护", "托管", "基础托管", "基本托管"),
    OfferingSort.CLUB: ("兴趣社团", "社团活动", "兴趣班", "兴趣小组"),
    OfferingSort.OUTDOOR_CLUB: ("户外", "户外活动"),
    OfferingSort.SUBJECT_HELP: ("辅导", "培优", "答疑"),
}
_SORT_NAMES = {
    **{label: sort for sort, label in SORT_LABELS.items()},
    **{name: sort for sort, names in _SORTS.items() for name in names},
}
_FREE = ("", "免费", "无", "不收费", "不收", "0", "-")


class Unclear(ValueError):
    """It cannot be said what this means; the message says what would do."""


def grades_in(text: str, every: Sequence[int]) -> tuple[int, ...]:
    """Return the grades: 一至三年级, 1-3, 一、三, 全校 (`every`). Raises Unclear."""
    said = plain(text)
    if said in _WHOLE_SCHOOL:
        return tuple(every)
    if _A_DATE.match(said):
        raise Unclear("表格软件把它变成了日期。请写“一至三年级”，不写“1-3”。")
    for senior, numeral in _SENIOR.items():
        said = said.replace(senior, numeral)
    said = re.sub("年级|年段|级|学生", "", said)
    known = {sign: place for place, sign in enumerate(_NUMERALS, start=1)} | {str(n): n for n in range(1, 10)}
    if (found := _counted(said, known)) is None:
        raise Unclear("没有看懂。请写“一至三年级”“一、三年级”“1-3”或“全校”。")
    return found


def weekdays_in(text: str) -> tuple[int, ...]:
    """Return the days of the week: 周一、周三, 一三, 1,3, 周一至周五, 每天. Raises Unclear."""
    said = plain(text)
    if said in _EVERY_DAY:
        return tuple(range(1, 6))
    if _A_DATE.match(said):
        raise Unclear("表格软件把它变成了日期。请写“周一至周三”，不写“1-3”。")
    said = re.sub("每?(?:周|星期|礼拜)", "", said)
    if _WEEKEND.search(said):
        raise Unclear("只能是周一到周五。周末不开课后服务。")
    if (found := _counted(said, _DAYS)) is None:
        raise Unclear("没有看懂。请写“周一、周三”“一三”“1,3”或“周一至周五”。")
    return found


def places_in(text: str) -> int:
    """Return a number of places: 20, ２０, 20人, 20.0. Raises Unclear."""
    found = re.fullmatch(r"([0-9]{1,4})(?:\.0+)?(?:人|名|个)?", plain(text))
    if not found:
        raise Unclear("请写一个整数，例如 20。")
    return int(found[1])


def fee_in(text: str) -> int:
    """Return whole yuan a term: 免费, 50, 50元, ￥50, 50元/学期. Raises Unclear."""
    said = plain(text)
    if said in _FREE:
        return 0
    found = re.fullmatch(r"[¥￥]?([0-9]{1,5})(?:\.0+)?元?(?:[/每一]*(?:生|人|学期|期))*", said)
    if not found:
        raise Unclear("请写每学期多少元的整数，例如 50；不收费写“免费”。")
    return int(found[1])


def sort_in(text: str) -> OfferingSort:
    """Return which sort of offering it is. Raises Unclear."""
    found = _SORT_NAMES.get(plain(text))
    if found is None:
        raise Unclear("请写基本看护、社团、户外社团或学科辅导。")
    return found


def _counted(said: str, known: dict[str, int]) -> tuple[int, ...] | None:
    """Return the numbers of a list of single signs and of ranges; None where anything else stands in it."""
    found: set[int] = set()
    for part in filter(None, _LISTED.split(said)):
        ends = _RANGE.fullmatch(part)
        signs = ends.groups() if ends else tuple(part)
        numbers = [known.get(sign, 0) for sign in signs]
        if not all(numbers) or (ends and numbers[0] > numbers[1]):
            return None
        found.update(range(numbers[0], numbers[1] + 1) if ends else numbers)
    return tuple(sorted(found)) or None
