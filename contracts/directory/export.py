"""Exports: a class, a grade or the school as a workbook; of more than fifty children only if a second person agrees."""

from datetime import datetime
from enum import StrEnum

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.fields import Bytes, Choice, Id, WholeNumber
from contracts.file import LARGEST_IN
from contracts.message import Message, of

MOST_ALONE = 50


class ExportOf(StrEnum):
    """Whose names are written down; `pupils` are some that were named (an offering's), and nobody asks for by scope."""

    CLASS = "class"
    GRADE = "grade"
    SCHOOL = "school"
    PUPILS = "pupils"


class ExportContents(StrEnum):
    """What is written down of each child."""

    NAMES = "names"
    CONTACTS = "contacts"


class ExportPurpose(StrEnum):
    """What it is needed for."""

    SAFETY = "safety"
    REPORT = "report"
    CLASS_WORK = "class_work"
    ACTIVITY = "activity"


class ExportState(StrEnum):
    """It waits for somebody, is being made, is ready, or has come to one of its ends."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    TAKEN = "taken"
    FAILED = "failed"
    OVER = "over"


CONTENTS_LABELS = {
    ExportContents.NAMES: "名单：班级、座号、姓名",
    ExportContents.CONTACTS: "联系表：另加监护人的姓名、关系、手机号",
}
PURPOSE_LABELS = {
    ExportPurpose.SAFETY: "安全和应急联系",
    ExportPurpose.REPORT: "上级要求的报表",
    ExportPurpose.CLASS_WORK: "班级管理",
    ExportPurpose.ACTIVITY: "活动、比赛、体检",
}


class AskExport(Message):
    """Ask for a workbook of a class, a grade or the school; `class_id` and `grade` say which."""

    scope: ExportOf
    class_id: str | None = of(Id(), default=None)
    grade: int | None = of(WholeNumber(least=1, most=9), default=None)
    contents: ExportContents = of(Choice(ExportContents, metadata={"label": "写哪些内容", "labels": CONTENTS_LABELS}))
    purpose: ExportPurpose = of(Choice(ExportPurpose, metadata={"label": "做什么用", "labels": PURPOSE_LABELS}))


class ExportAsked(Message):
    """It is being made; or it waits, with `needs_release`, until another one of the office lets it."""

    export_id: str = of(Id())
    pupils: int
    needs_release: bool


class ReleaseExport(Message):
    """Let a colleague's export be made."""

    export_id: str = of(Id())


class ExportReleased(Message):
    """It is being made, for who has asked."""

    export_id: str = of(Id())


class TakeExport(Message):
    """Take one's own export away; there is nothing left of it afterwards."""

    export_id: str = of(Id())


class Workbook(Message):
    """An .xlsx."""

    content: bytes = of(Bytes(longest=LARGEST_IN))


class ReadExports(Message):
    """Ask for one's own exports of the last day, and those of colleagues that wait."""


class Export(Message):
    """One export. `own` is the asker's; another's waits for somebody of the office."""

    export_id: str = of(Id())
    what: str
    contents: ExportContents
    purpose: ExportPurpose
    pupils: int
    asked_by: str = of(Id())
    asked_at: datetime
    expires_at: datetime
    own: bool
    state: ExportState


class Exports(Message):
    """The latest first."""

    exports: tuple[Export, ...]


EXPORTS = Call(service="directory", method="exports", ask=ReadExports, answer=Exports, allow=OFFICE)
ASK_EXPORT = Call(
    service="directory", method="ask_export", ask=AskExport, answer=ExportAsked, allow=OFFICE, command=True
)
RELEASE_EXPORT = Call(
    service="directory", method="release_export", ask=ReleaseExport, answer=ExportReleased, allow=OFFICE, command=True
)
TAKE_EXPORT = Call(service="directory", method="take_export", ask=TakeExport, answer=Workbook, allow=OFFICE)
