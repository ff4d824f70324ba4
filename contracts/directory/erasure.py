"""Erasure: a child's data are deleted everywhere: on request, when two people say so, or when their time is over."""

from datetime import date, datetime
from enum import StrEnum

from marshmallow import fields

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.event import Event
from contracts.fields import Choice, Id
from contracts.message import Message, of

MOST_AT_ONCE = 200


class ErasureReason(StrEnum):
    """Why a child's data are to be deleted before their time."""

    FAMILY = "family"
    CONSENT = "consent"
    MISTAKE = "mistake"


REASON_LABELS = {
    ErasureReason.FAMILY: "监护人要求删除",
    ErasureReason.CONSENT: "监护人撤回了同意",
    ErasureReason.MISTAKE: "录错了，不是本校学生",
}


class AskErasure(Message):
    """One of the office asks that a child's data be deleted everywhere; nothing is deleted yet."""

    pupil_id: str = of(Id())
    reason: ErasureReason = of(Choice(ErasureReason, metadata={"label": "为什么删除", "labels": REASON_LABELS}))


class ConfirmErasure(Message):
    """Another one of the office lets it be done, at once and for ever."""

    pupil_id: str = of(Id())


class DropErasure(Message):
    """One of the office lets the request fall; nothing is deleted."""

    pupil_id: str = of(Id())


class EraseLeft(Message):
    """One of the office lets these children's data be deleted, all of whom have left long enough ago; 200 at most."""

    pupil_ids: tuple[str, ...] = of(fields.List(Id()))


class Erased(Message):
    """So many children's data are deleted here, and are being deleted in every other house."""

    erased: int


class ErasureAsked(Message):
    """The request stands until `expires_at`, unless somebody confirms it or lets it fall."""

    pupil_id: str = of(Id())
    expires_at: datetime


class ErasureDropped(Message):
    """There is no request about this child."""

    pupil_id: str = of(Id())


class ReadErasures(Message):
    """Ask what waits to be deleted in the asker's school."""


class AskedErasure(Message):
    """One request. `own` says that the asker made it, and somebody else has to confirm."""

    pupil_id: str = of(Id())
    name: str
    reason: ErasureReason
    asked_by: str = of(Id())
    expires_at: datetime
    own: bool


class LeftPupil(Message):
    """A child whose data are no longer needed, since it left long ago."""

    pupil_id: str = of(Id())
    name: str
    left_on: date


class Erasures(Message):
    """The requests, oldest first; and of those who left long enough ago the first 200, `left_in_all` being all."""

    asked: tuple[AskedErasure, ...]
    left: tuple[LeftPupil, ...]
    left_in_all: int


class PupilErased(Event):
    """A child's data are deleted in directory, and are to be deleted wherever they are kept. Nothing follows it."""

    type = "directory.pupil_erased.v1"
    about = "pupil_id"

    pupil_id: str = of(Id())


ERASURES = Call(service="directory", method="erasures", ask=ReadErasures, answer=Erasures, allow=OFFICE)
ASK_ERASURE = Call(
    service="directory", method="ask_erasure", ask=AskErasure, answer=ErasureAsked, allow=OFFICE, command=True
)
CONFIRM_ERASURE = Call(
    service="directory", method="confirm_erasure", ask=ConfirmErasure, answer=Erased, allow=OFFICE, command=True
)
DROP_ERASURE = Call(
    service="directory", method="drop_erasure", ask=DropErasure, answer=ErasureDropped, allow=OFFICE, command=True
)
ERASE_LEFT = Call(
    service="directory", method="erase_left", ask=EraseLeft, answer=Erased, allow=OFFICE, command=True
)
