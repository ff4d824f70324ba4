"""A family's application for the after-school service, and its way to a decision."""

from datetime import date, datetime
from enum import StrEnum

from marshmallow import fields, validate

from contracts.actor import Role
from contracts.call import Call
from contracts.enrolment.offering import FAMILY, WEEKDAY_LABELS, OfferingKind
from contracts.enrolment.place import Place
from contracts.event import Event
from contracts.fields import Choice, Id, Text, WholeNumber
from contracts.message import Message, of


class Decision(StrEnum):
    """What somebody whose turn it is says to an application."""

    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"


class ApplicationState(StrEnum):
    """Where an application, or what it asks of one kind of service, stands; `returned`: the family is to change it."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


DECISION_LABELS = {Decision.APPROVE: "同意", Decision.RETURN: "退回修改", Decision.REJECT: "不同意"}
MANY = 500
KIND_LABELS = {OfferingKind.BASIC_CARE: "课后看护", OfferingKind.CLUB: "社团"}


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


class ChangeApplication(Message):
    """A guardian changes what was returned to the family, and hands it in again; what was not returned stays."""

    application_id: str = of(Id())
    care_weekdays: tuple[int, ...] = of(
        fields.List(
            WholeNumber(least=1, most=5),
            metadata={"label": "哪几天需要看护", "hint": "不需要就不选", "labels": WEEKDAY_LABELS},
        ),
        default=(),
    )
    club_id: str | None = of(Id(metadata={"label": "社团"}), default=None)


class Decide(Message):
    """Somebody whose turn it is decides; for every kind of service that waits for them, if none is named.

    All but an approval needs a reason that the family can read. `to` is the key of an earlier step that it is returned
    to; the family is asked where none is named.
    """

    application_id: str = of(Id())
    kinds: tuple[OfferingKind, ...] = of(
        fields.List(
            Choice(OfferingKind),
            metadata={"label": "这次决定哪几项", "hint": "不选就是全部", "labels": KIND_LABELS},
        ),
        default=(),
    )
    decision: Decision = of(Choice(Decision, metadata={"label": "决定", "labels": DECISION_LABELS}))
    to: str | None = of(
        Text(longest=60, metadata={"label": "退回给谁", "hint": "只在退回时用"}), default=None
    )
    reason: str = of(
        Text(longest=200, metadata={"label": "理由", "hint": "不同意或退回时必填，家长会看到"}), default=""
    )


class RemindApproval(Message):
    """A guardian, or whoever oversees the chain, asks those who have it to decide; once a day."""

    application_id: str = of(Id())


class ApproveMany(Message):
    """Somebody approves, of these applications, whatever waits for them; what cannot be approved is left as it is."""

    application_ids: tuple[str, ...] = of(
        fields.List(
            Id(), required=True, validate=validate.Length(1, MANY, error=f"请选 1 到 {MANY} 份。"),
            metadata={"label": "同意哪几份"},
        )
    )


class LeftAsItIs(Message):
    """An application that could not be approved, and why."""

    application_id: str = of(Id())
    words: str


class ManyApproved(Message):
    """Which were approved, and which were left."""

    approved: tuple[str, ...] = of(fields.List(Id()))
    left: tuple[LeftAsItIs, ...]


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

    `step` is the name of the step it waits at; `mine` says that it waits for the asker. `stops` and `backs` are told
    where one application is read.
    """

    kind: OfferingKind
    state: ApplicationState
    step: str | None = None
    due: date | None = None
    mine: bool = False
    stops: tuple[Stop, ...] = ()
    backs: tuple[Back, ...] = ()


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
    parts: tuple[Part, ...] = ()
    actions: tuple[str, ...] = ()


class ListApplications(Message):
    """Ask for applications: of a guardian's children, a head teacher's class, an office's school; one page of 50.

    `waiting_only` leaves only those that wait for the asker's decision, the one that has waited longest first.
    `before` is the last application of the page before.
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


class ApplicationReturned(Event):
    """The family is to change what it asks of these kinds of service. The reason stays in the house."""

    type = "enrolment.application_returned.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    kinds: tuple[OfferingKind, ...] = of(fields.List(Choice(OfferingKind)))


class ApplicationDecided(Event):
    """The last word on these kinds of service, or on all, has been said. The reason stays in the house."""

    type = "enrolment.application_decided.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    decision: Decision
    kinds: tuple[OfferingKind, ...] = of(fields.List(Choice(OfferingKind)), default=())


class ApprovalDue(Event):
    """An application lies: its step was to be decided by now, or soon; these people are told. `overdue`: it is late."""

    type = "enrolment.approval_due.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    kind: OfferingKind
    overdue: bool
    person_ids: tuple[str, ...] = of(fields.List(Id()))


class ApplicationWithdrawn(Event):
    """The family has taken the application back, or the child has left."""

    type = "enrolment.application_withdrawn.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())


DECIDERS = frozenset({
    Role.HEAD_TEACHER, Role.GRADE_LEAD, Role.ACADEMIC_OFFICE, Role.AFTER_SCHOOL_OFFICE, Role.PRINCIPAL,
})  # fmt: skip
"""Who a school's chain may ask; whose turn it is, the chain says."""
APPLY = Call(service="enrolment", method="apply", ask=Apply, answer=Application, allow=FAMILY, command=True)
CHANGE = Call(
    service="enrolment", method="change", ask=ChangeApplication, answer=Application, allow=FAMILY, command=True
)
WITHDRAW = Call(
    service="enrolment", method="withdraw", ask=WithdrawApplication, answer=Application, allow=FAMILY, command=True
)
DECIDE = Call(service="enrolment", method="decide", ask=Decide, answer=Application, allow=DECIDERS, command=True)
REMIND = Call(
    service="enrolment", method="remind", ask=RemindApproval, answer=Application, allow=FAMILY | DECIDERS, command=True
)
APPROVE_MANY = Call(
    service="enrolment", method="approve_many", ask=ApproveMany, answer=ManyApproved, allow=DECIDERS, command=True
)
READ = Call(service="enrolment", method="read", ask=ReadApplication, answer=Application, allow=FAMILY | DECIDERS)
APPLICATIONS = Call(
    service="enrolment", method="applications", ask=ListApplications, answer=Applications, allow=FAMILY | DECIDERS
)
