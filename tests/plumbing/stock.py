"""A service on stock nameko, as its tutorial shows it: the traps our doors close are real. Run as a process of its own.

Not part of the product: it lives in its own vhost, as the operator.
"""

import warnings

warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
import eventlet  # noqa: E402

eventlet.monkey_patch()

import os  # noqa: E402
import signal  # noqa: E402
from pathlib import Path  # noqa: E402

from nameko.events import event_handler  # noqa: E402
from nameko.rpc import rpc  # noqa: E402
from nameko.runners import ServiceRunner  # noqa: E402

MARKS = Path(os.environ["PROBE_MARKS"])


def note(what):
    """Leave a mark a test can count."""
    with (MARKS / "stock").open("a") as marks:
        marks.write(what + "\n")


class Stock:
    name = "stock"

    @event_handler("tutorial", "happened")
    def take(self, payload):
        note(payload["about"])
        if payload["does"] == "raises":
            raise KeyError("a bug")
        if payload["does"] == "kills" and (MARKS / "stock").read_text().count(payload["about"]) == 1:
            os.kill(os.getpid(), signal.SIGKILL)

    @rpc
    def mark(self, about):
        note(about)


if __name__ == "__main__":
    runner = ServiceRunner({"AMQP_URI": os.environ["QINGFU_AMQP_URL"]})
    runner.add_service(Stock)
    runner.start()
    (MARKS / "stock").touch()
    runner.wait()
