"""draw: places of 60 clubs for 10,000 tickets of five choices each, closed, drawn and written down, beside a limit.

Processor time, as `verdict` takes it. A small run draws fewer tickets.
"""

import time
from contextlib import contextmanager
from functools import partial

from demo.chance import chance
from engines.draw import Club, Round, Ticket, draw
from tests.bench.contest import Compared, Contest

LIMIT_SECONDS = 2.0
CLUBS = tuple(
    Club(id=f"{number:02}", title=f"第 {number} 社", places=25, slots=frozenset({f"{number % 5 + 1}@after_school"}))
    for number in range(60)
)
FORM, VALUE = "00 00 00 00 00 00 + 00", "03 07 12 18 25 31 + 09"


@contextmanager
def draw_of_a_district(_, size):
    """Let a list be closed and drawn, with twice as many tickets as a roster has rows."""
    drawn, ids = chance("draw"), [club.id for club in CLUBS]
    wishes = {f"{drawn.getrandbits(64):016x}": tuple(drawn.sample(ids, 5)) for _ in range(2 * size.rows)}
    yield Contest(
        sides={"ours": partial(_seconds, wishes), "limit": lambda: {"s": LIMIT_SECONDS}},
        compared=(Compared(name="draw", ours="ours", against="limit", of="s", unit="s"),),
    )


def _seconds(wishes):
    begun = time.process_time()
    held = Round(
        name="第一轮", source="双色球", form=FORM, clubs=CLUBS,
        tickets=tuple(Ticket(id=name, choices=choices) for name, choices in wishes.items()),
    )  # fmt: skip
    assert draw(held, VALUE).text
    return {"s": time.process_time() - begun}
