"""What an academic office does: rosters handed in, cards printed, and how whoever gets a card comes in."""

import re
from dataclasses import dataclass

from ops.running import wait_for
from tests.journeys.phone import PATIENCE_SECONDS

CHOSEN = "tang ren jie 87 hao"
"""The password that everybody of these stories chooses."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """A card of paper: whose it is, of which children, and its code."""

    name: str
    children: tuple[str, ...]
    code: str


def hand_in(office, content, *, named="插班生.xlsx", of="学生名册"):
    """A file was chosen and sent; the page of its check is there."""
    office.open("/school/rosters")
    office.choose(of)
    office.page.set_input_files("#f-file", {"name": named, "mimeType": "", "buffer": content})
    office.press("检查这份名册")


def comes_to_stand_there(office, words):
    """Wait on the same page; a browser without scripts is told to look again by the page itself."""
    wait_for(lambda: words in office.words, PATIENCE_SECONDS)
    office.sees(words)


def take_in(office):
    """What was checked is taken in; return how many people came or changed by it."""
    comes_to_stand_there(office, "检查结果")
    (button,) = (words for words in office.buttons() if words.startswith("导入"))
    office.press(button)
    comes_to_stand_there(office, "导入完成")
    return int(re.search(r"\d+", button)[0])


def cards_on(page_of_cards):
    """Return the cards on the page that is to be printed."""
    return [_card(each) for each in page_of_cards.page.locator(".q-voucher").all()]


def activate(phone, card, last_four):
    """Whoever has the card photographed its square, and chose a password."""
    phone.open(f"/activate#{card.code}")
    if not phone.scripts:
        phone.write("激活码", card.code)
    phone.write("手机号后四位", last_four)
    phone.write("设一个密码", CHOSEN)
    phone.press("激活")
    phone.sees("账号已经激活，以后用手机号和刚设的密码登录")


def _card(voucher):
    who = voucher.locator(".q-voucher__who").inner_text()
    name, _, of = who.partition("（")
    children = of.rpartition("的")[0]
    return Card(
        name=name.strip(), children=tuple(children.split("、")) if children else (),
        code=voucher.locator(".q-voucher__code").inner_text(),
    )
