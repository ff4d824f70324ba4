"""The term's programme: sessions and offerings, judged by the norms, announced to families (E2, E7, E8)."""

from datetime import date, datetime, time
from enum import StrEnum

from marshmallow import fields

from contracts.actor import SIGNED_IN, Role
from contracts.call import Call
from contracts.enrolment.planned import DropOffering, Planned, WriteOffering
from contracts.enrolment.session import DropSession, ServiceSession, WriteSession
from contracts.event import Event
from contracts.fields import Choice, Id, LocalDate, LocalTime, Text, WholeNumber
from contracts.finding import Finding
from contracts.message import Message, of

LONGEST_LETTER = 2000


class Placing(StrEnum):
    """How places in clubs are given: to whoever is approved first, or by a draw after the last day to apply (E10)."""

    FIRST_COME = "first_come"
    DRAW = "draw"


PLACING_LABELS = {Placing.FIRST_COME: "先审完先安排", Placing.DRAW: "报名截止后抽签"}


class ProgrammeState(StrEnum):
    """Nobody but its office sees a draft; what is announced, families apply for."""

    DRAFT = "draft"
    ANNOUNCED = "announced"


class ListProgrammes(Message):
    """Ask for the terms of the school's calendar, each with its programme."""


class TermPlan(Message):
    """A term, and its programme where there is one."""

    term: str
    first_day: date
    last_day: date
    programme_id: str | None = of(Id(), default=None)
    state: ProgrammeState | None = None


class Programmes(Message):
    """Every term that is not over, and those before that had a programme; the latest first."""

    terms: tuple[TermPlan, ...]


class OpenProgramme(Message):
    """Begin the programme of a term of the calendar; like an earlier one, if so asked."""

    term: str = of(Text(shortest=1, longest=60))
    like: str | None = of(Id(), default=None)


class ReadProgramme(Message):
    """Ask for a programme of the school."""

    programme_id: str = of(Id())


class Whereabouts(Message):
    """What of the programme a finding is about; empty where it is about all of it."""

    grades: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    seasons: tuple[str, ...] = ()
    session_kinds: tuple[str, ...] = ()
    offering_ids: tuple[str, ...] = of(fields.List(Id()), default=())


class Found(Message):
    """A norm that the programme breaks or leans on, and where."""

    finding: Finding
    where: Whereabouts


class Clash(Message):
    """Two offerings at once for one person or one room; `what` is person or room."""

    what: str
    which: str
    offering_ids: tuple[str, ...] = of(fields.List(Id()))
    weekdays: tuple[int, ...]


class Programme(Message):
    """A programme as its office sees it. `sequence` counts all that was done to it.

    `found` is what the norms say of it, what forbids first; `unanswered` says what could not be judged, `clashes` what
    is booked twice: while there is any of them that forbids, it cannot be announced.
    """

    programme_id: str = of(Id())
    term: str
    first_day: date
    last_day: date
    state: ProgrammeState
    sequence: int
    opens_at: datetime | None = None
    closes_on: date | None = None
    letter: str = ""
    most_clubs: int = 1
    placing: Placing = Placing.FIRST_COME
    sessions: tuple[ServiceSession, ...] = ()
    offerings: tuple[Planned, ...] = ()
    found: tuple[Found, ...] = ()
    unanswered: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    grades: tuple[int, ...] = ()
    colleagues: tuple[str, ...] = of(fields.List(Id()), default=())


class AnnounceProgramme(Message):
    """Announce a programme as the asker has seen it; families may apply from the moment that is named."""

    programme_id: str = of(Id())
    sequence: int = of(WholeNumber(least=1))
    opens_on: date = of(LocalDate(metadata={"label": "从哪天起可以报名"}))
    opens_at: time = of(LocalTime(metadata={"label": "从几点起", "widget": "time"}))
    closes_on: date | None = of(
        LocalDate(metadata={"label": "报名到哪天为止", "hint": "一直可以报名就不填"}), default=None
    )
    most_clubs: int = of(
        WholeNumber(
            least=1, most=5, metadata={"label": "每名学生最多上几个社团", "hint": "志愿都可以填五个"}
        ),
        default=1,
    )
    placing: Placing = of(
        Choice(Placing, metadata={"label": "社团名额怎么安排", "labels": PLACING_LABELS}), default=Placing.FIRST_COME
    )
    letter: str = of(Text(
        shortest=1, longest=LONGEST_LETTER,
        metadata={
            "label": "致家长的一封信", "widget": "textarea",
            "hint": "写方式、安全措施、家长的权利。时间、地点、教师、收费会列在信的后面，不用写",
        },
    ))


class ReadAnnounced(Message):
    """Ask what the school has announced for the term that may be applied for, or runs."""


class Announced(Message):
    """An announced programme, as everybody of the school may read it; `term` is empty while there is none."""

    programme_id: str | None = of(Id(), default=None)
    term: str = ""
    first_day: date | None = None
    last_day: date | None = None
    opens_at: datetime | None = None
    closes_on: date | None = None
    letter: str = ""
    most_clubs: int = 1
    placing: Placing = Placing.FIRST_COME
    sessions: tuple[ServiceSession, ...] = ()
    offerings: tuple[Planned, ...] = ()


class ProgrammeAnnounced(Event):
    """A school has announced its after-school service of a term; families may apply from `opens_at` on."""

    type = "enrolment.programme_announced.v1"
    about = "programme_id"

    programme_id: str = of(Id())
    first_day: date
    last_day: date
    grades: tuple[int, ...]
    opens_at: datetime
    closes_on: date | None = None


PROGRAMME_OFFICE = frozenset({Role.AFTER_SCHOOL_OFFICE, Role.ACADEMIC_OFFICE, Role.PRINCIPAL})
"""Who writes and announces the after-school service of a school."""

OF_A_SCHOOL = SIGNED_IN - {Role.DISTRICT_OFFICE}
"""Whom a school's announcement is for: its families and its staff."""


def _command(method: str, ask: type[Message]) -> Call[Message, Programme]:
    return Call(
        service="enrolment", method=method, ask=ask, answer=Programme, allow=PROGRAMME_OFFICE, command=True
    )


PROGRAMMES = Call(
    service="enrolment", method="programmes", ask=ListProgrammes, answer=Programmes, allow=PROGRAMME_OFFICE
)
PROGRAMME = Call(
    service="enrolment", method="programme", ask=ReadProgramme, answer=Programme, allow=PROGRAMME_OFFICE
)
OPEN_PROGRAMME = _command("open_programme", OpenProgramme)
WRITE_SESSION = _command("write_session", WriteSession)
DROP_SESSION = _command("drop_session", DropSession)
WRITE_OFFERING = _command("write_offering", WriteOffering)
DROP_OFFERING = _command("drop_offering", DropOffering)
ANNOUNCE_PROGRAMME = _command("announce_programme", AnnounceProgramme)
ANNOUNCED = Call(service="enrolment", method="announced", ask=ReadAnnounced, answer=Announced, allow=OF_A_SCHOOL)
