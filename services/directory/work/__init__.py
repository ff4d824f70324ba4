"""Directory's work beside its calls: what it forgets."""

from datetime import timedelta

from plumbing.sweeps.sweep import Sweep
from plumbing.work import Work

WORK = Work(
    sweeps=(
        Sweep(table="session", key="session_id", over="least(ended_at, expires_at)", kept=timedelta(days=7)),
        Sweep(table="tries", key="name", over="forgotten_from", kept=timedelta()),
    )
)
