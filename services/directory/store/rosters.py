"""Rosters: as they were handed in, and what a check of them found."""

from contracts.directory.roster import RosterOf, RosterWhole, Suffix
from contracts.errors import NotFound
from contracts.job import JobStatus
from plumbing.jobs import record
from plumbing.unit import Unit
from services.directory.application.rosters.kept import KeptRoster
from services.directory.store.rolls import as_json

_KEEP = """
INSERT INTO roster (roster_id, asked_by, file_id, suffix, people, whole, check_job_id)
VALUES (:roster_id, :asked_by, :file_id, :suffix, :people, :whole, :check_job_id)
"""
_OWN = "SELECT * FROM roster WHERE roster_id = :roster_id AND asked_by = :asked_by"
_HELD = f"{_OWN} FOR UPDATE"
_CHECKED = """
UPDATE roster SET plan_digest = :plan_digest, result = CAST(:result AS jsonb) WHERE roster_id = :roster_id
"""
_TAKING_IN = "UPDATE roster SET take_in_job_id = :job_id WHERE roster_id = :roster_id"


class Rosters(Unit):
    """What was handed in, for the person who did."""

    def keep_roster(self, roster: KeptRoster) -> None:
        """Let a roster be known."""
        self.run(_KEEP, **vars(roster))

    def roster(self, roster_id: str, *, hold: bool = False) -> KeptRoster | None:
        """Return a roster of the asker's; with `hold` nobody else changes it before the end."""
        assert self.actor is not None, "a roster is somebody's"
        row = self.row(_HELD if hold else _OWN, roster_id=roster_id, asked_by=self.actor.person_id)
        if row is None:
            return None
        return KeptRoster(
            roster_id=row.roster_id, asked_by=row.asked_by, file_id=row.file_id, suffix=Suffix(row.suffix),
            people=RosterOf(row.people), whole=RosterWhole(row.whole), check_job_id=row.check_job_id,
            take_in_job_id=row.take_in_job_id, plan_digest=row.plan_digest, result=row.result,
        )

    def keep_checked(self, roster: KeptRoster) -> None:
        """Let this be what a check found. Raises NotFound when the roster is no longer kept."""
        kept = self.run(
            _CHECKED, roster_id=roster.roster_id, plan_digest=roster.plan_digest, result=as_json(roster.result)
        )
        if not kept:
            raise NotFound("这份名册已经不在了，请重新上传。")

    def keep_taking_in(self, roster_id: str, job_id: str) -> None:
        """Let this be the job that takes the roster in."""
        self.run(_TAKING_IN, roster_id=roster_id, job_id=job_id)

    def job(self, job_id: str) -> JobStatus | None:
        """Return how far a job of the asker is."""
        assert self.actor is not None, "jobs are somebody's"
        return record.status(self.connection, job_id, self.actor.person_id)
