"""A house's work is done by plain processes: they carry nothing that only the doors need."""

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
JOB = """
import importlib, sys
from plumbing.jobs.run import run_job
for house in sys.argv[1:]: importlib.import_module(f"services.{house}.wiring")
print(*sys.modules)
"""


def test_a_worker_starts_without_event_loop_broker_or_pool_of_connections():
    assert not {"eventlet", "nameko", "kombu", "pika", "sqlalchemy"} & loaded_by(BEGINNING)


def test_a_job_starts_without_event_loop_or_broker():
    assert not {"eventlet", "nameko", "kombu", "pika"} & loaded_by(JOB)


def loaded_by(program):
    """Return the names of the modules that are there once it has begun."""
    begun = subprocess.run(
        [sys.executable, "-c", program, *HOUSES], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    return set(begun.stdout.split())
