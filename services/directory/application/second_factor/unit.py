"""FactorUnit: what one transaction of directory can reach of second factors."""

from typing import Protocol

from services.directory.application.second_factor.factor import Factor, HalfWay
from services.directory.application.unit import Unit


class FactorUnit(Unit, Protocol):
    """One open transaction that may ask for a code."""

    def chance(self, count: int) -> bytes:
        """Return so many bytes that nobody can guess."""

    def new_phone_secret(self) -> str:
        """Return a secret for a phone's authenticator, in base32."""

    def phone_step(self) -> int:
        """Return the number of the thirty seconds that phones are in."""

    def phone_code(self, secret: str, step: int) -> str:
        """Return the six digits that a phone with this secret shows in that step."""

    def recovery_index(self, code: str) -> bytes:
        """Return what is kept of a recovery code."""

    def asks_for_factor(self, person_id: str) -> bool:
        """Say whether a school where the person has a post asks for a second factor, now or from a day to come."""

    def take_factor(self, person_id: str) -> Factor | None:
        """Return a person's second factor and hold it: nobody else uses a code of it before the end."""

    def keep_factor(self, factor: Factor) -> None:
        """Let a second factor be begun."""

    def confirm_factor(self, person_id: str) -> None:
        """Let it be asked for."""

    def use_step(self, person_id: str, step: int) -> None:
        """Let no code of this step or an earlier one be good any more."""

    def keep_recovery(self, person_id: str, recovery: frozenset[bytes]) -> None:
        """Let these recovery codes be good, and no others."""

    def drop_factor(self, person_id: str) -> None:
        """Let nothing be asked for any more."""

    def keep_half_way(self, half: HalfWay) -> None:
        """Let a sign-in wait for its second step."""

    def half_way(self, secret: bytes) -> HalfWay | None:
        """Return the sign-in that waits, if it still does, and hold it."""

    def drop_half_way(self, secret: bytes) -> None:
        """Let it wait no longer: it was completed."""
