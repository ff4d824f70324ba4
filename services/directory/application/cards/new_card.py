"""A new card: a code, told once for the paper, and what is kept of it so that nobody can read it."""

from datetime import timedelta

from services.directory.application.cards.card import Addressee, KeptCard
from services.directory.application.cards.unit import CardUnit
from services.directory.domain.paper_code import normal, written

CARD_DAYS = 30
_LETTERS, _GROUP, _LAST = 16, 4, 4


def new_card(unit: CardUnit, one: Addressee, *, sheet_id: str, district_id: str) -> tuple[str, KeptCard]:
    """Return a code for somebody with a phone, and the card as it is to be kept."""
    code = written(unit.chance(_LETTERS), group=_GROUP)
    plain = normal(code)
    return code, KeptCard(
        person_id=one.person_id, sheet_id=sheet_id, district_id=district_id, code_index=unit.card_index(plain),
        proof=unit.card_proof(plain, one.phone[-_LAST:]), phone_index=unit.phone_index(one.phone),
        expires_at=unit.now + timedelta(days=CARD_DAYS),
    )
