"""The budget of a class's day: what stands and what is left, in the terms of the tightest norm (H1, H2)."""

from contracts.homework.assignment import DayBudget, ReadBudget
from engines.policy import CountedPlace, Counter, Counts, Limit, Statistic
from services.homework.application.asker import class_day_taught
from services.homework.application.judging import answerable, rulebook_of
from services.homework.application.unit import Unit
from services.homework.domain.class_day import ClassDay, Minutes
from services.homework.domain.rules import Rules

_UNCAPPED = Counter(counts=Counts.ALL, place=CountedPlace.TOTAL, statistic=Statistic.AVERAGE)


def read_budget(unit: Unit, ask: ReadBudget) -> DayBudget:
    """Return what a class already has on a day. Raises NotFound for a class the asker does not teach, Unavailable."""
    day = class_day_taught(unit, ask.class_id, ask.day)
    return budget_of(day, rulebook_of(unit).rules_for(day.grade, day.day))


def budget_of(day: ClassDay, rules: Rules, load: Minutes | None = None) -> DayBudget:
    """Return the day's budget: for any written homework, or for a piece of this `load`. Raises Unavailable."""
    with answerable():
        limit = rules.tightest(day.minutes, load)
    return _uncapped(day) if limit is None else _capped(day, limit)


def _capped(day: ClassDay, limit: Limit) -> DayBudget:
    counter = Counter.named(limit.counter)
    return DayBudget(
        class_id=day.class_id, day=day.day, counts=counter.counts, place=counter.place,
        used_minutes=day.minutes[counter.key], limit_minutes=limit.minutes, left_minutes=limit.left(day.minutes),
        clause=limit.row.clause,
    )


def _uncapped(day: ClassDay) -> DayBudget:
    return DayBudget(
        class_id=day.class_id, day=day.day, counts=_UNCAPPED.counts, place=_UNCAPPED.place,
        used_minutes=day.minutes[_UNCAPPED.key],
    )
