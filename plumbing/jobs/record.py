"""Record: a job's row, as its school's transactions see and change it."""

from typing import Any

from sqlalchemy import Connection, Row, text

from contracts.actor import Actor
from contracts.errors import ServiceError
from contracts.job import JobAsk, JobState, JobStatus
from plumbing.jobs.claim import Claim
from plumbing.refusal import kept_form, refusal_from

_PUT = text("""
INSERT INTO job (job_id, kind, actor, request_id, arguments, input_file_id)
VALUES (:job_id, :kind, :actor, :request_id, :arguments, :input_file_id)
""")
_OF_ASKER = text("SELECT * FROM job WHERE job_id = :job_id AND asked_by = :person_id")
_CANCEL = text("""
UPDATE job SET state = 'cancelled', ended_at = :now
WHERE job_id = :job_id AND asked_by = :person_id AND state IN ('queued', 'running')
""")
_OURS = "WHERE job_id = :job_id AND attempts = :attempt AND state = 'running'"
_BEGUN = text(f"SELECT actor, arguments, input_file_id FROM job {_OURS}")  # noqa: S608
_FENCE = text(f"SELECT true FROM job {_OURS} FOR SHARE")  # noqa: S608
_PROGRESS = text(f"UPDATE job SET steps_done = :done, steps_total = :total {_OURS}")  # noqa: S608
_DONE = text(f"UPDATE job SET state = 'done', output_file_id = :output, ended_at = :now {_OURS}")  # noqa: S608
_FAILED = text(f"UPDATE job SET state = 'failed', refusal = :refusal, ended_at = :now {_OURS}")  # noqa: S608


class TakenAway(Exception):
    """This attempt is no longer the job's: it was cancelled, or another has begun; nothing it does may stand."""


def put(
    connection: Connection, job_id: str, ask: JobAsk, *, actor: Actor, request_id: str, input_file_id: str | None
) -> None:
    """Let a job wait for its turn, if this transaction commits."""
    connection.execute(_PUT, {
        "job_id": job_id, "kind": ask.kind, "actor": actor.dump(), "request_id": request_id, "arguments": ask.dump(),
        "input_file_id": input_file_id,
    })


def status(connection: Connection, job_id: str, person_id: str) -> JobStatus | None:
    """Return how far a person's job is."""
    row = connection.execute(_OF_ASKER, {"job_id": job_id, "person_id": person_id}).first()
    return _status(row) if row else None


def _status(row: Row[Any]) -> JobStatus:
    why = refusal_from(row.refusal) if row.refusal else None
    return JobStatus(
        job_id=row.job_id, kind=row.kind, state=JobState(row.state), steps_done=row.steps_done,
        steps_total=row.steps_total, code=why.code if why else "", words=why.said if why else "",
        details=why.details if why else None, output_file_id=row.output_file_id, asked_at=row.asked_at,
        ended_at=row.ended_at,
    )


def cancel(connection: Connection, job_id: str, person_id: str, now: Any) -> None:
    """A person's job goes no further; what has ended stays."""
    connection.execute(_CANCEL, {"job_id": job_id, "person_id": person_id, "now": now})


def begun(connection: Connection, claim: Claim) -> Row[Any]:
    """Return what this attempt is to do, and for whom. Raises TakenAway."""
    row = connection.execute(_BEGUN, vars(claim)).first()
    if row is None:
        raise TakenAway
    return row


def fence(connection: Connection, claim: Claim) -> None:
    """What this transaction has done stands only if the attempt is still the job's. Raises TakenAway."""
    if connection.execute(_FENCE, vars(claim)).first() is None:
        raise TakenAway


def progress(connection: Connection, claim: Claim, done: int, total: int) -> None:
    """The job has come this far. Raises TakenAway."""
    _change(connection, _PROGRESS, claim, done=done, total=total)


def done(connection: Connection, claim: Claim, output_file_id: str | None, now: Any) -> None:
    """The job is done, if this transaction commits. Raises TakenAway."""
    _change(connection, _DONE, claim, output=output_file_id, now=now)


def failed(connection: Connection, claim: Claim, refusal: ServiceError, now: Any) -> None:
    """The job has failed, for this reason. Raises TakenAway."""
    _change(connection, _FAILED, claim, refusal=kept_form(refusal), now=now)


def _change(connection: Connection, statement: Any, claim: Claim, **values: Any) -> None:
    if not connection.execute(statement, {**vars(claim), **values}).rowcount:
        raise TakenAway
