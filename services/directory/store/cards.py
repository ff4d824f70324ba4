"""Cards: whom they may be printed for, and what is kept of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from services.directory.application.cards.card import Addressee, KeptCard
from services.directory.store.adults import Adults

_GUARDIANS = """
SELECT person.person_id, person.name, phone_sealed, array_agg(pupil.name ORDER BY seat_number) AS children,
  coalesce((array_agg(relation ORDER BY seat_number))[1], '') AS relation,
  EXISTS (SELECT FROM account WHERE account.person_id = person.person_id) AS has_account
FROM pupil JOIN guardianship USING (school_id, pupil_id) JOIN person ON person.person_id = guardian_id
WHERE class_id = :class_id AND (CAST(:pupil_id AS uuid) IS NULL OR pupil_id = CAST(:pupil_id AS uuid))
GROUP BY person.person_id, person.name, phone_sealed ORDER BY min(seat_number), min(place), person.person_id
"""
_COLLEAGUES = """
SELECT person_id, name, phone_sealed, CAST('{}' AS text[]) AS children, '' AS relation,
  EXISTS (SELECT FROM account WHERE account.person_id = person.person_id) AS has_account
FROM staff JOIN person USING (person_id) ORDER BY name, person_id
"""
_KEEP = """
INSERT INTO card (person_id, sheet_id, district_id, code_index, proof, phone_index, expires_at)
VALUES (:person_id, :sheet_id, :district_id, :code_index, :proof, :phone_index, :expires_at)
ON CONFLICT (person_id, sheet_id) DO UPDATE SET code_index = excluded.code_index, proof = excluded.proof,
  phone_index = excluded.phone_index, expires_at = excluded.expires_at, tries = 0, used = false
"""
_TRY = """
UPDATE card SET tries = tries + 1 WHERE code_index = :code_index AND expires_at > :now AND tries < :most
RETURNING person_id, sheet_id, district_id, code_index, proof, phone_index, expires_at, used
"""
_USE = """
UPDATE card SET used = true, expires_at = :until WHERE code_index = :code_index AND NOT used AND expires_at > :now
RETURNING 1
"""
_TAKEN = "SELECT 1 FROM account WHERE phone_index = :phone_index AND person_id <> :person_id"
_DROP = "DELETE FROM card WHERE person_id = :person_id AND code_index <> :code_index"
_ACCOUNT = """
INSERT INTO account (person_id, district_id, password_hash, phone_index)
VALUES (:person_id, :district_id, :password_hash, :phone_index)
ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, phone_index = excluded.phone_index
"""


class Cards(Adults):
    """What a school prints, and the accounts it opens."""

    def guardians_of_class(self, class_id: str) -> tuple[Addressee, ...]:
        """Return the guardians of a class of this school, in the order of their children's seats, each once."""
        return self._addressees(_GUARDIANS, class_id=class_id, pupil_id=None)

    def guardians_of_pupil(self, pupil_id: str, class_id: str) -> tuple[Addressee, ...]:
        """Return the guardians of a child of this class."""
        return self._addressees(_GUARDIANS, class_id=class_id, pupil_id=pupil_id)

    def colleagues(self) -> tuple[Addressee, ...]:
        """Return the staff of this school."""
        return self._addressees(_COLLEAGUES)

    def card_index(self, code: str) -> bytes:
        """Return what is kept of a card's code."""
        return self._vault.index(code, "card|code")

    def card_proof(self, code: str, last_four: str) -> bytes:
        """Return what is kept of the digits that belong to a code."""
        return self._vault.index(f"{code}|{last_four}", "card|proof")

    def keep_cards(self, cards: Sequence[KeptCard]) -> None:
        """Let these cards be good, in the place of those printed before on the same sheet."""
        for card in cards:
            self.run(_KEEP, **vars(card))

    def try_card(self, code_index: bytes, most: int) -> KeptCard | None:
        """Count one more try of a card and return it, if it is good and was not tried more often than `most`."""
        row = self.row(_TRY, code_index=code_index, most=most, now=self.now)
        return _card(row) if row else None

    def use_card(self, code_index: bytes, until: datetime) -> bool:
        """Let the card be used, and known until then; say whether it was not used before."""
        return self.row(_USE, code_index=code_index, until=until, now=self.now) is not None

    def drop_other_cards(self, card: KeptCard) -> None:
        """Let no other card of the card's person be good any more."""
        self.run(_DROP, person_id=card.person_id, code_index=card.code_index)

    def phone_is_anothers(self, card: KeptCard) -> bool:
        """Say whether somebody else signs in by the card's phone: in another district, one number may be another's."""
        return self.row(_TAKEN, phone_index=card.phone_index, person_id=card.person_id) is not None

    def keep_account(self, card: KeptCard, password_hash: str) -> None:
        """Let the card's person have an account with this password, and sign in by the card's phone."""
        self.run(
            _ACCOUNT, person_id=card.person_id, district_id=card.district_id, password_hash=password_hash,
            phone_index=card.phone_index,
        )

    def _addressees(self, question: str, **values: Any) -> tuple[Addressee, ...]:
        return tuple(self.addressee(row) for row in self.rows(question, **values))


def _card(row: Row[Any]) -> KeptCard:
    return KeptCard(
        person_id=row.person_id, sheet_id=row.sheet_id, district_id=row.district_id,
        code_index=bytes(row.code_index), proof=bytes(row.proof), phone_index=bytes(row.phone_index),
        expires_at=row.expires_at, used=row.used,
    )
