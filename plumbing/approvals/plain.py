"""Plain: cases, tasks and lines of history as rows of their tables, and back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Row

from engines.approval import Case, Happening, Outcome, State, Task, What
from engines.approval.held import Changed, Held

_DAYS = ("due", "remind_on", "overdue_on", "reminded_on")
_LINE = tuple(field.name for field in fields(Happening))


def case_row(held: Held) -> dict[str, Any]:
    """Return the row of a case that begins."""
    case = held.case
    return {
        "case_id": held.case_id, "definition": case.definition, "version": case.version, "state": case.state,
        "step": case.step, "applicants": list(case.applicants), "own": list(case.own), "facts": dict(case.facts),
        "places": dict(held.places), "opened": case.opened,
    }


def change_row(changed: Changed) -> dict[str, Any]:
    """Return of a case's row what may be another now, and how many changes it had when it was taken in hand."""
    held, case = changed.held, changed.case
    return {
        "case_id": held.case_id, "version": case.version, "state": case.state, "step": case.step,
        "facts": dict(case.facts), "opened": case.opened, "lines": held.lines + len(changed.told),
        "changes": held.changes,
    }


def task_name(changed: Changed, task: Task) -> dict[str, Any]:
    """Return by what the row of a task is found."""
    return {"case_id": changed.held.case_id, "number": task.number}


def task_row(changed: Changed, task: Task) -> dict[str, Any]:
    """Return the row of a task; what it does not have is not said."""
    said = {
        "assignee": task.assignee, "owner": task.owner, "outcome": task.outcome,
        **{name: day.isoformat() for name in _DAYS if (day := getattr(task, name)) is not None},
    }
    return {
        **task_name(changed, task), "groups": task.groups, "users": task.users, "begun_at": changed.at.isoformat(),
        **{name: value for name, value in said.items() if value is not None},
    }


def waiting_rows(changed: Changed, task: Task) -> Iterator[dict[str, Any]]:
    """Yield a row for each name under which a task is to be found."""
    for name in changed.held.waited_for(task):
        yield {**task_name(changed, task), "waits_for": name}


def history_rows(changed: Changed) -> Iterator[dict[str, Any]]:
    """Yield a row for each line that is added; what it does not have is not said."""
    for number, line in enumerate(changed.told, changed.held.lines + 1):
        said = {"step": line.step, "task": line.task, "target": line.to, "instead_of": line.instead_of}
        yield {
            "case_id": changed.held.case_id, "line": number, "what": line.what, "actor": line.actor,
            "at": line.at.isoformat(), "comment": line.comment,
            **{name: value for name, value in said.items() if value is not None},
        }


def held_of(row: Row[Any], tasks: Sequence[Task]) -> Held:
    """Return a case that was read."""
    case = Case(
        definition=row.definition, version=row.version, state=State(row.state), step=row.step,
        applicants=frozenset(row.applicants), own=frozenset(row.own), facts=row.facts, opened=row.opened,
        tasks=tuple(tasks),
    )
    return Held(case_id=row.case_id, case=case, places=row.places, changes=row.changes, lines=row.lines)


def task_of(row: Row[Any]) -> Task:
    """Return a task that was read."""
    return Task(
        number=row.number, groups=tuple(row.groups), users=tuple(row.users), assignee=row.assignee, owner=row.owner,
        outcome=Outcome(row.outcome) if row.outcome else None, **{name: getattr(row, name) for name in _DAYS},
    )


def line_of(row: Mapping[str, Any]) -> Happening:
    """Return a line of history that was read."""
    said = {**row, "what": What(row["what"]), "to": row["target"]}
    return Happening(**{name: said[name] for name in _LINE})
