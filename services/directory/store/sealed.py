"""Sealed: numbers of people as they are kept: nobody reads them in the database, and still each can be found."""

from typing import Any

from plumbing.sealing import Vault
from plumbing.unit import Unit

_PHONE, _NUMBER = "person|phone", "pupil|number"


class Sealed(Unit):
    """A transaction that has the house's keys. What it seals is bound to its row."""

    def __init__(self, *given: Any, vault: Vault, **more: Any):
        super().__init__(*given, **more)
        self._vault = vault

    def sealed_phone(self, person_id: str, phone: str) -> dict[str, str | None]:
        """Return the two columns of a person's phone, in hexadecimal; nothing in them where there is none."""
        return self._sealed("phone", phone, _PHONE, f"{_PHONE}|{self.scope.district_id}|{person_id}")

    def sealed_number(self, pupil_id: str, number: str | None) -> dict[str, str | None]:
        """Return the two columns of a pupil's student number, in hexadecimal; nothing in them where there is none."""
        return self._sealed("number", number or "", _NUMBER, f"{_NUMBER}|{self.scope.school_id}|{pupil_id}")

    def phone_index(self, phone: str) -> bytes:
        """Return what stands for a phone in the index."""
        return self._vault.index(phone, _PHONE)

    def number_index(self, number: str) -> bytes:
        """Return what stands for a student number in the index."""
        return self._vault.index(number, _NUMBER)

    def opened_phone(self, person_id: str, sealed: bytes) -> str:
        """Return a person's phone. Raises CannotBeOpened."""
        return self._vault.open(sealed, f"{_PHONE}|{self.scope.district_id}|{person_id}")

    def _sealed(self, name: str, value: str, column: str, place: str) -> dict[str, str | None]:
        if not value:
            return {f"{name}_sealed": None, f"{name}_index": None}
        sealed, index = self._vault.seal(value, place).hex(), self._vault.index(value, column).hex()
        return {f"{name}_sealed": sealed, f"{name}_index": index}
