"""Activation: a card, the digits that only its owner's school and its owner know, and a password of their own."""

import unicodedata
from datetime import timedelta
from hmac import compare_digest

from contracts.directory.card import Activate
from contracts.directory.session import SignedIn
from contracts.errors import Conflict
from services.directory.application.cards.card import KeptCard
from services.directory.application.cards.unit import CardUnit
from services.directory.application.second_factor.second_step import let_in
from services.directory.application.signing_in.ending import end_every_session
from services.directory.application.signing_in.throttle import heard
from services.directory.domain.network import network_of
from services.directory.domain.paper_code import normal
from services.directory.domain.patience import FROM_ONE_NETWORK

MOST_TRIES = 5
SECOND_PRESS = timedelta(minutes=10)
"""How long a used card still knows its owner: a form is sent twice, or its answer is lost on the way."""
WRONG = "激活码或手机号后四位不对，或者这张卡已经用过、过期。请检查后再试；一张卡试五次不对就要请学校重新打印。"


def try_card(unit: CardUnit, ask: Activate) -> KeptCard | None:
    """Count one more try; return the card if it is good and the digits belong to it, nothing for whatever is wrong.

    A card that was used a moment ago is returned too: it opens nothing any more but to the password that it was used
    with. Raises TooManyTries for a network that tries too much.
    """
    heard(unit, {f"cards from {network_of(ask.client)}": FROM_ONE_NETWORK})
    code, digits = normal(ask.code), unicodedata.normalize("NFKC", ask.last_four).strip()
    card = unit.try_card(unit.card_index(code), MOST_TRIES)
    return card if card and compare_digest(card.proof, unit.card_proof(code, digits)) else None


def activate(unit: CardUnit, ask: Activate, card: KeptCard, password_hash: str) -> SignedIn | None:
    """Let the card's person in with a password of their own; their cards, open sessions and links are over.

    Return nothing when the card was used in the meantime. Raises Conflict when the phone opens somebody else's account.
    """
    if not unit.use_card(card.code_index, unit.now + SECOND_PRESS):
        return None
    if unit.phone_is_anothers(card):
        raise Conflict("这个手机号在别的区县已经有账号。请联系学校办公室，登记另一个号码再打印一张卡。")
    unit.drop_other_cards(card)
    unit.drop_links(card.person_id)
    unit.keep_account(card, password_hash)
    end_every_session(unit, card.person_id)
    return let_in(unit, card.person_id, browser=ask.browser, system=ask.system)

