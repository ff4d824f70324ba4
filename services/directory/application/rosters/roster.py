"""Rosters on their way: handed in, read back, asked to be taken in. Everybody sees their own only."""

from contracts.directory.roster import CheckRoster, ReadRoster, Roster, RosterAsked, RosterResult, TakeInRoster
from contracts.errors import Conflict, NotFound
from contracts.job import JobState
from services.directory.application.asker import asker
from services.directory.application.rosters.jobs import RosterCheck, RosterTakeIn
from services.directory.application.rosters.kept import KeptRoster
from services.directory.application.rosters.unit import RosterUnit

_ENDED_BADLY = (JobState.FAILED, JobState.CANCELLED)


def check_roster(unit: RosterUnit, ask: CheckRoster) -> RosterAsked:
    """Let the file be checked. Raises InvalidRequest when it has not arrived whole."""
    roster_id = unit.new_id()
    job_id = unit.ask_job(RosterCheck(roster_id=roster_id), input_file_id=ask.file_id)
    unit.keep_roster(KeptRoster(
        roster_id=roster_id, asked_by=asker(unit).person_id, file_id=ask.file_id, suffix=ask.suffix,
        people=ask.people, whole=ask.whole, check_job_id=job_id,
    ))
    return RosterAsked(roster_id=roster_id)


def take_in_roster(unit: RosterUnit, ask: TakeInRoster) -> RosterAsked:
    """Let a checked roster be taken in; one that is on its way, or has been, is not begun again.

    Raises NotFound, Conflict when it has not been checked.
    """
    kept = the_roster(unit, ask.roster_id, hold=True)
    if kept.result is None:
        raise Conflict("这份名册还没有检查完，请等检查结束。")
    before = unit.job(kept.take_in_job_id) if kept.take_in_job_id else None
    if before is None or before.state in _ENDED_BADLY:
        job_id = unit.ask_job(RosterTakeIn(roster_id=kept.roster_id), input_file_id=kept.file_id)
        unit.keep_taking_in(kept.roster_id, job_id)
    return RosterAsked(roster_id=kept.roster_id)


def read_roster(unit: RosterUnit, ask: ReadRoster) -> Roster:
    """Return how far the roster is, and what a check found. Raises NotFound."""
    kept = the_roster(unit, ask.roster_id)
    check = unit.job(kept.check_job_id)
    if check is None:
        raise NotFound
    return Roster(
        roster_id=kept.roster_id, people=kept.people, whole=kept.whole, check=check,
        take_in=unit.job(kept.take_in_job_id) if kept.take_in_job_id else None,
        result=RosterResult.restore(kept.result) if kept.result else None, marked_file_id=check.output_file_id,
    )


def the_roster(unit: RosterUnit, roster_id: str, *, hold: bool = False) -> KeptRoster:
    """Return a roster of the asker's. Raises NotFound."""
    kept = unit.roster(roster_id, hold=hold)
    if kept is None:
        raise NotFound
    return kept
