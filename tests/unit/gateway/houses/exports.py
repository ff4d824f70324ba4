"""Exports in memory: the school needs a second person, a class does not; what is made is ready at once."""

from dataclasses import replace
from datetime import timedelta

from contracts.actor import Actor
from contracts.directory import export as of_export
from contracts.errors import Conflict, NotFound
from plumbing import clock, ids

CONTENT = b"PK a workbook"


class Exports:
    """`exported` are by id."""

    def __init__(self) -> None:
        self.exported: dict[str, of_export.Export] = {}

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

    def _export(self, export_id: str) -> of_export.Export:
        if export_id not in self.exported:
            raise NotFound
        return self.exported[export_id]
