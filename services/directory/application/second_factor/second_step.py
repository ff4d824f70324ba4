"""The second step of signing in: the password was right, now a code from the phone opens the session."""

from contracts.directory.device import Browser, System
from contracts.directory.session import SignedIn, SignInSecond
from contracts.errors import NotSignedIn
from services.directory.application.second_factor.code import count_code, prove
from services.directory.application.second_factor.factor import HalfWay
from services.directory.application.second_factor.unit import FactorUnit
from services.directory.application.signing_in.opening import open_session
from services.directory.domain.session_life import HALF_WAY, kept_form


def let_in(unit: FactorUnit, person_id: str, *, browser: Browser, system: System) -> SignedIn:
    """Open a session for whom the first step has proved; where a second one is on, nothing opens yet."""
    factor = unit.take_factor(person_id)
    if factor and factor.confirmed:
        return _wait_for_second(unit, person_id)
    return open_session(unit, person_id, browser=browser, system=system)


def _wait_for_second(unit: FactorUnit, person_id: str) -> SignedIn:
    """Return a token that is good for the second step alone, for a few minutes."""
    token = unit.new_token()
    half = HalfWay(secret=kept_form(token), person_id=person_id, expires_at=unit.now + HALF_WAY)
    unit.keep_half_way(half)
    return SignedIn(token=token, person_id=person_id, expires_at=half.expires_at, second_step=True)


def knock_second(unit: FactorUnit, ask: SignInSecond) -> None:
    """Count one more try. Raises TooManyTries, NotSignedIn for a token that is not known any more."""
    count_code(unit, _half_way(unit, ask).person_id)


def admit_second(unit: FactorUnit, ask: SignInSecond) -> SignedIn:
    """Open the session. Raises InvalidRequest for a wrong code, NotSignedIn for a token that is not known any more."""
    half = _half_way(unit, ask)
    factor = unit.take_factor(half.person_id)
    if factor is not None:
        prove(unit, factor, ask.code)
    unit.drop_half_way(half.secret)
    return open_session(unit, half.person_id, browser=ask.browser, system=ask.system)


def _half_way(unit: FactorUnit, ask: SignInSecond) -> HalfWay:
    half = unit.half_way(kept_form(ask.token))
    if half is None:
        raise NotSignedIn("这一步等得太久了，请从账号和密码重新开始。")
    return half
