"""A small house for the supervisor's tests: tiny real programs under the real supervisor, in a process of its own.

Run as: python -m tests.ops.small_house FOLDER PROGRAMS, the programs as JSON: {"name": "python code"}.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path

from ops.places import Places
from ops.program import Program
from ops.ready import says_ready
from ops.up.presence import alone, stopping_on_signals
from ops.up.screen import Screen
from ops.up.supervisor import AskedToStop, Supervisor

STOP_SECONDS = 3

WAITS = "import time\nwhile True: time.sleep(1)"
STUBBORN = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + WAITS
PARENT = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {WAITS!r}])\n" + WAITS
ENDS = "raise SystemExit(3)"


def program(name, code, port=None):
    """Return a program; with a port, it works while /readyz there says so."""
    ready = (lambda: says_ready(port)) if port else (lambda: True)
    return Program(name=name, command=(sys.executable, "-c", code), answers=ready, patience_seconds=1)


def main(folder, programs):
    places = Places(Path(folder))
    places.make()
    screen = Screen(places.log / "qingfu.log")
    with alone(places, screen, STOP_SECONDS):
        supervisor = Supervisor(places, screen.tell, stop_seconds=STOP_SECONDS)
        with stopping_on_signals(supervisor):
            try:
                with suppress(AskedToStop):
                    for name, code in json.loads(programs).items():
                        supervisor.add(program(name, code))
                    supervisor.watch()
                    screen.tell("ready")
                    supervisor.look_after_all()
            finally:
                supervisor.stop()
                screen.tell("stopped")


if __name__ == "__main__":
    main(*sys.argv[1:])
