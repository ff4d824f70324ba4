"""The next school year in memory: it begins at once, or is seen at work."""

from dataclasses import replace

from contracts.actor import Actor
from contracts.directory import next_year as of_year
from contracts.errors import Conflict
from contracts.job import JobState, JobStatus
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who

PRESENT = 2026


class NextYears:
    """`hinders` stands in the way; `year_busy` jobs are seen at work."""

    def __init__(self) -> None:
        self.hinders, self.year_busy = "", False
        self.years_begun: list[int] = []
        self._last = of_year.NextYear(
            year=PRESENT + 1, present=PRESENT, first_day=clock.today(), graduates=40, unplaced=0,
            classes=tuple(
                of_year.ClassNextYear(
                    class_id=one.class_id, name=one.name, pupils=40, has_head=False,
                    becomes=one.name.replace("三", "四") if one.grade == 3 else "",
                )
                for one in who.CLASSES
            ),
        )

    def next_year(self, _: of_year.ReadNextYear, __: Actor) -> of_year.NextYear:
        return replace(self._last, hinders=self.hinders)

    def begin_year(self, ask: of_year.BeginYear, _: Actor) -> of_year.YearAsked:
        if self.hinders:
            raise Conflict(self.hinders)
        self.years_begun.append(ask.year)
        job = JobStatus(
            job_id=ids.new_id(), kind="year_begin", state=JobState.RUNNING if self.year_busy else JobState.DONE,
            steps_done=1, steps_total=2, asked_at=clock.now(),
        )
        self._last = replace(self._last, job=job)
        return of_year.YearAsked(year=ask.year, job_id=job.job_id)
