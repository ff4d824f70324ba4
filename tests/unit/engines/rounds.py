"""Rounds: small ones written by hand, and any that hypothesis can think of."""

import types
import unicodedata
from pathlib import Path

from hypothesis import strategies as st

from engines.draw import Club, Round, Ticket

SOURCE = "中国福利彩票双色球 2026 年 9 月 8 日开奖，红球从小到大，加号后是蓝球"
FORM, VALUE = "00 00 00 00 00 00 + 00", "03 07 12 18 25 31 + 09"
VERIFIER = Path(__file__).parents[3] / "bin" / "qingfu-draw"


def club(name, places, *slots):
    return Club(id=name, title=f"{name}社", places=places, slots=frozenset(slots))


def a_round(clubs, tickets, **said):
    """A round of these clubs and {ticket: its choices, as words}."""
    made = [Ticket(id=name, choices=tuple(choices.split())) for name, choices in tickets.items()]
    usual = {"name": "第一轮", "source": SOURCE, "form": FORM}
    return Round(clubs=tuple(clubs), tickets=tuple(made), **{**usual, **said})


def verifier():
    """The verifier as a module; it stands in a file without an ending, and leaves nothing compiled beside it."""
    module = types.ModuleType("qingfu_draw")
    exec(compile(VERIFIER.read_text(encoding="utf-8"), str(VERIFIER), "exec"), module.__dict__)
    return module


names = st.text("签甲乙丙é𠮷 :/-#0aZ", min_size=1, max_size=6).filter(
    lambda text: text == text.strip() and unicodedata.is_normalized("NFC", text)
)
slots = st.frozensets(st.sampled_from(["1@after_school", "2@after_school", "周三 第二节"]), max_size=2)
mosts = st.integers(1, 3)
values = st.integers(0, 999_999).map("{:06}".format)


@st.composite
def rounds(draw, most=mosts):
    """Any small round; its value has six digits."""
    keys = draw(st.lists(names, min_size=1, max_size=5, unique=True))
    clubs = [Club(id=key, title=draw(names), places=draw(st.integers(0, 3)), slots=draw(slots)) for key in keys]
    ranked = st.lists(st.sampled_from(keys), min_size=1, max_size=5, unique=True).map(tuple)
    tickets = draw(st.dictionaries(names, ranked, min_size=1, max_size=12))
    return Round(
        name=draw(names), source=draw(names), form="000000", clubs=tuple(clubs), most_per_ticket=draw(most),
        tickets=tuple(Ticket(id=key, choices=choices) for key, choices in tickets.items()),
    )  # fmt: skip
