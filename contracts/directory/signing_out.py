"""Signing out another: a school's office ends every session of one of its staff or of a pupil's guardian."""

from datetime import datetime
from enum import StrEnum

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.fields import Choice, Id
from contracts.message import Message, of


class SignOutReason(StrEnum):
    """Why an office signs somebody out."""

    LOST = "lost"
    LEFT_OPEN = "left_open"
    SUSPECTED = "suspected"
    OWN_WISH = "own_wish"


SIGN_OUT_REASON_LABELS = {
    SignOutReason.LOST: "手机或电脑丢了", SignOutReason.LEFT_OPEN: "在公用电脑上忘了退出",
    SignOutReason.SUSPECTED: "可能有别人在用", SignOutReason.OWN_WISH: "本人要求",
}


class SignOutPerson(Message):
    """The office ends every session of somebody of its school; they sign in again by their password as before."""

    person_id: str = of(Id())
    reason: SignOutReason = of(Choice(SignOutReason, metadata={"label": "为什么", "labels": SIGN_OUT_REASON_LABELS}))


class PersonSignedOut(Message):
    """This person is signed in nowhere; so many sessions were open."""

    person_id: str = of(Id())
    ended: int


class SignedOutByOffice(Message):
    """When and why an office last signed the asker out, and on how many devices; told for a week."""

    at: datetime
    reason: SignOutReason
    devices: int


SIGN_OUT_PERSON = Call(
    service="directory", method="sign_out_person", ask=SignOutPerson, answer=PersonSignedOut, allow=OFFICE, command=True
)
