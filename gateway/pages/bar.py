"""The bar of a class's day: minutes set, minutes of the draft, the cap, as lengths to be drawn."""

from dataclasses import dataclass

from contracts.homework.assignment import DayBudget, Draft, Kind, Place

WIDTH = 300


@dataclass(frozen=True, kw_only=True)
class Bar:
    """Lengths out of `WIDTH`. Whatever passes the cap is `over`; `cap` is absent where nothing is capped."""

    used: int
    new: int
    over: int
    cap: int | None


def bar_of(budget: DayBudget, new_minutes: int = 0) -> Bar:
    """Return the bar of a budget with a draft's minutes added."""
    limit = budget.limit_minutes
    total = budget.used_minutes + new_minutes
    whole = max(total, limit or 0, 1)
    under = total if limit is None else min(total, limit)
    used = min(budget.used_minutes, under)
    return Bar(
        used=_length(used, whole), new=_length(under - used, whole), over=_length(total - under, whole),
        cap=None if limit is None else _length(limit, whole),
    )


def counted_minutes(budget: DayBudget, draft: Draft) -> int:
    """Return how many of a draft's minutes the budget's norm counts."""
    counts = budget.counts == "all" or draft.kind is Kind.WRITTEN
    here = budget.place == "total" or draft.place is Place.HOME
    return draft.minutes if counts and here else 0


def _length(minutes: int, whole: int) -> int:
    return round(WIDTH * minutes / whole)
