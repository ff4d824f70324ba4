"""Throttle: tries are counted before anyone knows how they end, and those that turn out well count no longer."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from math import ceil

from contracts.errors import TooManyTries
from services.directory.application.unit import Unit
from services.directory.domain.patience import Patience
from services.directory.domain.tries import Tries


def _all(tries: Mapping[str, Tries]) -> Iterable[Tries]:
    return tries.values()


def heard(
    unit: Unit, patience: Mapping[str, Patience], *, minding: Callable[[Mapping[str, Tries]], Iterable[Tries]] = _all
) -> None:
    """Count one more try under each name; `minding` says which of them have to be waited for.

    Raises TooManyTries while it is not heard yet; that one is not counted.
    """
    kept = unit.take_tries(patience)
    tries = {name: kept[name].at(unit.now, of) for name, of in patience.items()}
    if wait := max(one.wait(unit.now) for one in minding(tries)):
        raise _too_many(wait)
    unit.keep_tries({name: tries[name].another(unit.now, of) for name, of in patience.items()})


def well_meant(unit: Unit, patience: Mapping[str, Patience]) -> None:
    """Let the last try under each name count no longer."""
    kept = unit.take_tries(patience)
    unit.keep_tries({name: kept[name].without_one(of) for name, of in patience.items()})


def _too_many(wait: timedelta) -> TooManyTries:
    """Return the refusal that says how long to wait."""
    seconds = ceil(wait.total_seconds())
    words = f"试的次数太多，请 {seconds} 秒后再试。忘记密码请联系班主任或学校办公室。"
    return TooManyTries(words, {"retry_after_seconds": seconds})
