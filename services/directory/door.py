"""Directory's door: who is there, who may know, and the way in and out. No decisions here."""

from typing import Any

from contracts.directory.calendar import CALENDAR, Calendar, ReadCalendar
from contracts.directory.card import (
    ACTIVATE,
    PRINT_CARDS,
    PRINT_STAFF_CARDS,
    Activate,
    Cards,
    PrintCards,
    PrintStaffCards,
)
from contracts.directory.class_list import CLASS_LIST, ClassList, ReadClassList
from contracts.directory.own_calendar import (
    EDITIONS,
    MARK_DAY,
    MOVE_TERM,
    UNMARK_DAY,
    Editions,
    ListEditions,
    MarkDay,
    MoveTerm,
    UnmarkDay,
)
from contracts.directory.own_sessions import (
    END_OTHER_SESSIONS,
    END_SESSION,
    OWN_SESSIONS,
    Ended,
    EndOtherSessions,
    EndSession,
    ListSessions,
    OwnSessions,
)
from contracts.directory.people import NAMES, Names, NamesWanted
from contracts.directory.readers import READERS, Readers, ReadReaders
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
from contracts.directory.school import CLASSES, SCHOOL, Classes, FindSchool, ListClasses, School
from contracts.directory.second_factor import (
    BEGIN_SECOND_FACTOR,
    CONFIRM_SECOND_FACTOR,
    END_SECOND_FACTOR,
    RENEW_RECOVERY_CODES,
    SECOND_FACTOR,
    BeginSecondFactor,
    ConfirmSecondFactor,
    EndSecondFactor,
    ReadSecondFactor,
    RecoveryCodes,
    RenewRecoveryCodes,
    SecondFactor,
)
from contracts.directory.session import (
    SESSION,
    SIGN_IN,
    SIGN_IN_SECOND,
    SIGN_OUT,
    ReadSession,
    Session,
    SignedIn,
    SignedOut,
    SignIn,
    SignInSecond,
    SignOut,
)
from contracts.file import FileKept, GetPiece, Piece, PutPiece
from contracts.job import CancelJob, JobStatus, ReadJob
from plumbing.caller import Caller
from plumbing.doors import HouseProvider, answers
from plumbing.jobs import calls
from services.directory import wiring
from services.directory.application.class_list import read_class_list
from services.directory.application.names import read_names
from services.directory.application.own_calendar import list_editions, mark_day, move_term, unmark_day
from services.directory.application.own_sessions import end_other_sessions, end_session, list_sessions
from services.directory.application.print_cards import print_cards, print_staff_cards
from services.directory.application.readers import read_readers
from services.directory.application.roster import check_roster, read_roster, take_in_roster
from services.directory.application.schools import find_school, list_classes, read_calendar
from services.directory.application.second_factor import (
    begin_second_factor,
    confirm_second_factor,
    end_second_factor,
    read_second_factor,
    renew_recovery_codes,
)
from services.directory.application.session import read_session, sign_out


class DirectoryService:
    """Directory, as the gateway sees it."""

    name = "directory"
    house = HouseProvider(wiring.build)

    @answers(SIGN_IN)
    def sign_in(self, ask: SignIn, caller: Caller) -> SignedIn:
        """Let a person in."""
        return wiring.sign_in(self.house, ask, caller)

    @answers(SIGN_IN_SECOND)
    def sign_in_second(self, ask: SignInSecond, caller: Caller) -> SignedIn:
        """Let a person in by a code, after their password."""
        return wiring.sign_in_second(self.house, ask, caller)

    @answers(SECOND_FACTOR)
    def second_factor(self, ask: ReadSecondFactor, caller: Caller) -> SecondFactor:
        """Say how the asker's second factor stands."""
        return self.house.query(read_second_factor, ask, caller)

    @answers(BEGIN_SECOND_FACTOR)
    def begin_second_factor(self, ask: BeginSecondFactor, caller: Caller) -> SecondFactor:
        """Make a secret for the asker's phone."""
        return self.house.change(begin_second_factor, ask, caller)

    @answers(CONFIRM_SECOND_FACTOR)
    def confirm_second_factor(self, ask: ConfirmSecondFactor, caller: Caller) -> RecoveryCodes:
        """Ask for a code from now on."""
        return wiring.with_code(self.house, confirm_second_factor, ask, caller)

    @answers(RENEW_RECOVERY_CODES)
    def renew_recovery_codes(self, ask: RenewRecoveryCodes, caller: Caller) -> RecoveryCodes:
        """Make ten new codes for paper."""
        return wiring.with_code(self.house, renew_recovery_codes, ask, caller)

    @answers(END_SECOND_FACTOR)
    def end_second_factor(self, ask: EndSecondFactor, caller: Caller) -> SecondFactor:
        """Ask for no code any more."""
        return wiring.with_code(self.house, end_second_factor, ask, caller)

    @answers(ACTIVATE)
    def activate(self, ask: Activate, caller: Caller) -> SignedIn:
        """Let a person in by their card."""
        return wiring.activate(self.house, ask, caller)

    @answers(PRINT_CARDS)
    def print_cards(self, ask: PrintCards, caller: Caller) -> Cards:
        """Make cards for the guardians of a class."""
        return self.house.change(print_cards, ask, caller)

    @answers(PRINT_STAFF_CARDS)
    def print_staff_cards(self, ask: PrintStaffCards, caller: Caller) -> Cards:
        """Make cards for colleagues."""
        return self.house.change(print_staff_cards, ask, caller)

    @answers(SESSION)
    def session(self, ask: ReadSession, caller: Caller) -> Session:
        """Say whose session it is."""
        return self.house.change(read_session, ask, caller)

    @answers(SIGN_OUT)
    def sign_out(self, ask: SignOut, caller: Caller) -> SignedOut:
        """End a session."""
        return self.house.change(sign_out, ask, caller)

    @answers(OWN_SESSIONS)
    def own_sessions(self, ask: ListSessions, caller: Caller) -> OwnSessions:
        """List where the asker is signed in."""
        return self.house.query(list_sessions, ask, caller)

    @answers(END_SESSION)
    def end_session(self, ask: EndSession, caller: Caller) -> Ended:
        """End one of the asker's sessions."""
        return self.house.change(end_session, ask, caller)

    @answers(END_OTHER_SESSIONS)
    def end_other_sessions(self, ask: EndOtherSessions, caller: Caller) -> Ended:
        """End all of the asker's sessions but one."""
        return self.house.change(end_other_sessions, ask, caller)

    @answers(SCHOOL)
    def school(self, ask: FindSchool, caller: Caller) -> School:
        """Find a school by its code."""
        return self.house.query(find_school, ask, caller)

    @answers(CLASSES)
    def classes(self, ask: ListClasses, caller: Caller) -> Classes:
        """List the school's classes."""
        return self.house.query(list_classes, ask, caller)

    @answers(NAMES)
    def names(self, ask: NamesWanted, caller: Caller) -> Names:
        """Name those the asker may know."""
        return self.house.change(read_names, ask, caller)

    @answers(CLASS_LIST)
    def class_list(self, ask: ReadClassList, caller: Caller) -> ClassList:
        """Say who sits in a class."""
        return self.house.change(read_class_list, ask, caller)

    @answers(READERS)
    def readers(self, ask: ReadReaders, caller: Caller) -> Readers:
        """Say who has looked at a child's data."""
        return self.house.change(read_readers, ask, caller)

    @answers(CALENDAR)
    def calendar(self, ask: ReadCalendar, caller: Caller) -> Calendar:
        """Show the school's calendar."""
        return self.house.query(read_calendar, ask, caller)

    @answers(MARK_DAY)
    def mark_day(self, ask: MarkDay, caller: Caller) -> dict[str, object]:
        """Say what a day is at the school."""
        return self.house.command(mark_day, ask, caller)

    @answers(UNMARK_DAY)
    def unmark_day(self, ask: UnmarkDay, caller: Caller) -> dict[str, object]:
        """Give a day back to the district's calendar."""
        return self.house.command(unmark_day, ask, caller)

    @answers(MOVE_TERM)
    def move_term(self, ask: MoveTerm, caller: Caller) -> dict[str, object]:
        """Let a term begin or end on other days."""
        return self.house.command(move_term, ask, caller)

    @answers(EDITIONS)
    def calendar_editions(self, ask: ListEditions, caller: Caller) -> Editions:
        """Say how the school has changed its calendar."""
        return self.house.query(list_editions, ask, caller)

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
