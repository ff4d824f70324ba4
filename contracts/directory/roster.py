"""Rosters: the academic office hands in a school's Excel, sees what it would do, and takes it in."""

from enum import StrEnum
from typing import Any

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.fields import Id
from contracts.file import FileKept, GetPiece, Piece, PutPiece
from contracts.job import CancelJob, JobStatus, ReadJob
from contracts.message import Message, of


class Suffix(StrEnum):
    """What stands behind the dot of the file's name; what was pasted into a page is `tsv`."""

    XLSX = "xlsx"
    XLS = "xls"
    ET = "et"
    CSV = "csv"
    TSV = "tsv"


class RosterOf(StrEnum):
    """Whom a roster lists."""

    PUPILS = "pupils"
    STAFF = "staff"


class RosterWhole(StrEnum):
    """Of what the file is all there is: who is missing from that has left. Nobody leaves by a part."""

    PART = "part"
    CLASSES = "classes"
    SCHOOL = "school"


PEOPLE_LABELS = {RosterOf.PUPILS: "学生名册", RosterOf.STAFF: "教职工名册"}
WHOLE_LABELS = {
    RosterWhole.PART: "只是一部分人，没写到的人不动",
    RosterWhole.CLASSES: "是这些班的全部学生，没写到的算离开",
    RosterWhole.SCHOOL: "是全校所有人，没写到的算离开",
}


class CheckRoster(Message):
    """Ask what taking in a file of one's own would do; nothing is changed by it."""

    file_id: str = of(Id())
    suffix: Suffix
    people: RosterOf
    whole: RosterWhole = RosterWhole.PART


class TakeInRoster(Message):
    """Ask that the good rows of a checked roster stand."""

    roster_id: str = of(Id())


class ReadRoster(Message):
    """Ask how far one's own roster is."""

    roster_id: str = of(Id())


class RosterFinding(Message):
    """What is the matter with one cell (`refuse`: the row is not taken in; `warn`: it is), and what would pass."""

    row: int
    column: int
    heading: str
    force: str
    what: str
    remedy: str


class RosterMove(Message):
    """Somebody who comes, moves, changes or leaves; classes as people say them."""

    change: str
    name: str
    was: str = ""
    becomes: str = ""
    what: tuple[str, ...] = ()


class RosterResult(Message):
    """What a check found in the sheet that was read. `counts` is by change, and `lines`, `bad` (rows not taken in).

    Lists are cut; `..._in_all` says how long they were.
    """

    sheet: str
    counts: dict[str, int]
    opened: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    findings: tuple[RosterFinding, ...] = ()
    findings_in_all: int = 0
    moves: tuple[RosterMove, ...] = ()
    moves_in_all: int = 0


class Roster(Message):
    """A roster on its way: checked by one job, taken in by another. `result` is there once it has been checked.

    `marked_file_id` is the same workbook with what is wrong in red.
    """

    roster_id: str = of(Id())
    people: RosterOf
    whole: RosterWhole
    check: JobStatus
    take_in: JobStatus | None = None
    result: RosterResult | None = None
    marked_file_id: str | None = of(Id(), default=None)


class RosterAsked(Message):
    """A roster waits to be checked, or taken in."""

    roster_id: str = of(Id())


def _roster(method: str, ask: type[Any], answer: type[Any], *, command: bool = False) -> Call[Any, Any]:
    return Call(service="directory", method=method, ask=ask, answer=answer, allow=OFFICE, command=command)


PUT_PIECE: Call[PutPiece, FileKept] = _roster("put_piece", PutPiece, FileKept)
GET_PIECE: Call[GetPiece, Piece] = _roster("get_piece", GetPiece, Piece)
READ_JOB: Call[ReadJob, JobStatus] = _roster("read_job", ReadJob, JobStatus)
CANCEL_JOB: Call[CancelJob, JobStatus] = _roster("cancel_job", CancelJob, JobStatus)
CHECK_ROSTER: Call[CheckRoster, RosterAsked] = _roster("check_roster", CheckRoster, RosterAsked, command=True)
TAKE_IN_ROSTER: Call[TakeInRoster, RosterAsked] = _roster("take_in_roster", TakeInRoster, RosterAsked, command=True)
ROSTER: Call[ReadRoster, Roster] = _roster("roster", ReadRoster, Roster)
