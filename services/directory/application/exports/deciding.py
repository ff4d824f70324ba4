"""Exports: fifty children a day one person may have alone; more when another one of the office agrees; taken once."""

from datetime import timedelta

from contracts.directory.export import (
    MOST_ALONE,
    AskExport,
    Export,
    ExportAsked,
    ExportOf,
    ExportReleased,
    Exports,
    ExportState,
    ReadExports,
    ReleaseExport,
    TakeExport,
    Workbook,
)
from contracts.errors import Conflict, InvalidRequest, NotFound
from contracts.job import JobState
from services.directory.application.asker import asker
from services.directory.application.exports.job import RollExport
from services.directory.application.exports.kept import KeptExport
from services.directory.application.exports.unit import ExportUnit
from services.directory.domain.class_name import grade_name

A_DAY = timedelta(hours=24)
_BY_JOB = {JobState.FAILED: ExportState.FAILED, JobState.CANCELLED: ExportState.FAILED, JobState.DONE: ExportState.OVER}


def ask_export(unit: ExportUnit, ask: AskExport) -> ExportAsked:
    """Let it be made, or wait for somebody else of the office where it is too much for one.

    What one person has asked for alone within a day counts together. Raises InvalidRequest, NotFound for no such class.
    """
    _check_scope(unit, ask)
    unit.hold_school()
    pupils = unit.count_pupils(ask.class_id, ask.grade)
    if not pupils:
        raise InvalidRequest("这里没有学生，没有什么可以导出。")
    alone = unit.exported_alone(unit.now - A_DAY) + pupils <= MOST_ALONE
    export = KeptExport(
        export_id=unit.new_id(), asked_by=asker(unit).person_id, asked_at=unit.now, expires_at=unit.now + A_DAY,
        scope=ask.scope, class_id=ask.class_id, grade=ask.grade, contents=ask.contents, purpose=ask.purpose,
        pupils=pupils, needs_release=not alone,
    )
    unit.keep_export(export)
    unit.audit("ask_export", "export", export.export_id)
    if alone:
        unit.keep_export_begun(export.export_id, unit.ask_job(RollExport(export_id=export.export_id)), None)
    return ExportAsked(export_id=export.export_id, pupils=pupils, needs_release=not alone)


def release_export(unit: ExportUnit, ask: ReleaseExport) -> ExportReleased:
    """Let a colleague's export be made; again changes nothing.

    Raises NotFound, Conflict for one's own and for one that has waited for more than a day.
    """
    export = unit.export(ask.export_id, hold=True)
    if export is None or not export.needs_release:
        raise NotFound
    if export.asked_by == asker(unit).person_id:
        raise Conflict(f"超过 {MOST_ALONE} 名要两个人：请教导处的另一位老师或校长来同意。")
    if export.job_id is None:
        if export.expires_at <= unit.now:
            raise Conflict("这份导出等了超过 24 小时，已经失效。请提出的人重新提出。")
        job_id = unit.ask_job(RollExport(export_id=export.export_id))
        unit.keep_export_begun(export.export_id, job_id, asker(unit).person_id)
        unit.audit("release_export", "export", export.export_id)
    return ExportReleased(export_id=export.export_id)


def take_export(unit: ExportUnit, ask: TakeExport) -> Workbook:
    """Return the asker's workbook and let it be gone; every child in it is on record as read.

    Raises NotFound for another's, Conflict while it is not made yet and once it is gone.
    """
    export = unit.export(ask.export_id, hold=True)
    if export is None or export.asked_by != asker(unit).person_id:
        raise NotFound
    if (taken := unit.take_workbook(ask.export_id)) is None:
        raise Conflict("这份表格还没有生成，或者已经取走、过期删除。需要时请重新提出。")
    content, pupil_ids = taken
    unit.audit_pupils("take_export", pupil_ids)
    return Workbook(content=content)


def read_exports(unit: ExportUnit, ask: ReadExports) -> Exports:
    """Return the asker's exports of the last day, and colleagues' that wait; no child is named."""
    return Exports(exports=tuple(_shown(unit, one) for one in unit.exports(unit.now - A_DAY)))


def what_of(unit: ExportUnit, export: KeptExport) -> str:
    """Return whose export it is, as people say it."""
    if export.scope is ExportOf.CLASS:
        found = unit.named_classes((export.class_id or "",))
        return found[0].name if found else ""
    if export.scope is ExportOf.PUPILS:
        return "课后服务名单"
    return grade_name(export.grade) if export.scope is ExportOf.GRADE and export.grade else "全校"


def _check_scope(unit: ExportUnit, ask: AskExport) -> None:
    said = (ask.class_id is not None, ask.grade is not None)
    if ask.scope is ExportOf.PUPILS or said != (ask.scope is ExportOf.CLASS, ask.scope is ExportOf.GRADE):
        words = "请选一个班、一个年级或全校。"
        raise InvalidRequest(words, {"fields": {"scope": [words]}})
    if ask.class_id and not unit.named_classes((ask.class_id,)):
        raise NotFound


def _shown(unit: ExportUnit, export: KeptExport) -> Export:
    return Export(
        export_id=export.export_id, what=what_of(unit, export), contents=export.contents, purpose=export.purpose,
        pupils=export.pupils, asked_by=export.asked_by, asked_at=export.asked_at, expires_at=export.expires_at,
        own=export.asked_by == asker(unit).person_id, state=_state(unit, export),
    )


def _state(unit: ExportUnit, export: KeptExport) -> ExportState:
    if export.taken_at:
        return ExportState.TAKEN
    if export.job_id is None:
        return ExportState.WAITING if export.expires_at > unit.now else ExportState.OVER
    if unit.has_workbook(export.export_id):
        return ExportState.READY
    state = unit.job_state(export.job_id)
    return _BY_JOB.get(state, ExportState.MAKING) if state else ExportState.OVER
