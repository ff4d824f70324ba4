"""A day's minutes in words."""

from datetime import date

import pytest

from contracts.homework.assignment import DayBudget
from gateway.texts.budget import total


@pytest.mark.parametrize(("counts", "place", "limit", "said"), [
    ("written", "total", 60, "书面合计 35 / 60 分钟"),
    ("written", "home", 30, "回家书面合计 35 / 30 分钟"),
    ("all", "home", 60, "回家合计 35 / 60 分钟"),
    ("all", "total", None, "合计 35 分钟"),
])  # fmt: skip
def test_a_total_says_what_it_counts(counts: str, place: str, limit: int | None, said: str) -> None:
    budget = DayBudget(
        class_id="c", day=date(2026, 11, 23), counts=counts, place=place, used_minutes=35, limit_minutes=limit
    )
    assert total(budget) == said
