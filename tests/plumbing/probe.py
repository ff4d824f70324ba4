"""A probe: a house behind our real doors whose use cases do what a test asks of them. Run as a process of its own.

It stands in the place of notify: its queue, its calls, its broker user, its database.
"""

from plumbing import serve as _  # noqa: F401, I001 - first: it patches the sockets

import json
import os
import signal
import sys
from pathlib import Path

from contracts import catalogue
from contracts.errors import RuleRefused
from contracts.notify import message
from plumbing import settings
from plumbing.doors import HouseProvider, answers
from plumbing.house import House
from plumbing.serve import serve
from plumbing.subscribe import subscribe
from plumbing.unit import Unit


def behave(unit, about_id):
    """Do what the id asks: `RAISES` is a bug, `KILLS` the end of the process in the middle of its work, once."""
    unit.run("INSERT INTO effect (about) VALUES (:about)", about=about_id)
    asked = json.loads(os.environ.get("PROBE", "{}")).get(about_id)
    if asked == "raises":
        raise KeyError(about_id)
    if asked == "refuses":
        raise RuleRefused
    if asked == "kills" and first_time(about_id):
        os.kill(os.getpid(), signal.SIGKILL)
    if asked == "slow":
        unit.row("SELECT pg_sleep(1)")


def first_time(about_id):
    """Say whether no process of this test has been here before; a file outlives a kill."""
    try:
        (Path(os.environ["PROBE_MARKS"]) / about_id).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def effect(unit, received):
    """Put an event into effect."""
    behave(unit, received.event.aggregate_id)


def mark_read(unit, ask):
    """Carry out a command."""
    behave(unit, ask.message_id)
    return message.Receipt(message_id=ask.message_id, read_at=unit.now)


def inbox(unit, ask):
    """Answer a question."""
    return message.Inbox(messages=(), unread=unit.row("SELECT count(*) FROM effect")[0])


class Probe:
    name = "notify"
    house = HouseProvider(lambda: House(service="notify", unit=Unit))

    @answers(message.MARK_READ)
    def mark_read(self, ask, caller):
        return self.house.command(mark_read, ask, caller)

    @answers(message.INBOX)
    def inbox(self, ask, caller):
        return self.house.query(inbox, ask, caller)

    @subscribe(catalogue.NOTIFY_MESSAGES, **json.loads(os.environ.get("PROBE_SUBSCRIBES", "{}")))
    def take(self, received):
        self.house.effect(effect, received)


if __name__ == "__main__":
    from plumbing import logs

    logs.configure("probe")
    serve(
        "notify",
        Probe,
        amqp_url=settings.amqp_url(),
        database_url=settings.database_url(),
        health_port=int(sys.argv[1]),
    )
