"""Exports: asked for, let, made and taken; the workbook lies here until it is taken, for an hour at most."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from contracts.directory.export import ExportContents, ExportOf, ExportPurpose
from contracts.errors import NotFound
from contracts.job import JobState
from services.directory.application.exports.kept import GuardianLine, KeptExport, PupilLine
from services.directory.domain.class_name import class_name
from services.directory.store.sealed import Sealed

_OF = """
FROM pupil JOIN school_class USING (school_id, class_id)
WHERE (CAST(:class_id AS uuid) IS NULL OR class_id = CAST(:class_id AS uuid))
  AND (CAST(:grade AS smallint) IS NULL OR grade = CAST(:grade AS smallint))
"""
_COUNT = f"SELECT count(*) AS pupils {_OF}"
_PUPILS = f"SELECT pupil_id, name, seat_number, grade, number {_OF} ORDER BY grade, number, seat_number, pupil_id"
_GUARDIANS = """
SELECT pupil_id, person_id, name, relation, phone_sealed FROM guardianship JOIN person ON person_id = guardian_id
WHERE pupil_id = ANY (CAST(:pupil_ids AS uuid[])) ORDER BY pupil_id, place, person_id
"""
_ALONE = """
SELECT coalesce(sum(pupils), 0) AS pupils FROM roll_export
WHERE asked_by = :asked_by AND asked_at > :since AND NOT needs_release
"""
_KEEP = """
INSERT INTO roll_export (export_id, asked_by, asked_at, expires_at, scope, class_id, grade, contents, purpose, pupils,
  needs_release)
VALUES (:export_id, :asked_by, :asked_at, :expires_at, :scope, :class_id, :grade, :contents, :purpose, :pupils,
  :needs_release)
"""
_ONE = "SELECT * FROM roll_export WHERE export_id = :export_id"
_SEEN = """
SELECT * FROM roll_export
WHERE asked_at > :since AND (asked_by = :asked_by OR needs_release AND job_id IS NULL) ORDER BY asked_at DESC, export_id
"""
_BEGUN = "UPDATE roll_export SET job_id = :job_id, released_by = :released_by WHERE export_id = :export_id"
_STATE = "SELECT state FROM job WHERE job_id = :job_id"
_STILL_WANTED = "SELECT FROM roll_export WHERE export_id = :export_id AND taken_at IS NULL FOR UPDATE"
_KEEP_BOOK = """
INSERT INTO export_workbook (export_id, content, pupil_ids)
VALUES (:export_id, :content, CAST(:pupil_ids AS uuid[])) ON CONFLICT DO NOTHING
"""
_HAS_BOOK = "SELECT FROM export_workbook WHERE export_id = :export_id"
_TAKE = "DELETE FROM export_workbook WHERE export_id = :export_id RETURNING content, pupil_ids"
_TAKEN = "UPDATE roll_export SET taken_at = :now WHERE export_id = :export_id"


class Exports(Sealed):
    """Children written down for somebody."""

    def count_pupils(self, class_id: str | None, grade: int | None) -> int:
        """Return how many children a class, a grade or, with neither, the school has in the present year."""
        (row,) = self.rows(_COUNT, class_id=class_id, grade=grade)
        return int(row.pupils)

    def exported_alone(self, since: datetime) -> int:
        """Return how many children the actor has asked for since then without anybody else."""
        (row,) = self.rows(_ALONE, asked_by=self._asker_id, since=since)
        return int(row.pupils)

    def keep_export(self, export: KeptExport) -> None:
        """Let this be asked for."""
        self.run(_KEEP, **vars(export))

    def export(self, export_id: str, *, hold: bool = False) -> KeptExport | None:
        """Return an export of this school; with `hold` nobody else changes it before the end."""
        row = self.row(f"{_ONE} FOR UPDATE" if hold else _ONE, export_id=export_id)
        return _export(row) if row else None

    def exports(self, since: datetime) -> Sequence[KeptExport]:
        """Return the actor's exports, and others' that wait, as far as they were asked for since then."""
        return [_export(row) for row in self.rows(_SEEN, since=since, asked_by=self._asker_id)]

    def keep_export_begun(self, export_id: str, job_id: str, released_by: str | None) -> None:
        """Let this job make it, as somebody else has agreed where that is needed."""
        self.run(_BEGUN, export_id=export_id, job_id=job_id, released_by=released_by)

    def keep_export_taken(self, export_id: str) -> None:
        """Let it be taken at this moment."""
        self.run(_TAKEN, export_id=export_id, now=self.now)

    def job_state(self, job_id: str) -> JobState | None:
        """Return how a job of this school stands, whoever asked for it."""
        row = self.row(_STATE, job_id=job_id)
        return JobState(row.state) if row else None

    def lines(self, class_id: str | None, grade: int | None, *, contacts: bool) -> Sequence[PupilLine]:
        """Return the children of a class, a grade or the school, by class and seat."""
        pupils = self.rows(_PUPILS, class_id=class_id, grade=grade)
        guardians = self._guardians([row.pupil_id for row in pupils]) if contacts else {}
        return [
            PupilLine(
                pupil_id=row.pupil_id, class_name=class_name(row.grade, row.number), seat_number=row.seat_number,
                name=row.name, guardians=guardians.get(row.pupil_id, ()),
            )
            for row in pupils
        ]

    def _guardians(self, pupil_ids: Sequence[str]) -> dict[str, list[GuardianLine]]:
        found: dict[str, list[GuardianLine]] = defaultdict(list)
        for row in self.rows(_GUARDIANS, pupil_ids=list(pupil_ids)):
            phone = self.opened_phone(row.person_id, bytes(row.phone_sealed)) if row.phone_sealed else ""
            found[row.pupil_id].append(GuardianLine(name=row.name, relation=row.relation or "", phone=phone))
        return found

    def keep_workbook(self, export_id: str, content: bytes, pupil_ids: Sequence[str]) -> None:
        """Let the workbook be there to be taken. Raises NotFound for an export that is no longer kept."""
        if self.row(_STILL_WANTED, export_id=export_id) is None:
            raise NotFound("这份导出已经不在了，需要时请重新提出。")
        self.run(_KEEP_BOOK, export_id=export_id, content=content, pupil_ids=list(pupil_ids))

    def has_workbook(self, export_id: str) -> bool:
        """Say whether it is there to be taken."""
        return self.row(_HAS_BOOK, export_id=export_id) is not None

    def take_workbook(self, export_id: str) -> tuple[bytes, Sequence[str]] | None:
        """Return the workbook, and who is in it, and let it be gone."""
        row = self.row(_TAKE, export_id=export_id)
        if row is None:
            return None
        self.keep_export_taken(export_id)
        return bytes(row.content), tuple(row.pupil_ids)

    @property
    def _asker_id(self) -> str:
        assert self.actor is not None, "an export is somebody's"
        return self.actor.person_id


def _export(row: Row[Any]) -> KeptExport:
    return KeptExport(
        export_id=row.export_id, asked_by=row.asked_by, asked_at=row.asked_at, expires_at=row.expires_at,
        scope=ExportOf(row.scope), class_id=row.class_id, grade=row.grade, contents=ExportContents(row.contents),
        purpose=ExportPurpose(row.purpose), pupils=row.pupils, needs_release=row.needs_release,
        released_by=row.released_by, job_id=row.job_id, taken_at=row.taken_at,
    )
