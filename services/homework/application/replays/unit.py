"""ReplayUnit: what one transaction can reach that tries a draft on the past."""

from typing import Any, Protocol

from contracts.job import JobAsk, JobStatus
from services.homework.application.replays.kept import KeptReplay
from services.homework.application.unit import Unit


class ReplayUnit(Unit, Protocol):
    """The unit of homework, as replays see it."""

    def ask_job(self, ask: JobAsk, *, input_file_id: str | None = None) -> str:
        """Let a job wait for its turn if the transaction stands; return its id."""

    def keep_replay(self, replay: KeptReplay) -> None:
        """Let a replay be known."""

    def replay(self, replay_id: str) -> KeptReplay | None:
        """Return a replay of this school, whoever asked for it."""

    def replay_job(self, replay: KeptReplay) -> JobStatus | None:
        """Return how far the replay's job is."""

    def keep_replayed(self, replay_id: str, result: dict[str, Any]) -> None:
        """Let this be what it has found. Raises NotFound for a replay that is no longer kept."""
