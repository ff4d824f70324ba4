"""ExportUnit: what one transaction can reach that writes children down for somebody."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from contracts.job import JobState
from services.directory.application.exports.kept import KeptExport, PupilLine
from services.directory.application.rosters.unit import RosterUnit


class ExportUnit(RosterUnit, Protocol):
    """The unit of directory, as exports see it."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing."""

    def count_pupils(self, class_id: str | None, grade: int | None) -> int:
        """Return how many children a class, a grade or, with neither, the school has in the present year."""

    def exported_alone(self, since: datetime) -> int:
        """Return how many children the actor has asked for since then without anybody else."""

    def keep_export(self, export: KeptExport) -> None:
        """Let this be asked for."""

    def export(self, export_id: str, *, hold: bool = False) -> KeptExport | None:
        """Return an export of this school; with `hold` nobody else changes it before the end."""

    def exports(self, since: datetime) -> Sequence[KeptExport]:
        """Return the actor's exports, and others' that wait, as far as they were asked for since then."""

    def keep_export_begun(self, export_id: str, job_id: str, released_by: str | None) -> None:
        """Let this job make it, as somebody else has agreed where that is needed."""

    def keep_export_taken(self, export_id: str) -> None:
        """Let it be taken at this moment."""

    def job_state(self, job_id: str) -> JobState | None:
        """Return how a job of this school stands, whoever asked for it."""

    def lines(self, class_id: str | None, grade: int | None, *, contacts: bool) -> Sequence[PupilLine]:
        """Return the children of a class, a grade or the school, by class and seat."""

    def keep_workbook(self, export_id: str, content: bytes, pupil_ids: Sequence[str]) -> None:
        """Let the workbook be there to be taken. Raises NotFound for an export that is no longer kept."""

    def has_workbook(self, export_id: str) -> bool:
        """Say whether it is there to be taken."""

    def take_workbook(self, export_id: str) -> tuple[bytes, Sequence[str]] | None:
        """Return the workbook, and who is in it, and let it be gone."""
