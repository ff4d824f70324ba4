"""Reserve: take minutes of a class's day under the guard, which decides where two teachers meet (H2)."""

from contracts.errors import Conflict
from services.homework.application.asker import class_day
from services.homework.application.judging import Accepted, Ask, accepted
from services.homework.application.unit import Unit
from services.homework.domain.class_day import ClassDay, Minutes
from services.homework.domain.rules import Rules

_TRIES = 3


def reserve(unit: Unit, day: ClassDay, change: Minutes, rules: Rules, ask: Ask, judged: Accepted) -> Accepted:
    """Add a change to the class's day; return the verdict under which it was let through, `judged` or a later one.

    Raises RuleRefused if others have filled the day since it was judged.

    The judgement explains and the guard decides: where the guard says no, what stands now is judged again. Only a day
    that moves back and forth under every try ends in Conflict.
    """
    for _ in range(_TRIES):
        if unit.add_minutes(day.class_id, day.day, change, rules.caps):
            return judged
        judged = accepted(rules, ask(class_day(unit, day.class_id, day.day).minutes))
    raise Conflict
