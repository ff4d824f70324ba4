"""Signing in and out, and the sessions that come of it."""

from typing import Any

from contracts.directory.card import ACTIVATE, Activate
from contracts.directory.own_sessions import (
    END_OTHER_SESSIONS,
    END_SESSION,
    OWN_SESSIONS,
    Ended,
    EndOtherSessions,
    EndSession,
    ListSessions,
    OwnSessions,
)
from contracts.directory.session import (
    SESSION,
    SIGN_IN,
    SIGN_IN_SECOND,
    SIGN_OUT,
    ReadSession,
    Session,
    SignedIn,
    SignedOut,
    SignIn,
    SignInSecond,
    SignOut,
)
from contracts.directory.signing_out import SIGN_OUT_PERSON, SignOutPerson
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory import wiring
from services.directory.application.signing_in.own_sessions import end_other_sessions, end_session, list_sessions
from services.directory.application.signing_in.session import read_session, sign_out
from services.directory.application.signing_in.signing_out import sign_out_person
from services.directory.door.own_house import OwnHouse


class SigningIn(OwnHouse):
    """Signing in and out, and the sessions that come of it."""

    @answers(SIGN_IN)
    def sign_in(self, ask: SignIn, caller: Caller) -> SignedIn:
        """Let a person in."""
        return wiring.sign_in(self.house, ask, caller)

    @answers(SIGN_IN_SECOND)
    def sign_in_second(self, ask: SignInSecond, caller: Caller) -> SignedIn:
        """Let a person in by a code, after their password."""
        return wiring.sign_in_second(self.house, ask, caller)

    @answers(ACTIVATE)
    def activate(self, ask: Activate, caller: Caller) -> SignedIn:
        """Let a person in by their card."""
        return wiring.activate(self.house, ask, caller)

    @answers(SESSION)
    def session(self, ask: ReadSession, caller: Caller) -> Session:
        """Say whose session it is."""
        return self.house.change(read_session, ask, caller)

    @answers(SIGN_OUT)
    def sign_out(self, ask: SignOut, caller: Caller) -> SignedOut:
        """End a session."""
        return self.house.change(sign_out, ask, caller)

    @answers(OWN_SESSIONS)
    def own_sessions(self, ask: ListSessions, caller: Caller) -> OwnSessions:
        """List where the asker is signed in."""
        return self.house.query(list_sessions, ask, caller)

    @answers(END_SESSION)
    def end_session(self, ask: EndSession, caller: Caller) -> Ended:
        """End one of the asker's sessions."""
        return self.house.change(end_session, ask, caller)

    @answers(END_OTHER_SESSIONS)
    def end_other_sessions(self, ask: EndOtherSessions, caller: Caller) -> Ended:
        """End all of the asker's sessions but one."""
        return self.house.change(end_other_sessions, ask, caller)

    @answers(SIGN_OUT_PERSON)
    def sign_out_person(self, ask: SignOutPerson, caller: Caller) -> dict[str, Any]:
        """Sign somebody of the school out everywhere."""
        return self.house.command(sign_out_person, ask, caller)
