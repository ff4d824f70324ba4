"""Jobbing: a house with jobs whose kinds do what a test asks of them: its worker and its children.

It stands in the place of notify, on its database. Run as processes of their own.
"""

import os
import sys
import time
from datetime import timedelta
from pathlib import Path

from contracts.actor import EVERYONE
from contracts.call import Call
from contracts.errors import RuleRefused, Unavailable
from contracts.file import FileKept, GetPiece, Piece, PutPiece
from contracts.job import JobAsk, JobAsked, JobStatus, ReadJob
from plumbing import logs, settings
from plumbing.house import House
from plumbing.jobs.kind import Kind
from plumbing.jobs.outcome import Outcome, Output
from plumbing.jobs.run import run_job
from plumbing.jobs.worker import Worker
from plumbing.unit import Unit
from plumbing.work import Work, run_work

MEGABYTE = 1 << 20


class Chore(JobAsk):
    """A job that does what `does` says."""

    kind = "chore"

    does: str
    about: str = ""


class ShortChore(Chore):
    """The same with hardly any time and memory."""

    kind = "short_chore"


class AskForChore(ShortChore):
    """Ask for a chore by a command."""


JOB = Call(service="notify", method="job", ask=ReadJob, answer=JobStatus, allow=EVERYONE)
PUT = Call(service="notify", method="put_piece", ask=PutPiece, answer=FileKept, allow=EVERYONE)
GET = Call(service="notify", method="get_piece", ask=GetPiece, answer=Piece, allow=EVERYONE)


def mark(name):
    return Path(os.environ["PROBE_MARKS"]) / name


def note(name):
    """Leave a line that a test can count, and by which it finds this process."""
    with mark(name).open("a") as file:
        file.write(f"{os.getpid()}\n")


def took_effect(job):
    return lambda unit: unit.run("INSERT INTO effect (about) VALUES (:about)", about=job.ask.about)


def waits(job):
    """Go on once the test lets it."""
    note("begun")
    while not mark("go").exists():
        time.sleep(0.01)
    return Outcome(effect=took_effect(job))


def counts(job):
    for step in range(1, 11):
        job.progress(step, 10)
    return Outcome(effect=took_effect(job))


def turns_round(job):
    return Outcome(output=Output(content=job.input()[::-1], media_type="text/plain"))


def changes_twice(job):
    """Change something before the end, twice, with a wait between."""
    job.change(lambda unit, _: took_effect(job)(unit), job.ask)
    waits(job)
    job.change(lambda unit, _: took_effect(job)(unit), job.ask)
    return Outcome()


def refuses(job):
    def effect(unit):
        took_effect(job)(unit)
        raise RuleRefused("第 3 行的学号重复了。", {"row": 3})

    return Outcome(effect=effect)


def raises(job):
    raise KeyError("王小明")


def out_of_reach(job):
    note("begun")
    raise Unavailable


def eats(job):
    return Outcome(output=Output(content=bytes(600 * MEGABYTE), media_type="text/plain"))


def spins(job):
    while True:
        pass


def dozes(job):
    while True:
        time.sleep(1)


def kills_itself(job):
    note("begun")
    os.kill(os.getpid(), 9)


DOES = {
    done.__name__: done
    for done in (
        waits, counts, turns_round, changes_twice, refuses, raises, out_of_reach, eats, spins, dozes, kills_itself
    )
}


def do(job):
    return DOES[job.ask.does](job)


KINDS = (Kind(ask=Chore, run=do, seconds=60, memory_mb=512), Kind(ask=ShortChore, run=do, seconds=1, memory_mb=512))


def house():
    return House(service="notify", unit=Unit)


def ask_for_chore(unit, ask):
    return JobAsked(job_id=unit.ask_job(Chore(does=ask.does, about=ask.about)))


def work():
    url, lease = settings.sweep_database_url(), timedelta(seconds=float(os.environ.get("LEASE", "2")))
    command = (sys.executable, "-m", "tests.plumbing.jobbing", "job")
    worker = Worker(database_url=url, kinds=KINDS, command=command, lease=lease, pause=timedelta(milliseconds=100))
    run_work("notify", Work(kinds=KINDS), worker=worker, database_url=url, health_port=settings.health_port())


def job():
    run_job(house(), KINDS)


if __name__ == "__main__":
    logs.configure(f"jobbing.{sys.argv[1]}")
    {"work": work, "job": job}[sys.argv[1]]()
