"""Common: what every house forgets of the plumbing's own tables."""

from datetime import timedelta

from plumbing.sweeps.sweep import Sweep

PUBLISHED_KEPT, RECEIVED_KEPT = timedelta(days=30), timedelta(days=35)
assert RECEIVED_KEPT > PUBLISHED_KEPT, "an event that can still be sent again must still be known where it was received"

COMMON = (
    Sweep(table="outbox", key="seq", over="published_at", kept=PUBLISHED_KEPT),
    Sweep(table="inbox", key="consumer, message_id", over="received_at", kept=RECEIVED_KEPT),
    Sweep(table="idempotency", key="tenant_id, actor_id, key", over="created_at", kept=timedelta(days=7)),
    Sweep(table="job", key="school_id, job_id", over="ended_at", kept=timedelta(days=30)),
    Sweep(table="job_file", key="school_id, file_id", over="kept_at", kept=timedelta(days=7), batch=20),
)
