"""A family's application for the after-school service, and its decision."""

from datetime import date, datetime
from enum import StrEnum

from marshmallow import fields

from contracts.actor import Role
from contracts.call import Call
from contracts.enrolment.offering import FAMILY, WEEKDAY_LABELS
from contracts.enrolment.place import Place
from contracts.event import Event
from contracts.fields import Choice, Id, Text, WholeNumber
from contracts.message import Message, of


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


DECISION_LABELS = {Decision.APPROVE: "同意", Decision.REJECT: "不同意"}


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


HEADS = frozenset({Role.HEAD_TEACHER})
APPLY = Call(service="enrolment", method="apply", ask=Apply, answer=Application, allow=FAMILY, command=True)
WITHDRAW = Call(
    service="enrolment", method="withdraw", ask=WithdrawApplication, answer=Application, allow=FAMILY, command=True
)
DECIDE = Call(service="enrolment", method="decide", ask=Decide, answer=Application, allow=HEADS, command=True)
READ = Call(service="enrolment", method="read", ask=ReadApplication, answer=Application, allow=FAMILY | HEADS)
APPLICATIONS = Call(
    service="enrolment", method="applications", ask=ListApplications, answer=Applications, allow=FAMILY | HEADS
)
