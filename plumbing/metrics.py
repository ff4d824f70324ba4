"""Metrics: what a process counts about itself, in Prometheus' form; labels are names of code, never of people."""

from prometheus_client import Counter, Gauge

CALLS = Counter("qingfu_calls", "Calls answered, by outcome", ("call", "outcome"))
EVENTS = Counter("qingfu_events", "Events taken from a queue, by outcome", ("queue", "outcome"))
RELAYED = Counter("qingfu_relayed", "Events the broker has confirmed", ("service",))
UNROUTABLE = Counter("qingfu_unroutable", "Events that no queue wanted though a house subscribes", ("service",))
WAITING = Gauge("qingfu_outbox_waiting", "Events read for the next batch", ("service",))
CANARY = Gauge("qingfu_canary_seen_seconds", "Monotonic time at which the own canary was last seen")
JOBS = Counter("qingfu_jobs", "Attempts at jobs that ended, by how the job stood then", ("kind", "state"))
SWEPT = Counter("qingfu_swept", "Rows that were forgotten", ("service", "table"))
