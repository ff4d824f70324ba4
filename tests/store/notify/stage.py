"""Stage: a school of its own for each test, with a class, its families and its head teacher, told of events."""

from datetime import date
from typing import Any, Protocol

from contracts import catalogue
from contracts.actor import Actor, Grant, Role
from contracts.directory.school import GuardianshipChanged, PupilPlaced, StaffGranted
from contracts.enrolment.application import ApplicationSubmitted
from contracts.enrolment.approval import ApplicationDecided, Decision
from contracts.homework.assignment import HomeworkPublished, Kind, Place
from contracts.notify.message import CountReceipts, MarkRead, ReadInbox
from plumbing.ids import new_id
from services.notify.application.facts import learn
from services.notify.application.inbox import mark_read, read_inbox
from services.notify.application.receipts import count_receipts
from services.notify.application.telling import tell

DISTRICT = new_id()


class Store(Protocol):
    """Where use cases run: each call is one transaction, undone if it raises."""

    school_id: str

    def ask(self, use_case: Any, ask: Any, actor: Any) -> Any:
        """Run a use case for an actor."""

    def hear(self, use_case: Any, event: Any, queue: str, sequence: int, message_id: str) -> None:
        """Put an event into effect, once for its message id."""

    def let_a_day_pass(self) -> None:
        """Make all that was announced so far a day older."""

    def news(self) -> list[Any]:
        """Return every event promised so far."""


class Stage:
    """What happens in a school, as notify hears of it."""

    def __init__(self, store: Store):
        self.store, self.school_id = store, store.school_id
        self.class_id = new_id()

    def learn(self, event: Any, sequence: int = 1) -> None:
        """Let directory announce something."""
        self.store.hear(learn, event, catalogue.NOTIFY_FACTS.queue, sequence, new_id())

    def tell(self, event: Any, message_id: str | None = None) -> Any:
        """Let another house announce something; return it."""
        self.store.hear(tell, event, catalogue.NOTIFY_MESSAGES.queue, 1, message_id or new_id())
        return event

    def pupil(self, *guardians: Actor, class_id: str | None = None) -> str:
        """Return a new pupil of the class, with these guardians."""
        pupil_id = new_id()
        self.learn(PupilPlaced(pupil_id=pupil_id, class_id=class_id or self.class_id, seat_number=1))
        self.learn(GuardianshipChanged(pupil_id=pupil_id, guardian_ids=tuple(g.person_id for g in guardians)))
        return pupil_id

    def person(self, role: Role = Role.GUARDIAN) -> Actor:
        """Return somebody new in this school."""
        grants = (Grant(role=role),)
        return Actor(person_id=new_id(), district_id=DISTRICT, school_id=self.school_id, grants=grants)

    def head(self, *class_ids: str) -> Actor:
        """Return the new head teacher of these classes."""
        head = self.person(Role.HEAD_TEACHER)
        grants = tuple(Grant(role=Role.HEAD_TEACHER, class_id=class_id) for class_id in class_ids or (self.class_id,))
        self.learn(StaffGranted(grant_list_id=new_id(), person_id=head.person_id, grants=grants))
        return head

    def inbox(self, actor: Actor, before: str | None = None) -> Any:
        """Return a page of somebody's inbox."""
        return self.store.ask(read_inbox, ReadInbox(before=before), actor)

    def told(self, actor: Actor) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return of what somebody has been told, newest first: cause, what about, for which children."""
        return [(m.cause, m.about_id, m.pupil_ids) for m in self.inbox(actor).messages]

    def read(self, message: Any, actor: Actor) -> Any:
        """Let somebody have a message before their eyes."""
        return self.store.ask(mark_read, MarkRead(message_id=message.message_id), actor)

    def receipts(self, *about_ids: str) -> dict[str, tuple[int, int]]:
        """Return how many were told about each thing, and how many have read it, as staff see it."""
        counts = self.store.ask(count_receipts, CountReceipts(about_ids=about_ids), self.person(Role.TEACHER)).counts
        return {count.about_id: (count.told, count.read) for count in counts}


def homework(class_id: str, event: Any = HomeworkPublished, assignment_id: str | None = None) -> Any:
    """Return the news of a piece of homework."""
    said = {
        "assignment_id": assignment_id or new_id(), "class_id": class_id, "teacher_id": new_id(), "subject": "数学",
        "day": date(2026, 11, 23), "kind": Kind.WRITTEN, "place": Place.SCHOOL, "minutes": 20,
    }
    return event(**{name: value for name, value in said.items() if name in event.schema().fields})


def submitted(class_id: str, pupil_id: str) -> ApplicationSubmitted:
    """Return the news of an application."""
    return ApplicationSubmitted(
        application_id=new_id(), pupil_id=pupil_id, class_id=class_id, applicant_id=new_id(),
        offering_ids=(new_id(), new_id()),
    )


def decided(class_id: str, pupil_id: str) -> ApplicationDecided:
    """Return the news of a decision."""
    return ApplicationDecided(
        application_id=new_id(), pupil_id=pupil_id, class_id=class_id, decision=Decision.APPROVE
    )
