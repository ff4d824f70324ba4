"""Approval: what those say whose turn it is on a school's chain, and what is announced of it (E4)."""

from enum import StrEnum

from marshmallow import fields, validate

from contracts.call import Call
from contracts.enrolment.application import DECIDERS, Application
from contracts.enrolment.ground import GROUND_LABELS, RefusalGround
from contracts.enrolment.offering import FAMILY, OfferingKind
from contracts.enrolment.part import KIND_LABELS
from contracts.event import Event
from contracts.fields import Choice, Id, Text
from contracts.message import Message, of


class Decision(StrEnum):
    """What somebody whose turn it is says to an application."""

    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"


MANY = 500
DECISION_LABELS = {Decision.APPROVE: "同意", Decision.RETURN: "退回修改", Decision.REJECT: "不同意"}


class Decide(Message):
    """Somebody whose turn it is decides; for every kind of service that waits for them, if none is named.

    All but an approval needs a reason that the family can read. `to` is the key of an earlier step that it is returned
    to; the family is asked where none is named. A rejection of basic care names its `ground` besides (E3), which means
    nothing to any other decision.
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
    ground: RefusalGround | None = of(
        Choice(RefusalGround, metadata={
            "label": "为什么不同意看护", "labels": GROUND_LABELS,
            "hint": "只在不同意课后看护时选，家长会看到；每种理由有几份，区教育局看得到",
        }),
        default=None,
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


class ApplicationReturned(Event):
    """The family is to change what it asks of these kinds of service. The reason stays in the house."""

    type = "enrolment.application_returned.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    kinds: tuple[OfferingKind, ...] = of(fields.List(Choice(OfferingKind)))


class ApplicationDecided(Event):
    """The last word on these kinds of service, or on all, has been said. The reason stays in the house.

    `ground` is the code of why basic care was refused, where it is among them and was.
    """

    type = "enrolment.application_decided.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    decision: Decision
    kinds: tuple[OfferingKind, ...] = of(fields.List(Choice(OfferingKind)), default=())
    ground: RefusalGround | None = None


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


DECIDE = Call(service="enrolment", method="decide", ask=Decide, answer=Application, allow=DECIDERS, command=True)
REMIND = Call(
    service="enrolment", method="remind", ask=RemindApproval, answer=Application, allow=FAMILY | DECIDERS, command=True
)
APPROVE_MANY = Call(
    service="enrolment", method="approve_many", ask=ApproveMany, answer=ManyApproved, allow=DECIDERS, command=True
)
