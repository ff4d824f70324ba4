"""Claim: one attempt at a job, as a worker holds it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Claim:
    """`attempt` counts from 1 and is the fence: what an earlier one still does, when another has begun, is undone."""

    school_id: str
    job_id: str
    kind: str
    attempt: int
    request_id: str
