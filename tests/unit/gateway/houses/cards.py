"""directory's cards in memory: every code is good until it is used, and then for who used it alone."""

from contracts.actor import OFFICE, Actor
from contracts.directory import card as of
from contracts.errors import NotFound, WrongSignIn
from tests.unit.gateway.houses import people as who

LAST_FOUR, WRONG = "1234", "激活码或手机号后四位不对，或者这张卡已经用过、过期。"


class Cards:
    """By code: whose it is."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.used: dict[tuple[str, str], str] = {}

    def print_cards(self, ask: of.PrintCards, actor: Actor) -> of.Cards:
        if not (actor.roles() & OFFICE or actor.heads(ask.class_id)):
            raise NotFound
        chosen = [i for i, (_, c) in who.PUPILS.items() if c == ask.class_id and ask.pupil_id in (None, i)]
        cards = tuple(self._card(guardian, who.PUPILS[i][0]) for i in chosen for guardian in who.GUARDIANS[i])
        return of.Cards(cards=cards, without_phone=("张三丰",), days=30)

    def print_staff_cards(self, _: of.PrintStaffCards, __: Actor) -> of.Cards:
        return of.Cards(cards=(self._card(who.ZHAO),), without_phone=(), days=30)

    def owner(self, ask: of.Activate) -> str:
        """Return whose card this is. Raises WrongSignIn."""
        pressed = (ask.code, ask.password)
        if ask.last_four != LAST_FOUR or (ask.code not in self.codes and pressed not in self.used):
            raise WrongSignIn(WRONG)
        if ask.code in self.codes:
            self.used[pressed] = self.codes.pop(ask.code)
        return self.used[pressed]

    def _card(self, person_id: str, *children: str) -> of.Card:
        code = f"KX4P-9TRW-7HM2-{len(self.codes):04d}"
        self.codes[code] = person_id
        return of.Card(
            person_id=person_id, name=who.PEOPLE[person_id], relation="mother", children=children, code=code
        )
