"""Rosters in memory: every file has one bad row and one pupil who is new; a check takes one look, taking in another."""

from dataclasses import replace

from contracts.actor import Actor
from contracts.directory import roster as of_roster
from contracts.errors import InvalidRequest, NotFound
from contracts.file import FileKept, GetPiece, Piece, PutPiece, pieces_of
from contracts.job import CancelJob, JobState, JobStatus, ReadJob
from plumbing import clock, ids

RESULT = of_roster.RosterResult(
    sheet="学生信息",
    counts={"new": 1, "moved": 0, "changed": 0, "unchanged": 0, "left": 0, "lines": 2, "bad": 1},
    opened=("三（9）班",), ignored=("性别",),
    findings=(of_roster.RosterFinding(
        row=5, column=10, heading="监护人1手机", force="refuse", what="手机号应有 11 位，这里有 10 位",
        remedy="请核对后补全号码",
    ),),
    findings_in_all=1, moves=(of_roster.RosterMove(change="new", name="周小雨", becomes="三（9）班"),), moves_in_all=1,
)


class Rosters:
    """Directory's rosters. `busy` jobs are seen at work first."""

    def __init__(self) -> None:
        self.files: dict[str, dict[int, bytes]] = {}
        self.rosters: dict[str, of_roster.Roster] = {}
        self.busy = False
        self.unreadable = ""

    def put_piece(self, ask: PutPiece, _: Actor) -> FileKept:
        kept = self.files.setdefault(ask.file_id, {})
        kept[ask.number] = ask.content
        return FileKept(file_id=ask.file_id, whole=len(kept) == pieces_of(ask.size))

    def get_piece(self, ask: GetPiece, _: Actor) -> Piece:
        raise NotFound

    def read_job(self, ask: ReadJob, _: Actor) -> JobStatus:
        raise NotFound

    def cancel_job(self, ask: CancelJob, _: Actor) -> JobStatus:
        raise NotFound

    def check_roster(self, ask: of_roster.CheckRoster, _: Actor) -> of_roster.RosterAsked:
        if ask.file_id not in self.files:
            raise InvalidRequest
        roster_id = ids.new_id()
        check = self._job()
        found = of_roster.Roster(roster_id=roster_id, people=ask.people, whole=ask.whole, check=check)
        done = check.state is JobState.DONE
        self.rosters[roster_id] = replace(found, result=RESULT, marked_file_id=ids.new_id()) if done else found
        return of_roster.RosterAsked(roster_id=roster_id)

    def take_in_roster(self, ask: of_roster.TakeInRoster, _: Actor) -> of_roster.RosterAsked:
        found = self._found(ask.roster_id)
        self.rosters[ask.roster_id] = replace(found, take_in=found.take_in or self._job())
        return of_roster.RosterAsked(roster_id=ask.roster_id)

    def roster(self, ask: of_roster.ReadRoster, _: Actor) -> of_roster.Roster:
        return self._found(ask.roster_id)

    def _found(self, roster_id: str) -> of_roster.Roster:
        if roster_id not in self.rosters:
            raise NotFound
        return self.rosters[roster_id]

    def _job(self) -> JobStatus:
        state = JobState.FAILED if self.unreadable else JobState.RUNNING if self.busy else JobState.DONE
        return JobStatus(
            job_id=ids.new_id(), kind="roster_check", state=state, steps_done=1, steps_total=4, words=self.unreadable,
            asked_at=clock.now(),
        )
