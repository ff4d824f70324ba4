"""A part of an application: what it asks of one kind of service, and its way along the school's chain (E4)."""

from datetime import date, datetime
from enum import StrEnum

from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import OfferingKind
from contracts.message import Message


class ApplicationState(StrEnum):
    """Where an application, or what it asks of one kind of service, stands; `returned`: the family is to change it."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


KIND_LABELS = {OfferingKind.BASIC_CARE: "课后看护", OfferingKind.CLUB: "社团"}


class Said(Message):
    """A line of the record: what was done, by whom (a person, or "system"), when, and what they said."""

    what: str
    actor: str
    at: datetime
    comment: str = ""
    instead_of: str | None = None


class Stop(Message):
    """A step of a chain: `standing` is done, now, ahead, skipped or ended; `groups` are the roles that decide."""

    key: str
    name: str
    groups: tuple[str, ...]
    standing: str
    due: date | None = None
    said: tuple[Said, ...] = ()


class Back(Message):
    """It was sent back from this stop to that one, or to the family where `to` is absent."""

    from_stop: str
    to: str | None
    said: Said


class Part(Message):
    """What an application asks of one kind of service, and where that is on the way of the school's chain.

    `step` is the name of the step it waits at; `mine` says that it waits for the asker, `prepare` that a colleague who
    decides has asked the asker to see it first. `stops` and `backs` are told where one application is read. `ground` is
    why basic care was refused, where it was and codes were known.
    """

    kind: OfferingKind
    state: ApplicationState
    step: str | None = None
    due: date | None = None
    mine: bool = False
    prepare: bool = False
    ground: RefusalGround | None = None
    stops: tuple[Stop, ...] = ()
    backs: tuple[Back, ...] = ()
