"""memory: an idle house, beside a bare Python that has imported what a house stands on."""

import subprocess
import sys
from contextlib import contextmanager

import psutil

from tests.bench.contest import Compared, Contest

_BARE = "import nameko.runners, sqlalchemy, psycopg2, sys; print('ready', flush=True); sys.stdin.read()"
_MEGABYTE = 1_000_000


@contextmanager
def memory(ground, _):
    """Start and look at each side in turn."""

    def house():
        with ground.running("homework") as (process,):
            return _size_of(process.pid)

    def bare():
        command = (sys.executable, "-W", "ignore", "-c", _BARE)
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            try:
                return _size_of(process.pid)
            finally:
                process.stdin.close()

    yield Contest(
        sides={"house": house, "bare": bare},
        compared=(
            Compared(name="memory", ours="house", against="bare", of="pss", unit="MB"),
            Compared(name="memory_own", ours="house", against="bare", of="uss", unit="MB"),
        ),
    )


def _size_of(pid):
    """Return the process's proportional share of memory, and what it has for itself alone."""
    size = psutil.Process(pid).memory_full_info()
    return {"pss": size.pss / _MEGABYTE, "uss": size.uss / _MEGABYTE}
