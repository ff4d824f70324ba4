"""Queue: the jobs of all schools as the worker sees them: where one waits, not what it is about or for whom."""

from collections.abc import Iterable
from datetime import timedelta

from psycopg2.extras import Json

from contracts.errors import ServiceError
from plumbing.jobs import reasons
from plumbing.jobs.claim import Claim
from plumbing.refusal import kept_form
from plumbing.standing_line import StandingLine

MOST_ATTEMPTS = 3
_TAKE = """
WITH next AS MATERIALIZED (
  SELECT school_id, job_id FROM job
  WHERE state IN ('queued', 'running') AND held_until <= now() AND attempts < %(most)s AND kind = ANY(%(kinds)s)
  ORDER BY attempts, asked_at LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE job SET state = 'running', attempts = attempts + 1, held_until = now() + %(lease)s,
  started_at = coalesce(started_at, qingfu.now())
FROM next WHERE (job.school_id, job.job_id) = (next.school_id, next.job_id)
RETURNING job.school_id, job.job_id, job.kind, job.attempts AS attempt, job.request_id
"""
_WORN_OUT = """
SELECT school_id, job_id, kind, attempts AS attempt, request_id FROM job
WHERE state IN ('queued', 'running') AND held_until <= now() AND attempts >= %(most)s LIMIT 100
"""
_OURS = """
WHERE school_id = %(school_id)s AND job_id = %(job_id)s AND attempts = %(attempt)s AND state IN ('queued', 'running')
"""
_HOLD = f"UPDATE job SET held_until = now() + %(lease)s {_OURS} AND state = 'running'"  # noqa: S608
_HELD = f"SELECT true FROM job {_OURS} AND state = 'running'"  # noqa: S608
_PUT_BACK = f"UPDATE job SET state = 'queued', held_until = now() + %(pause)s {_OURS}"  # noqa: S608
_UNDO = f"UPDATE job SET state = 'queued', held_until = now(), attempts = attempts - 1 {_OURS}"  # noqa: S608
_FAIL = f"UPDATE job SET state = 'failed', refusal = %(refusal)s, ended_at = qingfu.now() {_OURS}"  # noqa: S608
_STATE = "SELECT state FROM job WHERE school_id = %(school_id)s AND job_id = %(job_id)s"


class Queue:
    """Every step raises psycopg2.Error when the database cannot be reached; a claim then runs out by itself."""

    def __init__(self, line: StandingLine, kinds: Iterable[str], *, lease: timedelta, pause: timedelta):
        self._line, self._kinds, self._lease, self._pause = line, list(kinds), lease, pause

    def take(self) -> Claim | None:
        """Hold the next job, so that nobody else takes it; first attempts first, so that a broken job holds up none."""
        found = self._line.rows(_TAKE, most=MOST_ATTEMPTS, kinds=self._kinds, lease=self._lease)
        return Claim(**found[0]._asdict()) if found else None

    def give_up_worn_out(self) -> None:
        """What has been cut off too often is failed."""
        for row in self._line.rows(_WORN_OUT, most=MOST_ATTEMPTS):
            claim = Claim(**row._asdict())
            self.fail(claim, reasons.stopped(claim.attempt, claim.request_id))

    def held(self, claim: Claim) -> bool:
        """Say whether the attempt is still wanted: not ended, not cancelled, not somebody else's by now."""
        return bool(self._line.rows(_HELD, **vars(claim)))

    def hold_on(self, claim: Claim) -> None:
        """The lease begins anew."""
        self._line.change(_HOLD, lease=self._lease, **vars(claim))

    def put_back(self, claim: Claim) -> None:
        """The attempt was cut off: another follows after a pause, a longer one the next time, or the job is failed."""
        if claim.attempt >= MOST_ATTEMPTS:
            self.fail(claim, reasons.stopped(claim.attempt, claim.request_id))
        else:
            self._line.change(_PUT_BACK, pause=self._pause * claim.attempt, **vars(claim))

    def undo(self, claim: Claim) -> None:
        """The attempt, whose process is gone, does not count: whoever comes next begins at once."""
        self._line.change(_UNDO, **vars(claim))

    def fail(self, claim: Claim, refusal: ServiceError) -> None:
        """The job has ended, for this reason."""
        self._line.change(_FAIL, refusal=Json(kept_form(refusal)), **vars(claim))

    def state(self, claim: Claim) -> str:
        """Return how the job stands."""
        found = self._line.rows(_STATE, **vars(claim))
        return str(found[0].state) if found else "gone"
