"""Sessions: begun, known again by the hash of their token, ended by one statement."""

import secrets
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row

from contracts.directory.device import Browser, System
from contracts.directory.signing_out import SignedOutByOffice, SignOutReason
from plumbing.unit import Unit
from services.directory.application.signing_in.account import OpenSession

_TOKEN_BYTES = 32
_KEEP = """
INSERT INTO session (session_id, secret, person_id, browser, system, created_at, seen_at, expires_at)
VALUES (:session_id, :secret, :person_id, :browser, :system, :began_at, :seen_at, :expires_at)
"""
_READ = """
SELECT session_id, person_id, secret, browser, system, created_at, seen_at, expires_at FROM session
WHERE secret = :secret AND ended_at IS NULL AND expires_at > :now
"""
_OF_PERSON = """
SELECT session_id, person_id, secret, browser, system, created_at, seen_at, expires_at FROM session
WHERE person_id = :person_id AND ended_at IS NULL AND expires_at > :now ORDER BY seen_at DESC, session_id DESC
"""
_SEE = "UPDATE session SET seen_at = :now WHERE session_id = :session_id"
_END = """
UPDATE session SET ended_at = :now WHERE secret = :secret AND ended_at IS NULL AND expires_at > :now
RETURNING session_id
"""
_END_OF_PERSON = """
UPDATE session SET ended_at = :now, ended_for = :reason
WHERE person_id = :person_id AND session_id = ANY (CAST(:session_ids AS uuid[])) AND ended_at IS NULL
  AND expires_at > :now
RETURNING session_id
"""
_SIGNED_OUT = """
SELECT ended_at, ended_for, count(*) AS devices FROM session WHERE person_id = :person_id AND ended_for IS NOT NULL
GROUP BY ended_at, ended_for ORDER BY ended_at DESC LIMIT 1
"""


class Sessions(Unit):
    """Who is signed in."""

    def new_token(self) -> str:
        """Return a secret of 256 bits that nobody can guess."""
        return secrets.token_urlsafe(_TOKEN_BYTES)

    def keep_session(self, session: OpenSession) -> None:
        """Let the session begin."""
        self.run(_KEEP, **vars(session))

    def session(self, secret: bytes) -> OpenSession | None:
        """Return the session of a secret, if it is open now."""
        row = self.row(_READ, secret=secret, now=self.now)
        return _open(row) if row else None

    def see_session(self, session_id: str) -> None:
        """Note that the session is used now."""
        self.run(_SEE, session_id=session_id, now=self.now)

    def sessions_of(self, person_id: str) -> tuple[OpenSession, ...]:
        """Return a person's open sessions, the one used last first."""
        return tuple(_open(row) for row in self.rows(_OF_PERSON, person_id=person_id, now=self.now))

    def end_session(self, secret: bytes) -> str | None:
        """End the session of a secret; return its id, or nothing if none was open."""
        row = self.row(_END, secret=secret, now=self.now)
        return str(row.session_id) if row else None

    def end_sessions(
        self, person_id: str, session_ids: Collection[str], reason: SignOutReason | None
    ) -> Collection[str]:
        """End these sessions as far as they are this person's and open, for an office's reason; return their ids."""
        ids = list(session_ids)
        ended = self.rows(_END_OF_PERSON, person_id=person_id, session_ids=ids, reason=reason, now=self.now)
        return {str(row.session_id) for row in ended}

    def signed_out_by_office(self, person_id: str) -> SignedOutByOffice | None:
        """Return when and why an office last signed a person out, while those sessions are remembered."""
        row = self.row(_SIGNED_OUT, person_id=person_id)
        if row is None:
            return None
        return SignedOutByOffice(at=row.ended_at, reason=SignOutReason(row.ended_for), devices=row.devices)


def _open(row: Row[Any]) -> OpenSession:
    return OpenSession(
        session_id=row.session_id, person_id=row.person_id, secret=bytes(row.secret), browser=Browser(row.browser),
        system=System(row.system), began_at=row.created_at, seen_at=row.seen_at, expires_at=row.expires_at,
    )
