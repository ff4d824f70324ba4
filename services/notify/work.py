"""Notify's work beside its calls: what it forgets."""

from datetime import timedelta

from plumbing.sweeps.sweep import Sweep
from plumbing.work import Work

A_SCHOOL_YEAR_AND_A_MONTH = timedelta(days=400)
"""So long an inbox shows a message, and receipts can be counted; a message goes with its announcement."""

WORK = Work(
    sweeps=(
        Sweep(
            table="announcement", key="school_id, announcement_id", over="announced_at",
            kept=A_SCHOOL_YEAR_AND_A_MONTH, batch=200,
        ),
    )
)
