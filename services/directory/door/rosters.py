"""Rosters, and the files and jobs they go by."""

from typing import Any

from contracts.directory.roster import (
    CANCEL_JOB,
    CHECK_ROSTER,
    GET_PIECE,
    PUT_PIECE,
    READ_JOB,
    ROSTER,
    TAKE_IN_ROSTER,
    CheckRoster,
    ReadRoster,
    Roster,
    TakeInRoster,
)
from contracts.file import FileKept, GetPiece, Piece, PutPiece
from contracts.job import CancelJob, JobStatus, ReadJob
from plumbing.caller import Caller
from plumbing.doors import answers
from plumbing.jobs import calls
from services.directory.application.rosters.roster import check_roster, read_roster, take_in_roster
from services.directory.door.own_house import OwnHouse


class Rosters(OwnHouse):
    """Rosters, and the files and jobs they go by."""

    @answers(PUT_PIECE)
    def put_piece(self, ask: PutPiece, caller: Caller) -> FileKept:
        """Keep a piece of the asker's file."""
        return self.house.change(calls.put_piece, ask, caller)

    @answers(GET_PIECE)
    def get_piece(self, ask: GetPiece, caller: Caller) -> Piece:
        """Give a piece of the asker's file."""
        return self.house.query(calls.get_piece, ask, caller)

    @answers(READ_JOB)
    def read_job(self, ask: ReadJob, caller: Caller) -> JobStatus:
        """Say how far the asker's job is."""
        return self.house.query(calls.read_job, ask, caller)

    @answers(CANCEL_JOB)
    def cancel_job(self, ask: CancelJob, caller: Caller) -> JobStatus:
        """Let the asker's job go no further."""
        return self.house.change(calls.cancel_job, ask, caller)

    @answers(CHECK_ROSTER)
    def check_roster(self, ask: CheckRoster, caller: Caller) -> dict[str, Any]:
        """Let a roster be checked."""
        return self.house.command(check_roster, ask, caller)

    @answers(TAKE_IN_ROSTER)
    def take_in_roster(self, ask: TakeInRoster, caller: Caller) -> dict[str, Any]:
        """Let a checked roster be taken in."""
        return self.house.command(take_in_roster, ask, caller)

    @answers(ROSTER)
    def roster(self, ask: ReadRoster, caller: Caller) -> Roster:
        """Say how far a roster is, and what its check found."""
        return self.house.query(read_roster, ask, caller)
