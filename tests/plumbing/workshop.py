"""A workshop for one test: a prepared database and a broker with the topology, and processes that use them."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psycopg2

from plumbing import clock

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60


class Process:
    """A real process with a health port; its log is a file beside it."""

    def __init__(self, command, environment, log):
        self.log = Path(log)
        self._command, self._environment = command, environment
        self.start()

    def start(self):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self._command], cwd=ROOT, env={**os.environ, **self._environment},
                stderr=log, stdout=subprocess.DEVNULL,
            )

    def kill(self):
        self.process.kill()
        self.process.wait(PATIENCE)

    def terminate(self):
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def stop(self):
        if self.process.poll() is None:
            self.kill()


def look(port, path):
    """Return what a process says of itself, or nothing while it does not answer with 200."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=2) as answer:
            return answer.read().decode()
    except (urllib.error.URLError, OSError):
        return ""


def answers_ready(port):
    return bool(look(port, "/readyz"))


def wait_for(condition, what, patience=PATIENCE):
    """Return the first truth of `condition`; fail, saying what was waited for, when it does not come."""
    until = time.monotonic() + patience
    pause = 0.005
    while not (found := condition()):
        assert time.monotonic() < until, f"waited {patience} s for: {what}"
        time.sleep(pause)  # between two looks at a condition
        pause = min(pause * 1.5, 0.2)
    return found


class Database:
    """The operator's view of a house's database in a test; it is as late there as the suite's clock says."""

    def __init__(self, url):
        self.connection = psycopg2.connect(url, options=f"-c app.clock_offset={clock.offset_seconds()}s")
        self.connection.autocommit = True

    def run(self, sql, *values):
        with self.connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall() if cursor.description else None

    def value(self, sql, *values):
        return self.run(sql, *values)[0][0]

    def close(self):
        self.connection.close()
