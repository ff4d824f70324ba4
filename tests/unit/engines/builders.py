"""Builders: norms and cases of the tests, with everything that a test does not speak about filled in."""

from datetime import date
from typing import Any

from engines.policy import Case, Norm, counters_of, norm_from_plain

MONDAY = date(2026, 11, 23)
EMPTY_DAY = counters_of(False, False, 0, 0)


def row(**stated: Any) -> dict[str, Any]:
    return {"effective_from": "2021-07-24", "clause": "条款原文", "source": "文件", **stated}


def derogation(*schools: str, **stated: Any) -> dict[str, Any]:
    plain = {
        "effective_from": "2026-09-01", "effective_to": "2027-01-20", "reason": "周四下午教师集体学习",
        "granted_by": "区教育局",
    }
    return {"schools": list(schools or ("a",)), **plain, **stated}


def norm(*rows: dict[str, Any], **stated: Any) -> Norm:
    plain = {
        "key": "norm", "title": "一条规定", "layer": "national", "force": "refuse", "rows": [row(**r) for r in rows]
    }
    return norm_from_plain({**plain, **stated})


def cap(minutes: int, *, measure: str = "written_total_average", **stated: Any) -> Norm:
    of_the_row = ("grades", "day_kinds", "effective_from", "effective_to")
    scope = {name: stated.pop(name) for name in of_the_row if name in stated}
    return norm({"value": minutes, **scope}, measure=measure, bound="at_most", unit="minutes", **stated)


def ban(*codes: str, measure: str = "practices", **stated: Any) -> Norm:
    return norm({"value": list(codes)}, measure=measure, bound="forbidden", unit="codes", **stated)


def only(*codes: str, measure: str, places: list[str] | None = None, **stated: Any) -> Norm:
    scope = {"places": places} if places else {}
    return norm({"value": list(codes), **scope}, measure=measure, bound="one_of", unit="codes", **stated)


def homework(
    minutes: int = 20, *, longest: int | None = None, standing: dict[str, int] | None = None,
    school: str | None = None, **fields: Any,
) -> Case:
    """A piece of written maths homework for a third grade on a Monday, unless said otherwise."""
    stated = {
        "grade": 3, "day_kind": "school_day", "weekday": 1, "season": "winter", "kind": "written", "place": "home",
        "subject": "数学", "practices": (), **fields,
    }
    adding = counters_of(stated["kind"] == "written", stated["place"] == "home", minutes, longest or minutes)
    return Case(fields=stated, standing=standing or EMPTY_DAY, adding=adding, school=school)


def already(minutes: int, *, written: bool = True, at_home: bool = True, longest: int | None = None) -> dict[str, int]:
    return counters_of(written, at_home, minutes, longest or minutes)
