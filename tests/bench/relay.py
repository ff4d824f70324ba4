"""relay: a backlog drained by our relay, beside the same letters published by bare pika to the same quorum queue."""

from contextlib import closing, contextmanager

from tests.bench.contest import Compared, Contest
from tests.bench.heard import Heard
from tests.bench.outbox import Outbox
from tests.bench.windowed import Windowed
from tests.plumbing.workshop import wait_for

_PATIENCE = 120


@contextmanager
def relay(ground, size):
    """Drain a backlog as large as `size` says, on each side in turn."""
    url = ground.vhost.operator_url
    with closing(Heard(url)) as heard, closing(Outbox(ground.databases["notify"])) as outbox:
        outbox.fill(size.backlog)
        letters = outbox.letters()

        def by_relay():
            heard.purge()
            outbox.release()
            wait_for(outbox.drained, "the relay to drain the backlog", _PATIENCE)
            return {"per_second": outbox.pace()}

        def by_pika():
            heard.purge()
            return {"per_second": Windowed(url, letters).run()}

        with ground.running("notify-relay"):
            yield Contest(
                sides={"relay": by_relay, "pika": by_pika},
                compared=(Compared(name="relay", ours="relay", against="pika", of="per_second", unit="events/s"),),
            )
