"""A family's application for the after-school service."""

from datetime import date, datetime
from typing import Any

from marshmallow import fields, validate

from contracts.actor import Role
from contracts.call import Call
from contracts.enrolment.fee import PlaceFee
from contracts.enrolment.offering import FAMILY, WEEKDAY_LABELS
from contracts.enrolment.part import ApplicationState, Part
from contracts.enrolment.place import Place
from contracts.event import Event
from contracts.fields import Id, WholeNumber
from contracts.message import Message, of

MOST_CLUBS = 5


def _clubs_ranked() -> Any:
    words = {
        "label": "社团志愿", "hint": "最想上的放第一。按志愿的顺序安排，更想上的满了就候补", "widget": "ranked",
    }
    most = validate.Length(max=MOST_CLUBS, error=f"最多填 {MOST_CLUBS} 个志愿。")
    return of(fields.List(Id(), validate=most, metadata=words), default=())


class Apply(Message):
    """A guardian applies for one child: days of basic care, clubs, or both. Voluntary, withdrawn at any time (E3).

    `club_ids` are the clubs that the child would like, the one it would like most first; `programme_id` names the term,
    without it the first that is open.
    """

    pupil_id: str = of(Id(metadata={"label": "孩子"}))
    programme_id: str | None = of(Id(), default=None)
    care_weekdays: tuple[int, ...] = of(
        fields.List(
            WholeNumber(least=1, most=5),
            metadata={"label": "哪几天需要看护", "hint": "不需要就不选", "labels": WEEKDAY_LABELS},
        ),
        default=(),
    )
    club_ids: tuple[str, ...] = _clubs_ranked()


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
    club_ids: tuple[str, ...] = _clubs_ranked()


class Application(Message):
    """One application, for one term, with its places; `actions` are what the asker may do with it now.

    `fees` are told to a guardian who reads one application: a line for each place that is not free.
    """

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
    fees: tuple[PlaceFee, ...] = ()
    term: str = ""


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
READ = Call(service="enrolment", method="read", ask=ReadApplication, answer=Application, allow=FAMILY | DECIDERS)
APPLICATIONS = Call(
    service="enrolment", method="applications", ask=ListApplications, answer=Applications, allow=FAMILY | DECIDERS
)
