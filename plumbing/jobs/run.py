"""Run: do one attempt at a job, in this process, within its kind's limits, to one of its ends."""

import os
import resource
import sys
import threading
from collections.abc import Iterable
from functools import partial

import structlog

from contracts.actor import Actor
from contracts.errors import ServiceError
from plumbing import trouble
from plumbing.caller import Caller
from plumbing.house import House
from plumbing.jobs import reasons, record
from plumbing.jobs.attempt import AGAIN, read_claim, wait_for_end
from plumbing.jobs.claim import Claim
from plumbing.jobs.job import Job
from plumbing.jobs.kind import Kind
from plumbing.scope import Scope

STANDARD_INPUT, _MEGABYTE = 0, 1 << 20
_log = structlog.get_logger("job")


def run_job(house: House, kinds: Iterable[Kind], told: int = STANDARD_INPUT) -> None:
    """Do what the worker says on `told`; end when that is closed. Exits AGAIN where the trouble may pass."""
    claim = read_claim(told)
    _end_with_worker(told)
    kind = next(kind for kind in kinds if kind.name == claim.kind)
    _limit(kind)
    try:
        job = _begin(house, kind, claim)
        if (refusal := _attempt(job, kind, claim)) is not None:
            job.fail(refusal)
    except record.TakenAway:
        _log.info("job taken away", kind=claim.kind, job_id=claim.job_id, attempt=claim.attempt)
    except Exception as problem:
        if not trouble.passes(problem):
            raise
        _log.warning("job interrupted", kind=claim.kind, job_id=claim.job_id, problem=type(problem).__name__)
        sys.exit(AGAIN)


def _attempt(job: Job, kind: Kind, claim: Claim) -> ServiceError | None:
    """Do it; return why it failed. What it held in memory is gone by then."""
    try:
        job.finish(kind.run(job))
    except record.TakenAway:
        raise
    except MemoryError:
        return reasons.too_large(kind.memory_mb)
    except Exception as problem:
        if trouble.passes(problem):
            raise
        if isinstance(problem, ServiceError):
            return problem
        _log.error("job failed", kind=kind.name, job_id=claim.job_id, request_id=claim.request_id, exc_info=True)
        return reasons.broken(claim.request_id)
    return None


def _begin(house: House, kind: Kind, claim: Claim) -> Job:
    with house.database.begin(Scope(school_id=claim.school_id)) as connection:
        row = record.begun(connection, claim)
    actor, asked = Actor.load(row.actor, newer_fields=True), partial(kind.ask.load, row.arguments)
    caller = Caller(actor=actor, call=kind.name, request_id=claim.request_id)
    return Job(house, claim, caller=caller, asked=asked, input_file_id=row.input_file_id)


def _limit(kind: Kind) -> None:
    """From now on the kernel holds the process to its kind's limits; the worker looks at the clock besides."""
    memory = kind.memory_mb * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (kind.seconds, kind.seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_worker(told: int) -> None:
    def wait() -> None:
        wait_for_end(told)
        os._exit(AGAIN)

    threading.Thread(target=wait, name="worker's end", daemon=True).start()
