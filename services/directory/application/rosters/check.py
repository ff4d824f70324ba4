"""Checking a roster: the sheet that lists people is found, read, held against the school, and told in plain words."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from contracts.directory.roster import RosterFinding, RosterOf, RosterResult
from contracts.errors import Conflict, InvalidRequest
from services.directory.application.rosters.book import Plan, RosterBook
from services.directory.application.rosters.kept import KeptRoster
from services.directory.application.rosters.pupils import PupilBook
from services.directory.application.rosters.roster import the_roster
from services.directory.application.rosters.staff import StaffBook
from services.directory.application.rosters.unit import RosterUnit
from services.directory.domain.roster.cell import Line
from services.directory.domain.roster.change import Change
from services.directory.domain.roster.finding import Force
from services.directory.domain.roster.header import find_header
from services.directory.domain.roster.judged import Judged
from services.directory.domain.roster.text import text_of
from services.directory.domain.roster.unreadable import Unreadable
from services.directory.domain.roster.whole import Whole

_BOOKS: dict[RosterOf, RosterBook] = {RosterOf.PUPILS: PupilBook(), RosterOf.STAFF: StaffBook()}
_MOST_FINDINGS, _MOST_MOVES, _MOST_IGNORED = 100, 300, 30
_ORDER = (Change.LEFT, Change.MOVED, Change.CHANGED, Change.NEW)


class Sheet(Protocol):
    """A sheet of a file."""

    @property
    def name(self) -> str:
        """Return what it is called."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return its rows."""


def judged_in(sheets: Sequence[Sheet], people: RosterOf, today: date) -> tuple[int, Judged[Any]]:
    """Return which sheet lists the people, counting from 0, and what it says. Raises InvalidRequest when none does."""
    book = _BOOKS[people]
    for place, sheet in enumerate(sheets):
        if header := find_header(sheet.lines, book.columns, book.required):
            return place, book.judge(sheet.lines, header, today)
    words = f"没有找到表头：前 20 行里要有一行写着{book.wanted}等列名。请补上列名后再上传。"
    raise InvalidRequest(words, {"fields": {"file": [words]}})


def plan_roster(unit: RosterUnit, kept: KeptRoster, judged: Judged[Any]) -> Plan:
    """Return what taking the roster in would do at this moment."""
    return _BOOKS[kept.people].plan(unit, judged, Whole(kept.whole))


def take_in_checked(unit: RosterUnit, roster_id: str, judged: Judged[Any]) -> None:
    """Let the roster stand. Raises Conflict when it would no longer do what its check has said."""
    unit.hold_school()
    kept = the_roster(unit, roster_id)
    plan = plan_roster(unit, kept, judged)
    if digest(plan) != kept.plan_digest:
        raise Conflict("检查之后，学校的名册有了别的改动。请重新上传检查一遍，再导入。")
    _BOOKS[kept.people].take_in(unit, plan)


def digest(plan: Plan) -> str:
    """Return what is the same for two plans that do the same."""
    changes = [repr(change) for change in plan.changes if change.change is not Change.UNCHANGED]
    return hashlib.sha256("\n".join((*changes, repr(plan.opened), repr(plan.findings))).encode()).hexdigest()


def result_of(kept: KeptRoster, sheet: Sheet, judged: Judged[Any], plan: Plan) -> RosterResult:
    """Return what is told of a check."""
    book, header = _BOOKS[kept.people], sheet.lines[judged.header.row - 1]
    counts = Counter(str(change.change) for change in plan.changes)
    told = {str(change): counts[str(change)] for change in Change}
    bad = len({finding.row for finding in plan.findings if finding.force is Force.REFUSE})
    moves = [change for kind in _ORDER for change in plan.changes if change.change is kind]
    return RosterResult(
        sheet=sheet.name[:80], counts={**told, "lines": judged.lines, "bad": bad},
        opened=tuple(key.name for key in plan.opened), ignored=judged.header.ignored[:_MOST_IGNORED],
        findings=tuple(
            RosterFinding(
                row=one.row, column=one.column, heading=_heading(header, one.column), force=one.force, what=one.what,
                remedy=one.remedy,
            )
            for one in plan.findings[:_MOST_FINDINGS]
        ),
        findings_in_all=len(plan.findings), moves=tuple(map(book.move, moves[:_MOST_MOVES])), moves_in_all=len(moves),
    )


def _heading(header: Line, column: int) -> str:
    try:
        return text_of(header[column - 1])[:20] if column <= len(header) else ""
    except Unreadable:
        return ""
