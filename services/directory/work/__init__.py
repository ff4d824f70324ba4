"""Directory's work beside its calls: rosters, school years, exports, and what it forgets."""

from datetime import timedelta

from plumbing.jobs.kind import Kind
from plumbing.rounds.round import Round
from plumbing.sweeps.sweep import Sweep
from plumbing.work import Work
from services.directory.application.exports.job import RollExport
from services.directory.application.posts.turning import turn_posts
from services.directory.application.rosters.jobs import RosterCheck, RosterTakeIn
from services.directory.application.school_year.job import YearBegin
from services.directory.work.exports import write_down
from services.directory.work.next_year import begin
from services.directory.work.rosters import check, take_in

WORK = Work(
    kinds=(
        Kind(ask=RosterCheck, run=check, seconds=60),
        Kind(ask=RosterTakeIn, run=take_in, seconds=60),
        Kind(ask=YearBegin, run=begin, seconds=60),
        Kind(ask=RollExport, run=write_down, seconds=60),
    ),
    rounds=(
        Round(name="posts", due="SELECT district_id, school_id FROM schools_with_due_roles()", turn=turn_posts),
    ),
    sweeps=(
        Sweep(table="session", key="session_id", over="least(ended_at, expires_at)", kept=timedelta(days=7)),
        Sweep(table="card", key="person_id, sheet_id", over="expires_at", kept=timedelta()),
        Sweep(table="half_way", key="secret", over="expires_at", kept=timedelta()),
        Sweep(table="number_request", key="district_id, person_id", over="expires_at", kept=timedelta()),
        Sweep(table="testimony", key="testimony_id", over="expires_at", kept=timedelta()),
        Sweep(table="tries", key="name", over="forgotten_from", kept=timedelta()),
        Sweep(
            table="export_workbook", key="school_id, export_id", over="kept_at", kept=timedelta(hours=1),
            every=timedelta(minutes=10),
        ),
        Sweep(table="roll_export", key="school_id, export_id", over="asked_at", kept=timedelta(days=30)),
        Sweep(table="erasure", key="school_id, pupil_id", over="expires_at", kept=timedelta()),
        Sweep(table="roster", key="school_id, roster_id", over="asked_at", kept=timedelta(days=7)),
    ),
)
