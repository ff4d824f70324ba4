"""Own sessions: where a person is signed in, and how they end what should not be open."""

from datetime import datetime

from contracts.actor import SIGNED_IN
from contracts.call import Call
from contracts.directory.device import Browser, System
from contracts.directory.signing_out import SignedOutByOffice
from contracts.fields import Id
from contracts.message import Message, of


class ListSessions(Message):
    """Ask for the asker's own open sessions."""


class OwnSession(Message):
    """One open session: on what, since when, and when it was last used, to the hour."""

    session_id: str = of(Id())
    browser: Browser
    system: System
    began_at: datetime
    seen_at: datetime
    expires_at: datetime


class OwnSessions(Message):
    """Every open session of the asker, the one used last first; and whether an office has ended some of late."""

    sessions: tuple[OwnSession, ...]
    signed_out: SignedOutByOffice | None = None


class EndSession(Message):
    """End one of the asker's own sessions; one that is not open any more, or not theirs, is fine too."""

    session_id: str = of(Id())


class EndOtherSessions(Message):
    """End every session of the asker but this one."""

    session_id: str = of(Id())


class Ended(Message):
    """How many sessions this has ended."""

    ended: int


OWN_SESSIONS = Call(
    service="directory", method="own_sessions", ask=ListSessions, answer=OwnSessions, allow=SIGNED_IN
)
END_SESSION = Call(service="directory", method="end_session", ask=EndSession, answer=Ended, allow=SIGNED_IN)
END_OTHER_SESSIONS = Call(
    service="directory", method="end_other_sessions", ask=EndOtherSessions, answer=Ended, allow=SIGNED_IN
)
