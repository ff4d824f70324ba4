"""Homework's work beside its calls: replays of drafts, and what it forgets."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from plumbing.jobs.kind import Kind
from plumbing.jobs.outcome import Outcome
from plumbing.sweeps.sweep import Sweep
from plumbing.work import Work
from services.homework.application.replays.job import ReplayUnderDraft
from services.homework.application.replays.replaying import Recorded, begin_replaying, recorded
from services.homework.application.replays.result import result_of
from services.homework.application.replays.unit import ReplayUnit

if TYPE_CHECKING:  # the worker starts without what a child needs
    from plumbing.jobs.job import Job


def replay(job: "Job") -> Outcome:
    """Judge a period under a draft, a transaction and a step of progress each day."""
    replaying = job.query(begin_replaying, job.ask)
    days = tuple(replaying.kept.days)
    for number, day in enumerate(days):
        job.progress(number, len(days))
        replaying.judge(job.query(partial(_on, day), job.ask))
    job.progress(len(days), len(days))
    replay_id, result = replaying.kept.replay_id, result_of(replaying.tally).dump()
    return Outcome(effect=lambda unit: unit.keep_replayed(replay_id, result))


def _on(day: date, unit: ReplayUnit, _: ReplayUnderDraft) -> Recorded:
    return recorded(unit, day)


WORK = Work(
    kinds=(Kind(ask=ReplayUnderDraft, run=replay, seconds=300),),
    sweeps=(Sweep(table="replay", key="school_id, replay_id", over="asked_at", kept=timedelta(days=30)),),
)
