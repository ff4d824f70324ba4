"""memory: everything at rest, beside a limit; one house alone, beside a bare Python that imported what it stands on."""

import subprocess
import sys
from contextlib import contextmanager

import psutil

from contracts.catalogue import HOUSES
from tests.bench.contest import Compared, Contest

_BARE = "import nameko.runners, sqlalchemy, psycopg2, sys; print('ready', flush=True); sys.stdin.read()"
_MEGABYTE = 1_000_000
LIMIT_MB = 700
"""What all processes of all houses and the gateway may take together at rest; servers and supervisor not counted."""


@contextmanager
def memory(ground, size):
    """Start and look at each side in turn."""
    processes = [f"{house}{part}" for house in HOUSES[: size.houses] for part in ("", "-relay", "-worker")]

    def everything():
        with ground.running(*processes, "gateway") as running:
            return {"pss": sum(_size_of(process.pid)["pss"] for process in running)}

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
        sides={"everything": everything, "limit": lambda: {"pss": LIMIT_MB}, "house": house, "bare": bare},
        compared=(
            Compared(name="memory", ours="everything", against="limit", of="pss", unit="MB"),
            Compared(name="memory_house", ours="house", against="bare", of="pss", unit="MB"),
            Compared(name="memory_house_own", ours="house", against="bare", of="uss", unit="MB"),
        ),
    )


def _size_of(pid):
    """Return the process's proportional share of memory, and what it has for itself alone."""
    size = psutil.Process(pid).memory_full_info()
    return {"pss": size.pss / _MEGABYTE, "uss": size.uss / _MEGABYTE}
