"""Sessions: begun, known again by the hash of their token, ended by one statement."""

import secrets

from plumbing.unit import Unit
from services.directory.application.account import OpenSession

_TOKEN_BYTES = 32
_KEEP = """
INSERT INTO session (session_id, secret, person_id, expires_at) VALUES (:session_id, :secret, :person_id, :expires_at)
"""
_READ = """
SELECT session_id, person_id, secret, expires_at FROM session
WHERE secret = :secret AND ended_at IS NULL AND expires_at > :now
"""
_END = """
UPDATE session SET ended_at = :now WHERE secret = :secret AND ended_at IS NULL AND expires_at > :now
RETURNING session_id
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
        if row is None:
            return None
        return OpenSession(
            session_id=row.session_id, person_id=row.person_id, secret=bytes(row.secret), expires_at=row.expires_at
        )

    def end_session(self, secret: bytes) -> str | None:
        """End the session of a secret; return its id, or nothing if none was open."""
        row = self.row(_END, secret=secret, now=self.now)
        return str(row.session_id) if row else None
