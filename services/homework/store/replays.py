"""Replays: what was asked of a draft, and what came of it."""

import json
from typing import Any

from contracts.errors import NotFound
from contracts.job import JobStatus
from engines.policy import Layer
from plumbing.jobs import record
from plumbing.unit import Unit
from services.homework.application.replays.kept import KeptReplay

_KEEP = """
INSERT INTO replay (replay_id, asked_by, layer, norms, first_day, last_day, job_id)
VALUES (:replay_id, :asked_by, :layer, CAST(:norms AS jsonb), :first, :last, :job_id)
"""
_ONE = "SELECT * FROM replay WHERE replay_id = :replay_id"
_REPLAYED = "UPDATE replay SET result = CAST(:result AS jsonb) WHERE replay_id = :replay_id"


class Replays(Unit):
    """Drafts that were tried on the past."""

    def keep_replay(self, replay: KeptReplay) -> None:
        """Let a replay be known."""
        norms = json.dumps(replay.norms, ensure_ascii=False)
        self.run(
            _KEEP, replay_id=replay.replay_id, asked_by=replay.asked_by, layer=replay.layer, norms=norms,
            first=replay.first, last=replay.last, job_id=replay.job_id,
        )

    def replay(self, replay_id: str) -> KeptReplay | None:
        """Return a replay of this school, whoever asked for it."""
        row = self.row(_ONE, replay_id=replay_id)
        if row is None:
            return None
        return KeptReplay(
            replay_id=row.replay_id, asked_by=row.asked_by, layer=Layer(row.layer),
            norms=tuple(row.norms), first=row.first_day, last=row.last_day, job_id=row.job_id, result=row.result,
        )

    def replay_job(self, replay: KeptReplay) -> JobStatus | None:
        """Return how far the replay's job is."""
        return record.status(self.connection, replay.job_id, replay.asked_by)

    def keep_replayed(self, replay_id: str, result: dict[str, Any]) -> None:
        """Let this be what it has found. Raises NotFound for a replay that is no longer kept."""
        if not self.run(_REPLAYED, replay_id=replay_id, result=json.dumps(result, ensure_ascii=False)):
            raise NotFound("这次试算已经不在了，请重新提出。")
