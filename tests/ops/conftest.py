"""A small house in a folder of its own, watched from outside."""

import json
import os
import signal
import subprocess
import sys

import pytest

from ops import pidfile
from ops.identity import identity
from ops.places import CHECKOUT, Places
from ops.running import wait_for

PATIENCE = 15


class SmallHouse:
    """The supervisor of some tiny programs, as its operator sees it."""

    def __init__(self, folder, programs):
        self.places = Places(folder)
        self.command = [sys.executable, "-m", "tests.ops.small_house", str(folder), json.dumps(programs)]
        self.checkout, self.process = CHECKOUT, None

    def start(self):
        self.process = subprocess.Popen(
            self.command, cwd=CHECKOUT, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, start_new_session=True
        )
        self.sees("ready")
        return self

    def signal(self, number):
        self.process.send_signal(number)

    def ends(self):
        self.process.wait(PATIENCE)
        return self.process.returncode

    def pid(self, name):
        """Return the number of the process that runs under this name, waiting for one."""
        return self.another_than(None, name)

    def another_than(self, pid, name):
        """Return the number of the process that runs in the place of `pid`, waiting for one."""
        seen = []

        def another():
            process = pidfile.find(self.places.run, name)
            seen.append(process.pid if process else pid)
            return seen[-1] != pid

        assert wait_for(another, PATIENCE), f"{name} was not started again"
        return seen[-1]

    def sees(self, words):
        """The house has told this."""
        log = self.places.log / "qingfu.log"
        told = wait_for(lambda: log.exists() and words in log.read_text(), PATIENCE)
        assert told, log.read_text() if log.exists() else "it told nothing"

    def forget_lines(self):
        (self.places.log / "qingfu.log").unlink()

    def end(self):
        if self.process and self.process.poll() is None:
            self.signal(signal.SIGTERM)
            self.process.wait(PATIENCE + 10)


@pytest.fixture
def small_house(tmp_path):
    """Return a function that starts a house of these programs."""
    houses = []

    def of(**programs):
        houses.append(SmallHouse(tmp_path / "var", programs))
        return houses[-1].start()

    yield of
    for house in houses:
        house.end()


def exists(pid):
    """Say whether any process has this number and still runs."""
    return identity(pid) is not None


def group_of(pid):
    """Return the numbers of the living processes of a group."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit() and exists(int(entry)):
            try:
                if os.getpgid(int(entry)) == pid:
                    found.append(int(entry))
            except ProcessLookupError:
                continue
    return found
