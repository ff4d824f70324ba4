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
_LEAD_IN = 0.2
"""This share of a round comes before it: the relay rests until a stream begins, and that is a figure of its own."""


@contextmanager
def receipt(ground, size):
    """Send at the pace that `size` says, on each side in turn."""
    with closing(Heard(ground.vhost.operator_url)) as heard, closing(Outbox(ground.databases["notify"])) as outbox:
        outbox.fill(_count(size))
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
                    Compared(name="receipt_first", ours="outbox", against="pika", of="first_ms", unit="ms"),
                    Compared(name="receipt_pace", ours="outbox", against="pika", of="pace", unit="events/s"),
                ),
            )


def _round(heard, size, send, *, hands):
    """Return how long letters took from `send` to the ear, the first of all by itself, and the pace really kept."""
    sent, count = {}, _count(size)
    with heard.by_an_ear(count) as arrivals:
        pace = paced(lambda: send(sent), count=count, per_second=size.pace, hands=hands)
        arrived = arrivals()
    took = [arrived[subject] - moment for subject, moment in sorted(sent.items(), key=lambda letter: letter[1])]
    return {"pace": pace, "first_ms": 1000 * took[0], **quantiles(took[-size.paced:])}


def _count(size):
    return int(size.paced * (1 + _LEAD_IN))
