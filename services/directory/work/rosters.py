"""Rosters as jobs: the heavy part, reading and marking, outside any transaction; what changes at the end, in one."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from plumbing.jobs.outcome import Outcome, Output
from services.directory.application.rosters.check import digest, judged_in, plan_roster, result_of, take_in_checked
from services.directory.application.rosters.jobs import RosterCheck, RosterTakeIn
from services.directory.application.rosters.kept import KeptRoster
from services.directory.application.rosters.roster import the_roster
from services.directory.application.rosters.unit import RosterUnit
from services.directory.domain.roster.judged import Judged

if TYPE_CHECKING:  # the worker starts without what a child needs
    from plumbing.jobs.job import Job
    from services.directory.formats.roster.reading import Sheet

_STEPS = 4


def check(job: "Job") -> Outcome:
    """Say what taking the roster in would do, and give the workbook back with what is wrong in red."""
    from services.directory.formats.roster.marking import XLSX, marked  # noqa: PLC0415 - a child only needs it

    kept, content, sheet, judged = _judged(job)
    plan = job.query(lambda unit, _: plan_roster(unit, kept, judged), job.ask)
    job.progress(2, _STEPS)
    marks = marked(content, kept.suffix, sheet, judged.header.row, plan.findings)
    job.progress(3, _STEPS)
    result = result_of(kept, sheet, judged, plan)
    checked = replace(kept, plan_digest=digest(plan), result=result.dump())
    return Outcome(effect=lambda unit: unit.keep_checked(checked), output=Output(content=marks, media_type=XLSX))


def take_in(job: "Job") -> Outcome:
    """Let the good rows stand, all of them together with the end of the job, or none."""
    kept, _, _, judged = _judged(job)
    job.progress(3, _STEPS)
    return Outcome(effect=lambda unit: take_in_checked(unit, kept.roster_id, judged))


def _kept(unit: RosterUnit, ask: RosterCheck | RosterTakeIn) -> tuple[KeptRoster, date]:
    return the_roster(unit, ask.roster_id), unit.today


def _judged(job: "Job") -> tuple[KeptRoster, bytes, "Sheet", Judged[Any]]:
    from services.directory.formats.roster.reading import sheets_of  # noqa: PLC0415 - a child only needs it

    job.progress(0, _STEPS)
    kept, today = job.query(_kept, job.ask)
    content = job.input()
    sheets = sheets_of(content, kept.suffix)
    place, judged = judged_in(sheets, kept.people, today)
    job.progress(1, _STEPS)
    return kept, content, sheets[place], judged
