"""CardUnit: what one transaction of directory can reach of cards and the accounts they open."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from services.directory.application.cards.card import Addressee, KeptCard
from services.directory.application.second_factor.unit import FactorUnit
from services.directory.application.signing_in.account import Account


class CardUnit(FactorUnit, Protocol):
    """One open transaction that may print cards, or take one."""

    def guardians_of_class(self, class_id: str) -> tuple[Addressee, ...]:
        """Return the guardians of a class of this school, in the order of their children's seats, each once."""

    def guardians_of_pupil(self, pupil_id: str, class_id: str) -> tuple[Addressee, ...]:
        """Return the guardians of a child of this class."""

    def colleagues(self) -> tuple[Addressee, ...]:
        """Return the staff of this school."""

    def card_index(self, code: str) -> bytes:
        """Return what is kept of a card's code."""

    def card_proof(self, code: str, last_four: str) -> bytes:
        """Return what is kept of the digits that belong to a code."""

    def phone_index(self, phone: str) -> bytes:
        """Return what stands for a phone in the index."""

    def keep_cards(self, cards: Sequence[KeptCard]) -> None:
        """Let these cards be good, in the place of those printed before on the same sheet."""

    def try_card(self, code_index: bytes, most: int) -> KeptCard | None:
        """Count one more try of a card and return it, if it is good and was not tried more often than `most`."""

    def use_card(self, code_index: bytes, until: datetime) -> bool:
        """Let the card be used, and known until then; say whether it was not used before."""

    def drop_other_cards(self, card: KeptCard) -> None:
        """Let no other card of the card's person be good any more."""

    def drop_links(self, person_id: str) -> None:
        """Let no link lead into this person's account any more."""

    def own_account(self, person_id: str) -> Account | None:
        """Return the account of a person."""

    def phone_is_anothers(self, card: KeptCard) -> bool:
        """Say whether somebody else signs in by the card's phone: in another district, one number may be another's."""

    def keep_account(self, card: KeptCard, password_hash: str) -> None:
        """Let the card's person have an account with this password, and sign in by the card's phone."""
