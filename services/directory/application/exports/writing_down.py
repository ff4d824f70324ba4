"""Writing down: some children for the after-school office's file, within the fifty a day that one has alone."""

from contracts.directory.export import MOST_ALONE, ExportContents, ExportOf, ExportPurpose
from contracts.directory.pupil_list import PupilList, WriteDownPupils
from contracts.errors import Conflict, NotFound
from services.directory.application.asker import asker
from services.directory.application.exports.deciding import A_DAY
from services.directory.application.exports.kept import KeptExport
from services.directory.application.exports.unit import ExportUnit


def write_down_pupils(unit: ExportUnit, ask: WriteDownPupils) -> PupilList:
    """Return the children, counted as an export of the asker's that is taken at this moment; each is on record as read.

    Raises NotFound where none of them is here, Conflict where it would be more than one person may have alone in a day.
    """
    unit.hold_school()
    found = unit.listed(ask.pupil_ids)
    if not found:
        raise NotFound
    left = MOST_ALONE - unit.exported_alone(unit.now - A_DAY)
    if len(found) > left:
        raise Conflict(
            f"一个人一天最多导出 {MOST_ALONE} 名学生，您今天还可以导出 {max(left, 0)} 名，这里有 {len(found)} 名。"
            "请打印名单，按班级分开导出，或者请另一位同事来导出。"
        )
    export = KeptExport(
        export_id=unit.new_id(), asked_by=asker(unit).person_id, asked_at=unit.now, expires_at=unit.now,
        scope=ExportOf.PUPILS, class_id=None, grade=None, contents=ExportContents.NAMES,
        purpose=ExportPurpose.ACTIVITY, pupils=len(found), needs_release=False,
    )
    unit.keep_export(export)
    unit.keep_export_taken(export.export_id)
    unit.audit_pupils("take_export", tuple(one.pupil_id for one in found))
    return PupilList(pupils=found)
