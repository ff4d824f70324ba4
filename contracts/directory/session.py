"""Sign-in and sessions: an opaque token outside, a stored hash inside, ended at once when ended."""

from datetime import date, datetime

from contracts.actor import EVERYONE, Actor
from contracts.call import Call
from contracts.directory.device import Browser, System
from contracts.directory.school import School
from contracts.directory.second_factor import WithCode
from contracts.event import Event
from contracts.fields import Id, Text
from contracts.message import Message, of


class SignIn(Message):
    """A person asks to come in. `client` is the address they come from, for throttling only; the rest is the device."""

    login: str = of(Text(shortest=1, longest=64, metadata={"label": "账号", "hint": "手机号，或者学校给您的账号"}))
    password: str = of(Text(shortest=1, longest=128, metadata={"label": "密码", "widget": "password"}))
    client: str = of(Text(longest=64), default="")
    browser: Browser = Browser.OTHER
    system: System = System.OTHER


class SignedIn(Message):
    """A session has begun; `token` is the only copy of the secret.

    With `second_step` nothing has begun yet: the token is good for SIGN_IN_SECOND alone, until `expires_at`.
    """

    token: str
    person_id: str = of(Id())
    expires_at: datetime
    second_step: bool = False


class SignInSecond(WithCode):
    """The second step, for who has a second factor: the token of the first, and a code."""

    token: str = of(Text(shortest=1, longest=128))
    browser: Browser = Browser.OTHER
    system: System = System.OTHER


class ReadSession(Message):
    """Ask whose session this is."""

    token: str = of(Text(shortest=1, longest=128))


class Session(Message):
    """An open session: the person, their own name, one actor for each school they belong to, and those schools.

    From the day `second_factor_from` on the person can do nothing but set up a second factor; absent where they have
    one, or none is asked of them.
    """

    session_id: str = of(Id())
    person_id: str = of(Id())
    name: str
    actors: tuple[Actor, ...]
    schools: tuple[School, ...] = ()
    expires_at: datetime
    second_factor_from: date | None = None


class SignOut(Message):
    """End the session that this token opened; an unknown token is fine too."""

    token: str = of(Text(shortest=1, longest=128))


class SignedOut(Message):
    """No session is open under that token."""


class SessionEnded(Event):
    """A session must no longer be believed: signed out, or revoked."""

    type = "directory.session_ended.v1"
    about = "session_id"

    session_id: str = of(Id())


SIGN_IN = Call(service="directory", method="sign_in", ask=SignIn, answer=SignedIn, allow=EVERYONE)
SIGN_IN_SECOND = Call(
    service="directory", method="sign_in_second", ask=SignInSecond, answer=SignedIn, allow=EVERYONE
)
SESSION = Call(service="directory", method="session", ask=ReadSession, answer=Session, allow=EVERYONE)
SIGN_OUT = Call(service="directory", method="sign_out", ask=SignOut, answer=SignedOut, allow=EVERYONE)
