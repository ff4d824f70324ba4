"""Handing: an application that waits for one person goes to a colleague, to be seen first or to be decided (E4)."""

from enum import StrEnum

from marshmallow import fields

from contracts.call import Call
from contracts.enrolment.application import DECIDERS, Application
from contracts.enrolment.offering import OfferingKind
from contracts.event import Event
from contracts.fields import Choice, Id, Text
from contracts.message import Message, of


class How(StrEnum):
    """What becomes of a task before anybody decides it."""

    DELEGATE = "delegate"
    RESOLVE = "resolve"
    CLAIM = "claim"
    RELEASE = "release"
    TRANSFER = "transfer"
    ADD_SIGNER = "add_signer"
    REMOVE_SIGNER = "remove_signer"


HOW_LABELS = {
    How.DELEGATE: "请同事先看，看过交回给我", How.RESOLVE: "看过了，交回", How.CLAIM: "由我来办",
    How.RELEASE: "放回去，谁有空谁办", How.TRANSFER: "转交同事，由同事决定", How.ADD_SIGNER: "加一位同事会签",
    How.REMOVE_SIGNER: "不用一位同事会签了",
}
TO_SOMEBODY = frozenset({How.DELEGATE, How.TRANSFER, How.ADD_SIGNER, How.REMOVE_SIGNER})
SAYS_WHY = frozenset({How.RESOLVE, How.TRANSFER, How.ADD_SIGNER, How.REMOVE_SIGNER})


class ReadHands(Message):
    """Ask into whose hands an application could go."""

    application_id: str = of(Id())


class Hands(Message):
    """What the asker may do with it before it is decided, with which colleagues, and who of them signs with the asker.

    Nobody of the child's own family is among them.
    """

    pupil_id: str = of(Id())
    ways: tuple[How, ...] = ()
    colleagues: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()


class Hand(Message):
    """Let an application go to a colleague, come back, or be in the asker's own hand; nothing is decided by it.

    Of every kind of service of which it can. `to` is whom it is about, where it is about a colleague; the comment is
    read by colleagues only.
    """

    application_id: str = of(Id())
    how: How = of(Choice(How, metadata={"label": "怎么办", "labels": HOW_LABELS}))
    to: str | None = of(
        Id(metadata={"label": "哪位同事", "hint": "交回、由我来办、放回去时不用选", "widget": "select"}), default=None
    )
    comment: str = of(
        Text(longest=200, metadata={"label": "说明", "hint": "转交、交回、加或减会签时必填；同事看得到，家长看不到"}),
        default="",
    )


class ApplicationHanded(Event):
    """An application is in these people's hands now, in this way. What was said stays in the house."""

    type = "enrolment.application_handed.v1"
    about = "application_id"

    application_id: str = of(Id())
    pupil_id: str = of(Id())
    class_id: str = of(Id())
    kind: OfferingKind
    how: How
    person_ids: tuple[str, ...] = of(fields.List(Id()))


HANDS = Call(service="enrolment", method="hands", ask=ReadHands, answer=Hands, allow=DECIDERS)
HAND = Call(service="enrolment", method="hand", ask=Hand, answer=Application, allow=DECIDERS, command=True)
