"""Trouble: processes that stop answering, servers that are gone, and a supervisor that looks away meanwhile."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import psutil

from ops import pidfile
from ops.places import CHECKOUT
from ops.running import wait_for

HEALING_SECONDS = 180
DYING_SECONDS = 60


class Trouble:
    """What befalls the house. Whatever happened, it is over when the `with` ends."""

    def __init__(self, house):
        self._house = house

    @contextmanager
    def frozen(self, name):
        """The process stands still: it neither answers nor dies, and goes on afterwards where it was."""
        process = self._process(name)
        process.signal(signal.SIGSTOP)
        try:
            yield
        finally:
            process.signal(signal.SIGCONT)

    @contextmanager
    def down(self, name):
        """The server has died and nobody starts it again before the end.

        A dead PostgreSQL's children answer what they are asked until they notice; here they have noticed.
        """
        with self.frozen("supervisor"):
            process = self._process(name)
            root = psutil.Process(process.pid)
            dying = [root, *root.children(recursive=True)]
            process.kill()
            assert wait_for(lambda: all(map(_dead, dying)), DYING_SECONDS), dying
            yield

    def kills(self, name):
        """The process dies; who watches over it starts it again."""
        self._process(name).kill()

    def heals(self):
        """Everything is well again, nobody having repaired anything."""
        assert wait_for(self._well, HEALING_SECONDS), self._doctor().stdout

    def _well(self):
        return self._doctor().returncode == 0

    def _doctor(self):
        """Ask as the operator does."""
        environment = {**os.environ, "QINGFU_VAR": str(self._house.places.var), "COLUMNS": "200"}
        command = (sys.executable, "-m", "ops", "doctor")
        return subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)

    def _process(self, name):
        found = pidfile.find(self._house.places.run, name)
        assert found, f"{name} does not run"
        return found


def _dead(process):
    """Say whether the process is no more, or only waits to be counted by its parent."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
