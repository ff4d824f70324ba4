"""Way: what a browser remembers between setting out to a provider and coming back, in its own signed cookie."""

import secrets
from dataclasses import asdict, dataclass
from datetime import timedelta
from hmac import compare_digest

from flask import session

from gateway.outside.not_confirmed import NotConfirmed
from plumbing import clock

LIFE = timedelta(minutes=10)
_NAME = "outside"


@dataclass(frozen=True, kw_only=True)
class Way:
    """To which app, for whose link (nobody's: to sign in), and where the person was going; `proof` is first the state,
    then, once the provider has confirmed somebody, the testimony.
    """

    app: str
    person_id: str | None
    onward: str
    proof: str
    until: float
    confirmed: bool = False


def set_out(app: str, person_id: str | None, onward: str) -> str:
    """Remember a new way, in the place of any other; return its state: letters and digits, as WeCom wants it."""
    state = secrets.token_hex(32)
    _remember(Way(
        app=app, person_id=person_id, onward=onward, proof=state, until=(clock.now() + LIFE).timestamp()
    ))
    return state


def come_back(app: str, state: str) -> Way:
    """Return the way that ends with this state, and forget it: it is walked once. Raises NotConfirmed."""
    way = _remembered()
    if way is None or way.confirmed or way.app != app or not compare_digest(way.proof.encode(), state.encode()):
        raise NotConfirmed
    session.pop(_NAME)
    return way


def confirmed(way: Way, testimony: str) -> None:
    """Remember what the provider has confirmed, until the person says that they mean it."""
    _remember(Way(**{**asdict(way), "proof": testimony, "confirmed": True}))


def waiting(app: str, *, for_link: bool) -> Way | None:
    """Return the way on which the provider has confirmed somebody, None where there is none of this kind."""
    way = _remembered()
    return way if way and way.confirmed and way.app == app and bool(way.person_id) == for_link else None


def forget() -> None:
    """Remember no way."""
    session.pop(_NAME, None)


def _remember(way: Way) -> None:
    session[_NAME] = asdict(way)


def _remembered() -> Way | None:
    kept = session.get(_NAME)
    way = Way(**kept) if kept else None
    return way if way and way.until > clock.now().timestamp() else None
