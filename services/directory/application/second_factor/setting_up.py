"""Second factor: begun, confirmed by the phone itself, ended only with a code at hand."""

from urllib.parse import quote

from contracts.directory.second_factor import (
    BeginSecondFactor,
    ConfirmSecondFactor,
    EndSecondFactor,
    ReadSecondFactor,
    RecoveryCodes,
    RenewRecoveryCodes,
    SecondFactor,
    WithCode,
)
from contracts.errors import Conflict
from services.directory.application.asker import asker
from services.directory.application.second_factor.code import count_code, prove
from services.directory.application.second_factor.factor import Factor
from services.directory.application.second_factor.unit import FactorUnit
from services.directory.domain.paper_code import normal, written

_CODES, _LETTERS, _GROUP = 10, 10, 5
_OFF = SecondFactor(on=False)


def read_second_factor(unit: FactorUnit, ask: ReadSecondFactor) -> SecondFactor:
    """Return how the asker's second factor stands; the secret only until it is confirmed."""
    factor = unit.take_factor(asker(unit).person_id)
    return _shown(unit, factor) if factor else _OFF


def begin_second_factor(unit: FactorUnit, ask: BeginSecondFactor) -> SecondFactor:
    """Make a secret, unless one is begun or on already: then that one stands."""
    factor = unit.take_factor(asker(unit).person_id)
    if factor is None:
        factor = Factor(person_id=asker(unit).person_id, secret=unit.new_phone_secret())
        unit.keep_factor(factor)
    return _shown(unit, factor)


def count_own_code(unit: FactorUnit, ask: WithCode) -> None:
    """Count one more try of the asker's codes. Raises TooManyTries."""
    count_code(unit, asker(unit).person_id)


def confirm_second_factor(unit: FactorUnit, ask: ConfirmSecondFactor) -> RecoveryCodes:
    """Ask for a code at every sign-in from now on. Raises InvalidRequest for a wrong code, Conflict if it is on."""
    factor = unit.take_factor(asker(unit).person_id)
    if factor is None or factor.confirmed:
        raise Conflict("两步验证已经打开，或者还没有开始设置。请看一下现在的情况。")
    prove(unit, factor, ask.code)
    unit.confirm_factor(factor.person_id)
    return _new_codes(unit)


def renew_recovery_codes(unit: FactorUnit, ask: RenewRecoveryCodes) -> RecoveryCodes:
    """Make ten new codes; the old ones are void. Raises InvalidRequest for a wrong code."""
    prove(unit, _standing(unit), ask.code)
    return _new_codes(unit)


def end_second_factor(unit: FactorUnit, ask: EndSecondFactor) -> SecondFactor:
    """Ask for no code any more. Raises InvalidRequest for a wrong code, Conflict where a school asks for one."""
    factor = _standing(unit)
    if unit.asks_for_factor(factor.person_id):
        raise Conflict("您任职的学校要求在职人员打开两步验证，现在不能关闭。换了手机的，请学校教导处重置。")
    prove(unit, factor, ask.code)
    unit.drop_factor(factor.person_id)
    return _OFF


def _standing(unit: FactorUnit) -> Factor:
    factor = unit.take_factor(asker(unit).person_id)
    if factor is None or not factor.confirmed:
        raise Conflict("两步验证没有打开。")
    return factor


def _new_codes(unit: FactorUnit) -> RecoveryCodes:
    codes = tuple(written(unit.chance(_LETTERS), group=_GROUP) for _ in range(_CODES))
    unit.keep_recovery(asker(unit).person_id, frozenset(unit.recovery_index(normal(code)) for code in codes))
    return RecoveryCodes(codes=codes)


def _shown(unit: FactorUnit, factor: Factor) -> SecondFactor:
    if factor.confirmed:
        return SecondFactor(on=True, recovery_codes_left=len(factor.recovery))
    return SecondFactor(on=False, secret=factor.secret, address=_address(unit, factor))


def _address(unit: FactorUnit, factor: Factor) -> str:
    """Return what an authenticator reads from the square: whose account, where, and the secret."""
    whose = quote(f"轻负:{unit.standing(factor.person_id).name}")
    return f"otpauth://totp/{whose}?secret={factor.secret}&issuer={quote('轻负')}"
