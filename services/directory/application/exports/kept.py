"""What is kept of an export, and what is written into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from contracts.directory.export import ExportContents, ExportOf, ExportPurpose


@dataclass(frozen=True, kw_only=True)
class KeptExport:
    """An export as it was asked for; its job begins when somebody else has let it, where that is needed."""

    export_id: str
    asked_by: str
    asked_at: datetime
    expires_at: datetime
    scope: ExportOf
    class_id: str | None
    grade: int | None
    contents: ExportContents
    purpose: ExportPurpose
    pupils: int
    needs_release: bool
    released_by: str | None = None
    job_id: str | None = None
    taken_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class GuardianLine:
    """A guardian as a list of contacts has them."""

    name: str
    relation: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class PupilLine:
    """A child as a list has it, with its guardians where contacts are wanted."""

    pupil_id: str
    class_name: str
    seat_number: int | None
    name: str
    guardians: Sequence[GuardianLine] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What a workbook says: of whom, for whom it was made and what for, and its lines."""

    what: str
    asker: str
    made_at: datetime
    purpose: ExportPurpose
    contents: ExportContents
    lines: Sequence[PupilLine]
