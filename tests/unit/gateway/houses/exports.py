"""Exports in memory: the school needs a second person, a class does not; what is made is ready at once."""

from dataclasses import replace
from datetime import timedelta

from contracts.actor import Actor
from contracts.directory import export as of_export
from contracts.directory import pupil_list as of_list
from contracts.errors import Conflict, NotFound
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who

CONTENT = b"PK a workbook"


class Exports:
    """`exported` are by id."""

    def __init__(self) -> None:
        self.exported: dict[str, of_export.Export] = {}
        self.written_down: dict[str, int] = {}

    def exports(self, _: of_export.ReadExports, actor: Actor) -> of_export.Exports:
        seen = [replace(one, own=one.asked_by == actor.person_id) for one in self.exported.values()]
        return of_export.Exports(exports=tuple(one for one in seen if one.own or one.state == "waiting"))

    def ask_export(self, ask: of_export.AskExport, actor: Actor) -> of_export.ExportAsked:
        large = ask.scope is of_export.ExportOf.SCHOOL
        one = of_export.Export(
            export_id=ids.new_id(), what="全校" if large else "三（2）班", contents=ask.contents, purpose=ask.purpose,
            pupils=120 if large else 40, asked_by=actor.person_id, asked_at=clock.now(), own=True,
            expires_at=clock.now() + timedelta(days=1),
            state=of_export.ExportState.WAITING if large else of_export.ExportState.READY,
        )
        self.exported[one.export_id] = one
        return of_export.ExportAsked(export_id=one.export_id, pupils=one.pupils, needs_release=large)

    def release_export(self, ask: of_export.ReleaseExport, actor: Actor) -> of_export.ExportReleased:
        one = self._export(ask.export_id)
        if one.asked_by == actor.person_id:
            raise Conflict("超过 50 名要两个人：请教导处的另一位老师或校长来同意。")
        self.exported[one.export_id] = replace(one, state=of_export.ExportState.READY)
        return of_export.ExportReleased(export_id=one.export_id)

    def take_export(self, ask: of_export.TakeExport, actor: Actor) -> of_export.Workbook:
        one = self._export(ask.export_id)
        if one.asked_by != actor.person_id:
            raise NotFound
        if one.state is not of_export.ExportState.READY:
            raise Conflict("这份表格还没有生成，或者已经取走、过期删除。需要时请重新提出。")
        self.exported[one.export_id] = replace(one, state=of_export.ExportState.TAKEN)
        return of_export.Workbook(content=CONTENT)

    def pupil_list(self, ask: of_list.ReadPupilList, _: Actor) -> of_list.PupilList:
        return _listed(ask.pupil_ids)

    def write_down_pupils(self, ask: of_list.WriteDownPupils, actor: Actor) -> of_list.PupilList:
        found = _listed(ask.pupil_ids)
        if not found.pupils:
            raise NotFound
        before = self.written_down.get(actor.person_id, 0)
        if before + len(found.pupils) > of_export.MOST_ALONE:
            raise Conflict("一个人一天最多导出 50 名学生。请打印名单，或者请另一位同事来导出。")
        self.written_down[actor.person_id] = before + len(found.pupils)
        return found

    def _export(self, export_id: str) -> of_export.Export:
        if export_id not in self.exported:
            raise NotFound
        return self.exported[export_id]


def _listed(pupil_ids: tuple[str, ...]) -> of_list.PupilList:
    """Return the children by class and id; the last digits of an id are the seat."""
    classes = {one.class_id: one for one in who.CLASSES}
    known = [(classes[class_id], name, one) for one, (name, class_id) in who.PUPILS.items() if one in pupil_ids]
    known.sort(key=lambda row: (row[0].grade, row[2]))
    return of_list.PupilList(pupils=tuple(
        of_list.ListedPupil(
            pupil_id=one, class_id=of.class_id, class_name=of.name, seat_number=int(one[-2:]), name=name
        )
        for of, name, one in known
    ))
