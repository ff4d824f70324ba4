"""Cases: begun, held, kept and found, of one school; every call costs the same statements for one case and for 500."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from engines.approval import Changed, Happening, Held, Mark, Task, Waiting
from plumbing.approvals.plain import (
    case_row,
    change_row,
    held_of,
    history_rows,
    line_of,
    task_name,
    task_of,
    task_row,
    waiting_rows,
)
from plumbing.unit import Unit

_BEGIN = """
INSERT INTO approval_case (case_id, definition, version, state, step, applicants, own, facts, places, opened)
SELECT case_id, definition, version, state, step, applicants, own, facts, places, opened
FROM json_populate_recordset(CAST(NULL AS approval_case), CAST(:rows AS json))
"""
_CHANGE = """
UPDATE approval_case SET version = row.version, state = row.state, step = row.step, facts = row.facts,
  opened = row.opened, lines = row.lines, changes = row.changes + 1
FROM json_populate_recordset(CAST(NULL AS approval_case), CAST(:rows AS json)) AS row
WHERE approval_case.case_id = row.case_id AND approval_case.changes = row.changes
"""
_NO_LONGER_WAITING = """
DELETE FROM approval_waiting
USING json_populate_recordset(CAST(NULL AS approval_waiting), CAST(:rows AS json)) AS row
WHERE (approval_waiting.case_id, approval_waiting.number) = (row.case_id, row.number)
"""
_GONE = """
DELETE FROM approval_task USING json_populate_recordset(CAST(NULL AS approval_task), CAST(:rows AS json)) AS row
WHERE (approval_task.case_id, approval_task.number) = (row.case_id, row.number)
"""
_TASKS = """
INSERT INTO approval_task (case_id, number, groups, users, assignee, owner, due, remind_on, overdue_on, reminded_on,
  outcome, begun_at)
SELECT case_id, number, groups, users, assignee, owner, due, remind_on, overdue_on, reminded_on, outcome, begun_at
FROM json_populate_recordset(CAST(NULL AS approval_task), CAST(:rows AS json))
ON CONFLICT (school_id, case_id, number) DO UPDATE SET groups = excluded.groups, users = excluded.users,
  assignee = excluded.assignee, owner = excluded.owner, due = excluded.due, remind_on = excluded.remind_on,
  overdue_on = excluded.overdue_on, reminded_on = excluded.reminded_on, outcome = excluded.outcome
"""
_WAITING = """
INSERT INTO approval_waiting (case_id, number, waits_for, begun_at)
SELECT case_id, number, row.waits_for, approval_task.begun_at
FROM json_populate_recordset(CAST(NULL AS approval_waiting), CAST(:rows AS json)) AS row
JOIN approval_task USING (case_id, number)
"""
_TELL = """
INSERT INTO approval_history (case_id, line, what, actor, at, step, task, target, comment, instead_of)
SELECT case_id, line, what, actor, at, step, task, target, comment, instead_of
FROM json_populate_recordset(CAST(NULL AS approval_history), CAST(:rows AS json))
"""
_CASES = """
SELECT case_id, definition, version, state, step, CAST(applicants AS text[]) AS applicants, CAST(own AS text[]) AS own,
  facts, places, opened, lines, changes
FROM approval_case WHERE case_id = ANY(CAST(:case_ids AS uuid[])) ORDER BY case_id
"""
_IN_HAND = f"{_CASES} FOR NO KEY UPDATE"
_THEIR_TASKS = """
SELECT case_id, number, groups, CAST(users AS text[]) AS users, assignee, owner, due, remind_on, overdue_on,
  reminded_on, outcome
FROM approval_task WHERE case_id = ANY(CAST(:case_ids AS uuid[])) ORDER BY case_id, number
"""
_INBOX = """
WITH found AS (
  SELECT DISTINCT waiting.* FROM unnest(CAST(:names AS text[])) AS name CROSS JOIN LATERAL (
    SELECT begun_at, case_id, number FROM approval_waiting
    WHERE waits_for = name AND (CAST(:case_id AS uuid) IS NULL OR (begun_at, case_id, number) > (
      CAST(:begun_at AS timestamptz), CAST(:case_id AS uuid), CAST(:number AS integer)))
    ORDER BY begun_at, case_id, number LIMIT 50
  ) AS waiting
  ORDER BY begun_at, case_id, number LIMIT 50
)
SELECT case_id, number, step, found.begun_at, due, assignee IS NOT NULL AS claimed
FROM found JOIN approval_task USING (case_id, number) JOIN approval_case USING (case_id)
ORDER BY found.begun_at, case_id, number
"""
_OTHER_PLACES = """
UPDATE approval_case SET places = row.places
FROM json_populate_recordset(CAST(NULL AS approval_case), CAST(:rows AS json)) AS row
WHERE approval_case.case_id = row.case_id
"""
_RINGING = """
SELECT case_id, number FROM approval_task WHERE rings_on <= :today ORDER BY rings_on, case_id, number
LIMIT 500
"""
_HISTORY = """
SELECT * FROM approval_history WHERE case_id = ANY(CAST(:case_ids AS uuid[])) ORDER BY case_id, line
"""
_FORGET = (
    "DELETE FROM approval_waiting WHERE case_id = ANY(CAST(:case_ids AS uuid[]))",
    "DELETE FROM approval_case WHERE case_id = ANY(CAST(:case_ids AS uuid[]))",
)


class Cases(Unit):
    """The cases of one school."""

    def begin(self, cases: Sequence[Held]) -> None:
        """Keep cases to which nothing has happened yet; until this transaction ends they are held."""
        self.run(_BEGIN, rows=_json(map(case_row, cases)))

    def in_hand(self, case_ids: Sequence[str]) -> tuple[Held, ...]:
        """Return those of these cases that there are; nobody else changes them until this transaction ends.

        Always in the order of their ids, so that two who hold several never wait for each other.
        """
        return self._held(_IN_HAND, case_ids)

    def look_at(self, case_ids: Sequence[str]) -> tuple[Held, ...]:
        """Return those of these cases that there are, as they stand; they are not held."""
        return self._held(_CASES, case_ids)

    def _held(self, sql: str, case_ids: Sequence[str]) -> tuple[Held, ...]:
        cases = self.rows(sql, case_ids=list(case_ids)) if case_ids else ()
        if not cases:
            return ()
        tasks: dict[str, list[Task]] = defaultdict(list)
        for row in self.rows(_THEIR_TASKS, case_ids=list(case_ids)):
            tasks[row.case_id].append(task_of(row))
        return tuple(held_of(row, tasks[row.case_id]) for row in cases)

    def keep(self, changed: Sequence[Changed]) -> None:
        """Let the cases that were held be as they are now, with the lines that this adds to their history."""
        kept = self.run(_CHANGE, rows=_json(change_row(one) for one in changed))
        assert kept == len(changed), "a case that is held is changed by nobody else"
        gone = [task_name(one, task) for one in changed for task in one.gone()]
        new = [(one, task) for one in changed for task in one.new()]
        known = [task_name(one, task) for one, task in new if task.number <= one.held.case.opened]
        self._each(_NO_LONGER_WAITING, [*gone, *known])
        self._each(_GONE, gone)
        self._each(_TASKS, [task_row(one, task) for one, task in new])
        self._each(_WAITING, [row for one, task in new if task.open for row in waiting_rows(one, task)])
        self._each(_TELL, [row for one in changed for row in history_rows(one)])

    def inbox(self, names: Sequence[str], after: Mark | None = None) -> tuple[Waiting, ...]:
        """Return the next 50 tasks that wait for any of these names, oldest first; `after` may be gone."""
        begun_at, case_id, number = after or (None, None, None)
        found = self.rows(_INBOX, names=list(names), begun_at=begun_at, case_id=case_id, number=number)
        return tuple(Waiting(**row._asdict()) for row in found)

    def ringing(self, today: date) -> tuple[tuple[str, int], ...]:
        """Return up to 500 tasks, by case and number, of which the calendar has something to say today."""
        return tuple((row.case_id, row.number) for row in self.rows(_RINGING, today=today))

    def histories(self, case_ids: Sequence[str]) -> Mapping[str, tuple[Happening, ...]]:
        """Return what has happened to each of these cases, in order."""
        lines: dict[str, list[Happening]] = {case_id: [] for case_id in case_ids}
        for row in self.rows(_HISTORY, case_ids=list(case_ids)):
            lines[row.case_id].append(line_of(row._asdict()))
        return {case_id: tuple(told) for case_id, told in lines.items()}

    def go_elsewhere(self, held: Sequence[Held]) -> None:
        """Let the groups of cases that are held be those of the places said here, who find their tasks from now on."""
        open_tasks = [(one, task) for one in held for task in one.case.tasks if task.open]
        self._each(_OTHER_PLACES, [{"case_id": one.case_id, "places": dict(one.places)} for one in held])
        self._each(_NO_LONGER_WAITING, [{"case_id": one.case_id, "number": task.number} for one, task in open_tasks])
        self._each(_WAITING, [
            {"case_id": one.case_id, "number": task.number, "waits_for": name}
            for one, task in open_tasks for name in one.waited_for(task)
        ])

    def forget_cases(self, case_ids: Sequence[str]) -> None:
        """Let nothing of these cases be kept."""
        for statement in _FORGET:
            self.run(statement, case_ids=list(case_ids))

    def _each(self, sql: str, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self.run(sql, rows=_json(rows))


def _json(rows: Iterable[Mapping[str, Any]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False)
