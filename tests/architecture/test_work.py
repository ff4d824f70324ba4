"""A house's work is done by a plain process: it carries nothing that only the doors need."""

import subprocess
import sys

from contracts.catalogue import HOUSES
from ops.places import CHECKOUT

BEGINNING = """
import sys
from plumbing.jobs.worker import Worker
from plumbing.work import run_work, work_of
for house in sys.argv[1:]: work_of(house)
print(*sys.modules)
"""


def test_a_worker_starts_without_event_loop_broker_or_pool_of_connections():
    begun = subprocess.run(
        [sys.executable, "-c", BEGINNING, *HOUSES], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert not {"eventlet", "nameko", "kombu", "pika", "sqlalchemy"} & set(begun.stdout.split())
