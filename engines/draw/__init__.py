"""Draw: places given out by ranked choices and a public value, so that anyone can do it again; pure."""

from engines.draw.answer import Answer, Why
from engines.draw.club import Club
from engines.draw.document import record_from_plain, record_to_plain
from engines.draw.draw import draw
from engines.draw.drawn import Drawn
from engines.draw.reading import round_from_text
from engines.draw.round import Round
from engines.draw.ticket import Ticket
from engines.draw.turn import Turn
from engines.draw.unfit import Unfit
from engines.draw.words import explained

__all__ = [
    "Answer",
    "Club",
    "Drawn",
    "Round",
    "Ticket",
    "Turn",
    "Unfit",
    "Why",
    "draw",
    "explained",
    "record_from_plain",
    "record_to_plain",
    "round_from_text",
]
