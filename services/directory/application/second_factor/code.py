"""Code: what proves that a person's own phone, or their sheet of codes, is at hand; each is good once."""

from datetime import timedelta
from hmac import compare_digest

from contracts.errors import InvalidRequest
from services.directory.application.second_factor.factor import Factor
from services.directory.application.second_factor.unit import FactorUnit
from services.directory.application.signing_in.throttle import heard, well_meant
from services.directory.domain.paper_code import normal
from services.directory.domain.patience import Patience

_PATIENCE = Patience(
    free=5, first=timedelta(seconds=30), longest=timedelta(minutes=15), memory=timedelta(days=1)
)
"""Some hundred guesses a day, of a million codes three are good: a day of guessing succeeds once in three thousand."""

_STEPS_ROUND = (-1, 0, 1)
_WRONG = "验证码不对，或者已经用过。请等手机上出现下一组六位数字再试。"


def count_code(unit: FactorUnit, person_id: str) -> None:
    """Count one more try of this person's codes, before anyone knows how it ends. Raises TooManyTries."""
    heard(unit, {_name(person_id): _PATIENCE})


def prove(unit: FactorUnit, factor: Factor, typed: str) -> None:
    """Let the code be used up; the try no longer counts. Raises InvalidRequest for a wrong or used one."""
    code = normal(typed)
    step = next((step for step in _open_steps(unit, factor) if _fits(unit, factor, step, code)), None)
    if step is not None:
        unit.use_step(factor.person_id, step)
    elif (index := unit.recovery_index(code)) in factor.recovery:
        unit.keep_recovery(factor.person_id, factor.recovery - {index})
    else:
        raise InvalidRequest(details={"fields": {"code": [_WRONG]}})
    well_meant(unit, {_name(factor.person_id): _PATIENCE})


def _open_steps(unit: FactorUnit, factor: Factor) -> tuple[int, ...]:
    """Return the steps whose codes are good now: phones and people are a little late, or early."""
    return tuple(step for near in _STEPS_ROUND if (step := unit.phone_step() + near) > factor.used_step)


def _fits(unit: FactorUnit, factor: Factor, step: int, code: str) -> bool:
    return compare_digest(unit.phone_code(factor.secret, step).encode(), code.encode())


def _name(person_id: str) -> str:
    return f"second {person_id}"
