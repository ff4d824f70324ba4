"""Factors: second factors of sign-in, their secrets sealed; and the sign-ins that wait for one."""

import base64
import secrets

from contracts.actor import STAFF
from plumbing import one_time
from services.directory.application.second_factor.factor import Factor, HalfWay
from services.directory.store.sealed import Sealed

_SECRET, _RECOVERY = "second_factor|secret", "second_factor|recovery"
_ASKED = """
SELECT 1 FROM grants_of(:person_id) AS held JOIN school USING (school_id)
WHERE second_factor_from IS NOT NULL AND held.role = ANY (:staff) LIMIT 1
"""
_TAKE = """
SELECT person_id, secret_sealed, confirmed, used_step, recovery FROM second_factor WHERE person_id = :person_id
FOR UPDATE
"""
_KEEP = "INSERT INTO second_factor (person_id, secret_sealed) VALUES (:person_id, :sealed) ON CONFLICT DO NOTHING"
_CONFIRM = "UPDATE second_factor SET confirmed = true WHERE person_id = :person_id"
_USE = "UPDATE second_factor SET used_step = :step WHERE person_id = :person_id"
_RECOVER = "UPDATE second_factor SET recovery = :recovery WHERE person_id = :person_id"
_DROP = "DELETE FROM second_factor WHERE person_id = :person_id"
_WAIT = "INSERT INTO half_way (secret, person_id, expires_at) VALUES (:secret, :person_id, :expires_at)"
_WAITING = "SELECT secret, person_id, expires_at FROM half_way WHERE secret = :secret AND expires_at > :now FOR UPDATE"
_GO_ON = "DELETE FROM half_way WHERE secret = :secret"


class Factors(Sealed):
    """Who is asked for a code, and what proves it."""

    def chance(self, count: int) -> bytes:
        """Return so many bytes that nobody can guess."""
        return secrets.token_bytes(count)

    def new_phone_secret(self) -> str:
        """Return a secret for a phone's authenticator, in base32."""
        return base64.b32encode(secrets.token_bytes(one_time.SECRET_BYTES)).decode()

    def phone_step(self) -> int:
        """Return the number of the thirty seconds that phones are in."""
        return one_time.present_step()

    def phone_code(self, secret: str, step: int) -> str:
        """Return the six digits that a phone with this secret shows in that step."""
        return one_time.code_of(secret, step)

    def recovery_index(self, code: str) -> bytes:
        """Return what is kept of a recovery code."""
        return self._vault.index(code, _RECOVERY)

    def asks_for_factor(self, person_id: str) -> bool:
        """Say whether a school where the person has a post asks for a second factor, now or from a day to come."""
        return self.row(_ASKED, person_id=person_id, staff=sorted(STAFF)) is not None

    def take_factor(self, person_id: str) -> Factor | None:
        """Return a person's second factor and hold it: nobody else uses a code of it before the end."""
        row = self.row(_TAKE, person_id=person_id)
        if row is None:
            return None
        return Factor(
            person_id=row.person_id, secret=self._vault.open(bytes(row.secret_sealed), _place(person_id)),
            confirmed=row.confirmed, used_step=row.used_step, recovery=frozenset(bytes(one) for one in row.recovery),
        )

    def keep_factor(self, factor: Factor) -> None:
        """Let a second factor be begun."""
        sealed = self._vault.seal(factor.secret, _place(factor.person_id))
        self.run(_KEEP, person_id=factor.person_id, sealed=sealed)

    def confirm_factor(self, person_id: str) -> None:
        """Let it be asked for."""
        self.run(_CONFIRM, person_id=person_id)

    def use_step(self, person_id: str, step: int) -> None:
        """Let no code of this step or an earlier one be good any more."""
        self.run(_USE, person_id=person_id, step=step)

    def keep_recovery(self, person_id: str, recovery: frozenset[bytes]) -> None:
        """Let these recovery codes be good, and no others."""
        self.run(_RECOVER, person_id=person_id, recovery=sorted(recovery))

    def drop_factor(self, person_id: str) -> None:
        """Let nothing be asked for any more."""
        self.run(_DROP, person_id=person_id)

    def keep_half_way(self, half: HalfWay) -> None:
        """Let a sign-in wait for its second step."""
        self.run(_WAIT, **vars(half))

    def half_way(self, secret: bytes) -> HalfWay | None:
        """Return the sign-in that waits, if it still does, and hold it."""
        row = self.row(_WAITING, secret=secret, now=self.now)
        return HalfWay(secret=secret, person_id=row.person_id, expires_at=row.expires_at) if row else None

    def drop_half_way(self, secret: bytes) -> None:
        """Let it wait no longer: it was completed."""
        self.run(_GO_ON, secret=secret)


def _place(person_id: str) -> str:
    return f"{_SECRET}|{person_id}"
