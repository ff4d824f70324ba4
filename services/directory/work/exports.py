"""Exports as jobs: the workbook is made outside any transaction, and is there with the job's end, or not at all."""

from typing import TYPE_CHECKING

from contracts.directory.export import ExportContents
from contracts.errors import NotFound
from plumbing.jobs.outcome import Outcome
from services.directory.application.exports.deciding import what_of
from services.directory.application.exports.job import RollExport
from services.directory.application.exports.kept import Sheet
from services.directory.application.exports.unit import ExportUnit

if TYPE_CHECKING:  # the worker starts without what a child needs
    from plumbing.jobs.job import Job

_STEPS = 2


def write_down(job: "Job") -> Outcome:
    """Make the workbook that was asked for."""
    from services.directory.formats.export import workbook  # noqa: PLC0415 - a child only needs it

    export_id = job.ask.export_id
    sheet = job.query(_sheet, job.ask)
    job.progress(1, _STEPS)
    content, pupil_ids = workbook(sheet), [line.pupil_id for line in sheet.lines]
    return Outcome(effect=lambda unit: unit.keep_workbook(export_id, content, pupil_ids))


def _sheet(unit: ExportUnit, ask: RollExport) -> Sheet:
    export = unit.export(ask.export_id)
    if export is None:
        raise NotFound
    asker = unit.names_of_people((export.asked_by,), own=export.asked_by, families=False)
    return Sheet(
        what=what_of(unit, export), asker=asker.get(export.asked_by, ""), made_at=unit.now, purpose=export.purpose,
        contents=export.contents,
        lines=unit.lines(export.class_id, export.grade, contacts=export.contents is ExportContents.CONTACTS),
    )
