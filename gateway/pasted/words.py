"""Words: how an office writes grades, days of the week, numbers and fees, and what they come to."""

from collections.abc import Mapping, Sequence

from contracts.enrolment.offering import OfferingSort
from gateway.pasted import vocabulary
from gateway.pasted.table import plain


class Unclear(ValueError):
    """It cannot be said what this means; the message says what would do."""


def grades_in(text: str, every: Sequence[int]) -> tuple[int, ...]:
    """Return the grades: 一至三年级, 1-3, 一、三, 全校 (`every`). Raises Unclear."""
    said = plain(text)
    if said in vocabulary.WHOLE_SCHOOL:
        return tuple(every)
    if vocabulary.A_DATE.match(said):
        raise Unclear("表格软件把它变成了日期。请写“一至三年级”，不写“1-3”。")
    for senior, numeral in vocabulary.SENIOR.items():
        said = said.replace(senior, numeral)
    if (found := _counted(vocabulary.OF_GRADES.sub("", said), vocabulary.GRADES)) is None:
        raise Unclear("没有看懂。请写“一至三年级”“一、三年级”“1-3”或“全校”。")
    return found


def weekdays_in(text: str) -> tuple[int, ...]:
    """Return the days of the week: 周一、周三, 一三, 1,3, 周一至周五, 每天. Raises Unclear."""
    said = plain(text)
    if said in vocabulary.EVERY_DAY:
        return tuple(range(1, 6))
    if vocabulary.A_DATE.match(said):
        raise Unclear("表格软件把它变成了日期。请写“周一至周三”，不写“1-3”。")
    said = vocabulary.OF_DAYS.sub("", said)
    if vocabulary.WEEKEND.search(said):
        raise Unclear("只能是周一到周五。周末不开课后服务。")
    if (found := _counted(said, vocabulary.DAYS)) is None:
        raise Unclear("没有看懂。请写“周一、周三”“一三”“1,3”或“周一至周五”。")
    return found


def places_in(text: str) -> int:
    """Return a number of places: 20, ２０, 20人, 20.0. Raises Unclear."""
    found = vocabulary.PLACES.fullmatch(plain(text))
    if not found:
        raise Unclear("请写一个整数，例如 20。")
    return int(found[1])


def fee_in(text: str) -> int:
    """Return whole yuan a term: 免费, 50, 50元, ￥50, 50元/学期. Raises Unclear."""
    said = plain(text)
    if said in vocabulary.FREE:
        return 0
    found = vocabulary.YUAN.fullmatch(said)
    if not found:
        raise Unclear("请写每学期多少元的整数，例如 50；不收费写“免费”。")
    return int(found[1])


def sort_in(text: str) -> OfferingSort:
    """Return which sort of offering it is. Raises Unclear."""
    found = vocabulary.SORT_NAMES.get(plain(text))
    if found is None:
        raise Unclear("请写基本看护、社团、户外社团或学科辅导。")
    return found


def _counted(said: str, known: Mapping[str, int]) -> tuple[int, ...] | None:
    """Return the numbers of a list of single signs and of ranges; None where anything else stands in it."""
    found: set[int] = set()
    for part in filter(None, vocabulary.LISTED.split(said)):
        ends = vocabulary.RANGE.fullmatch(part)
        signs = ends.groups() if ends else tuple(part)
        numbers = [known.get(sign, 0) for sign in signs]
        if not all(numbers) or (ends and numbers[0] > numbers[1]):
            return None
        found.update(range(numbers[0], numbers[1] + 1) if ends else numbers)
    return tuple(sorted(found)) or None
