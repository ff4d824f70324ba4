"""Numbers: what a person is reached and signs in by, and what they ask for in its place."""

from typing import Any

from sqlalchemy import Row

from services.directory.application.guardians.number_unit import AskedNumber
from services.directory.store.sealed import Sealed

_TAKEN = "SELECT 1 FROM account WHERE phone_index = :phone_index AND person_id <> :person_id"
_PERSON = """
UPDATE person SET phone_sealed = decode(:phone_sealed, 'hex'), phone_index = decode(:phone_index, 'hex')
WHERE person_id = :person_id
"""
_SIGN_IN = """
UPDATE account SET phone_index = decode(:phone_index, 'hex') WHERE person_id = :person_id AND phone_index IS NOT NULL
"""
_VOID = "DELETE FROM card WHERE person_id = :person_id"
_ASK = """
INSERT INTO number_request (person_id, request_id, phone_sealed, asked_at, expires_at)
VALUES (:person_id, :request_id, decode(:phone_sealed, 'hex'), :asked_at, :expires_at)
ON CONFLICT (district_id, person_id) DO UPDATE SET request_id = excluded.request_id,
  phone_sealed = excluded.phone_sealed, asked_at = excluded.asked_at, expires_at = excluded.expires_at
"""
_ASKED = """
SELECT request_id, person_id, phone_sealed, asked_at, expires_at FROM number_request
WHERE expires_at > :now AND EXISTS (SELECT FROM guardianship WHERE guardian_id = person_id) ORDER BY asked_at, person_id
"""
_TAKE = """
DELETE FROM number_request WHERE request_id = :request_id AND expires_at > :now
RETURNING request_id, person_id, phone_sealed, asked_at, expires_at
"""


class Numbers(Sealed):
    """Numbers of guardians."""

    def number_opens_anothers(self, person_id: str, phone: str) -> bool:
        """Say whether somebody else signs in by this number, in whatever district."""
        return self.row(_TAKEN, phone_index=self.phone_index(phone), person_id=person_id) is not None

    def keep_number(self, person_id: str, phone: str) -> None:
        """Let this be the person's number, and what they sign in by; cards that go by another are void."""
        sealed = self.sealed_phone(person_id, phone)
        self.run(_PERSON, person_id=person_id, **sealed)
        self.run(_SIGN_IN, person_id=person_id, phone_index=sealed["phone_index"])
        self.run(_VOID, person_id=person_id)

    def keep_asked_number(self, asked: AskedNumber) -> None:
        """Let a number be asked for, in the place of what the person asked before."""
        sealed = self.sealed_phone(asked.person_id, asked.phone)["phone_sealed"]
        self.run(_ASK, **{**vars(asked), "phone_sealed": sealed})

    def asked_numbers(self) -> tuple[AskedNumber, ...]:
        """Return what guardians of this school's pupils ask for, the oldest first."""
        return tuple(self._asked(row) for row in self.rows(_ASKED, now=self.now))

    def take_asked_number(self, request_id: str) -> AskedNumber | None:
        """Return one of these and let it wait no longer."""
        row = self.row(_TAKE, request_id=request_id, now=self.now)
        return self._asked(row) if row else None

    def _asked(self, row: Row[Any]) -> AskedNumber:
        return AskedNumber(
            request_id=row.request_id, person_id=row.person_id, asked_at=row.asked_at, expires_at=row.expires_at,
            phone=self.opened_phone(row.person_id, bytes(row.phone_sealed)),
        )
