"""The next school year as a job: begun by one transaction, all of it or nothing."""

from typing import TYPE_CHECKING

from plumbing.jobs.outcome import Outcome
from services.directory.application.school_year.begin import take_into_year

if TYPE_CHECKING:  # the worker starts without what a child needs
    from plumbing.jobs.job import Job

_STEPS = 2


def begin(job: "Job") -> Outcome:
    """Take the school into the year that is asked for."""
    year = job.ask.year
    job.progress(1, _STEPS)
    return Outcome(effect=lambda unit: take_into_year(unit, year))
