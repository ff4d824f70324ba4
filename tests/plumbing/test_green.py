"""A database that accepts and then says nothing holds a house up for a limited time only, and only who asked it."""

import socket
import subprocess
import sys

import pytest

PROBE = """
import eventlet
eventlet.monkey_patch()
from plumbing import green
from plumbing.database import Database
green.wait_green(0.5)
beats = []
eventlet.spawn(lambda: [beats.append(eventlet.sleep(0.01)) for _ in range(1000)])
answered = Database("postgresql+psycopg2://u:p@127.0.0.1:{port}/d").answers()
print(answered, len(beats) > 10)
"""


@pytest.fixture
def silent():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.servers
def test_a_silent_database_is_given_up_and_the_others_go_on_meanwhile(silent):
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROBE.format(port=silent)],
        capture_output=True, text=True, timeout=60, check=False,
    )
    assert told.stdout.split() == ["False", "True"], told.stderr
