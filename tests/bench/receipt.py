"""receipt: from a commit to its subscriber by outbox, relay and broker, beside bare publishing to the same queue."""

import time
from contextlib import closing, contextmanager
from itertools import cycle

from tests.bench.contest import Compared, Contest
from tests.bench.heard import Heard
from tests.bench.outbox import Outbox, an_event
from tests.bench.pace import paced, quantiles

_HANDS = 4
"""So many threads commit: one alone cannot keep the pace."""


@contextmanager
def receipt(ground, size):
    """Send at the pace that `size` says, on each side in turn."""
    with closing(Heard(ground.vhost.operator_url)) as heard, closing(Outbox(ground.databases["notify"])) as outbox:
        outbox.fill(size.paced)
        letters = cycle(outbox.letters())

        def by_commit(sent):
            event = an_event()
            with outbox.begin() as unit:
                unit.emit(event)
                sent[event.message_id] = time.monotonic()  # now it commits

        def by_publishing(sent):
            letter = next(letters)
            sent[letter.subject] = time.monotonic()
            letter.publish(heard.channel)

        with ground.running("notify-relay"):
            yield Contest(
                sides={
                    "outbox": lambda: _round(heard, size, by_commit, hands=_HANDS),
                    "pika": lambda: _round(heard, size, by_publishing, hands=1),
                },
                compared=(
                    Compared(name="receipt_p50", ours="outbox", against="pika", of="p50_ms", unit="ms"),
                    Compared(name="receipt_p99", ours="outbox", against="pika", of="p99_ms", unit="ms"),
                    Compared(name="receipt_pace", ours="outbox", against="pika", of="pace", unit="events/s"),
                ),
            )


def _round(heard, size, send, *, hands):
    """Return how long letters took from `send` to the ear, and how often a second they were really sent."""
    sent = {}
    with heard.by_an_ear(size.paced) as arrivals:
        pace = paced(lambda: send(sent), count=size.paced, per_second=size.pace, hands=hands)
        arrived = arrivals()
    return {"pace": pace, **quantiles([arrived[subject] - moment for subject, moment in sent.items()])}
