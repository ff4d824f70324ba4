"""The next school year: what it would make of each class, and the word that begins it, once."""

from contracts.directory.calendar import ReadCalendar
from contracts.directory.next_year import BeginYear, ClassNextYear, NextYear, ReadNextYear, YearAsked
from contracts.errors import Conflict, NotFound
from contracts.job import JobState
from engines.schooldays import Term
from services.directory.application.calendars.document import term_of
from services.directory.application.rosters.book import grades_of
from services.directory.application.school_year.job import YearBegin
from services.directory.application.school_year.unit import NextYearUnit
from services.directory.application.schools import read_calendar
from services.directory.domain.promotion import Promotion, promotions
from services.directory.domain.school_year import first_day_of, school_year_name, what_hinders

_UNDER_WAY = (JobState.QUEUED, JobState.RUNNING)


def read_next_year(unit: NextYearUnit, ask: ReadNextYear) -> NextYear:
    """Return what the next year would make of the school, and what stands in its way."""
    present, terms = unit.present_year(), known_terms(unit)
    found = promotions(unit.standing_classes(), grades_of(unit))
    job_id = unit.year_job()
    return NextYear(
        year=present + 1, present=present, first_day=first_day_of(present + 1, terms),
        classes=tuple(map(_shown, found)),
        graduates=sum(one.stands.pupils for one in found if one.next_grade is None),
        unplaced=unit.unplaced_pupils(), hinders=what_hinders(present + 1, terms, unit.today),
        job=unit.job(job_id) if job_id else None,
    )


def begin_year(unit: NextYearUnit, ask: BeginYear) -> YearAsked:
    """Let the year's job wait for its turn; one of the asker's that is on its way is not begun again.

    Raises Conflict for a year that is not the next one, or where something stands in its way.
    """
    unit.hold_school()
    refuse_unless_next(unit, ask.year)
    before = unit.job(job_id) if (job_id := unit.year_job()) else None
    if before and before.state in _UNDER_WAY:
        return YearAsked(year=ask.year, job_id=before.job_id)
    job_id = unit.ask_job(YearBegin(year=ask.year))
    unit.keep_year_asked(ask.year, job_id)
    return YearAsked(year=ask.year, job_id=job_id)


def refuse_unless_next(unit: NextYearUnit, year: int) -> None:
    """Raise Conflict, saying why, unless the school may go on into this year now."""
    present = unit.present_year()
    if year != present + 1:
        raise Conflict(f"学校现在已经是 {school_year_name(present)}，请看一下现在的情况。")
    if hinders := what_hinders(year, known_terms(unit), unit.today):
        raise Conflict(hinders)


def known_terms(unit: NextYearUnit) -> tuple[Term, ...]:
    """Return the terms of the school's calendar; none where it has no calendar."""
    try:
        return tuple(map(term_of, read_calendar(unit, ReadCalendar()).terms))
    except NotFound:
        return ()


def _shown(one: Promotion) -> ClassNextYear:
    return ClassNextYear(
        class_id=one.stands.class_id, name=one.name, becomes=one.next_name, pupils=one.stands.pupils,
        has_head=one.stands.has_head,
    )
