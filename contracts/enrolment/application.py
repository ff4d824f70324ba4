"""The after-school service, thin: what is offered, a family's application, its decision, its places."""

from datetime import date, datetime, time
from enum import StrEnum

from marshmallow import fields

from contracts.actor import Role
from contracts.call import Call
from contracts.event import Event
from contracts.fields import Choice, Id, Text, WholeNumber
from contracts.message import Message, of


class OfferingKind(StrEnum):
    """Basic care (homework, reading, help) or a club (E8)."""

    BASIC_CARE = "basic_care"
    CLUB = "club"


class Decision(StrEnum):
    """What a head teacher says to an application."""

    APPROVE = "approve"
    REJECT = "reject"


class ApplicationState(StrEnum):
    """Where an application stands."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class PlaceState(StrEnum):
    """What an application holds in one offering: a place, a number in the waiting line, or nothing any more."""

    ASKED = "asked"
    GIVEN = "given"
    WAITING = "waiting"
    RELEASED = "released"


DECISION_LABELS = {Decision.APPROVE: "同意", Decision.REJECT: "不同意"}
WEEKDAY_LABELS = {1: "周一", 2: "周二", 3: "周三", 4: "周四", 5: "周五"}


class ListOfferings(Message):
    """Ask what a child may apply for."""

    pupil_id: str = of(Id())


class Offering(Message):
    """One thing on offer this term. `weekdays` are 1-5; `left` counts places not yet given, never below 0."""

    offering_id: str = of(Id())
    kind: OfferingKind
    title: str
    weekdays: tuple[int, ...]
    starts_at: time
    ends_at: time
    collect_by: time
    capacity: int
    left: int
    waiting: int


class Offerings(Message):
    """What is on offer to this child, basic care first."""

    pupil_id: str = of(Id())
    term: str
    offerings: tuple[Offering, ...]


class Apply(Message):
    """A guardian applies for one child: days of basic care, a club, or both. Voluntary, withdrawn at any time (E3)."""

    pupil_id: str = of(Id(metadata={"label": "孩子"}))
    care_weekdays: tuple[int, ...] = of(
        fields.List(
            WholeNumber(least=1, most=5),
            metadata={"label": "哪几天需要看护", "hint": "不需要就不选", "labels": WEEKDAY_LABELS},
        ),
        default=(),
    )
    club_id: str | None = of(Id(metadata={"label": "社团"}), default=None)


class ReadApplication(Message):
    """Ask for one application that the asker may see."""

    application_id: str = of(Id())


class WithdrawApplication(Message):
    """A guardian takes the application back; its places go to the next in line."""

    application_id: str = of(Id())


class Decide(Message):
    """The child's head teacher decides. A rejection needs a reason the family can read."""

    application_id: str = of(Id())
    decision: Decision = of(Choice(Decision, metadata={"label": "决定", "labels": DECISION_LABELS}))
    reason: str = of(Text(longest=200, metadata={"label": "理由", "hint": "不同意时必填，家长会看到"}), default="")


class Place(Message):
    """What the application holds in one offering. `line_position` is 1 for the next to move up."""

    offering_id: str = of(Id())
    title: str
    kind: OfferingKind
    weekdays: tuple[int, ...]
    state: PlaceState
    line_position: int | None = None


class Application(Message):
    """One application with its places; `actions` are what the asker may do with it now."""

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    applicant_id: str = of(Id())
    state: ApplicationState
    submitted_at: datetime
    decided_at: datetime | None = None
    decided_by: str | None = None
    reason: str = ""
    places: tuple[Place, ...]
    actions: tuple[str, ...] = ()


class ListApplications(Message):
    """Ask for applications: a guardian's children's, or those of the class a head teacher leads; one page of 50.

    `waiting_only` leaves only those that still need a decision. `before` is the last application of the page before.
    """

    waiting_only: bool = False
    before: str | None = of(Id(), default=None)


class Applications(Message):
    """A page of applications, oldest undecided first, then newest."""

    applications: tuple[Application, ...]


class ApplicationSubmitted(Event):
    """A family has applied."""

    type = "enrolment.application_submitted.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    applicant_id: str = of(Id())
    offering_ids: tuple[str, ...] = of(fields.List(Id()))
    first_day: date | None = None


class ApplicationDecided(Event):
    """The head teacher has decided. The reason stays in the house."""

    type = "enrolment.application_decided.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    decision: Decision


class ApplicationWithdrawn(Event):
    """The family has taken the application back."""

    type = "enrolment.application_withdrawn.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())


class PlaceGiven(Event):
    """A child has a place. `from_line` is true when it moved up from the waiting line."""

    type = "enrolment.place_given.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    offering_id: str = of(Id())
    kind: OfferingKind
    from_line: bool = False


class PlaceWaiting(Event):
    """A child stands in the waiting line at `line_position`."""

    type = "enrolment.place_waiting.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    offering_id: str = of(Id())
    kind: OfferingKind
    line_position: int


FAMILY = frozenset({Role.GUARDIAN})
HEADS = frozenset({Role.HEAD_TEACHER})
OFFERINGS = Call(service="enrolment", method="offerings", ask=ListOfferings, answer=Offerings, allow=FAMILY)
APPLY = Call(service="enrolment", method="apply", ask=Apply, answer=Application, allow=FAMILY, command=True)
WITHDRAW = Call(
    service="enrolment", method="withdraw", ask=WithdrawApplication, answer=Application, allow=FAMILY, command=True
)
DECIDE = Call(service="enrolment", method="decide", ask=Decide, answer=Application, allow=HEADS, command=True)
READ = Call(service="enrolment", method="read", ask=ReadApplication, answer=Application, allow=FAMILY | HEADS)
APPLICATIONS = Call(
    service="enrolment", method="applications", ask=ListApplications, answer=Applications, allow=FAMILY | HEADS
)
