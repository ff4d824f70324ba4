"""Stage: a school of its own for each test, where use cases run one transaction at a time, on a store real or not."""

from dataclasses import replace
from typing import Any, Protocol

from contracts.actor import Role
from contracts.directory.school import ClassOpened, PupilPlaced, StaffGranted
from contracts.enrolment.application import (
    Apply,
    ChangeApplication,
    ListApplications,
    ReadApplication,
    WithdrawApplication,
)
from contracts.enrolment.approval import ApproveMany, Decide, Decision, RemindApproval
from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import OfferingKind
from plumbing.ids import new_id
from services.enrolment.application.change import change
from services.enrolment.application.decision import approve_many, decide
from services.enrolment.application.facts import learn
from services.enrolment.application.reading import read, read_page
from services.enrolment.application.reminding import remind
from services.enrolment.application.submission import apply, submitted, wishes_of
from services.enrolment.application.withdrawal import withdraw
from tests.store.enrolment import cast


class Store(Protocol):
    """Where use cases run: each call is one transaction, undone if it raises."""

    school_id: str

    def ask(self, use_case: Any, ask: Any, actor: Any) -> Any:
        """Run a use case for an actor."""

    def hear(self, use_case: Any, event: Any, sequence: int, *, of_school: bool = True) -> None:
        """Put an event of the school, or of its whole district, into effect."""

    def tick(self, turn: Any) -> None:
        """Run what a worker does where something is due."""

    def offer(self, offering: Any, grades: Any, term: str, first_day: Any, last_day: Any) -> None:
        """Let this be on offer."""

    def news(self) -> list[Any]:
        """Return every event promised so far."""

    def audited(self) -> list[tuple[str, str | None]]:
        """Return what was recorded: the action, and whose child it was."""

    def counted(self, offering_id: str) -> tuple[int, int, int]:
        """Return the offering's counter, the places that are given, and its capacity."""


def take_in_as_before(unit: Any, ask: Any) -> Any:
    """Keep an application and begin no case for it."""
    child, term = unit.child(ask.pupil_id), unit.terms_on_offer()[0]
    application = submitted(unit, child, term.name)
    unit.submit(application, wishes_of(ask.care_weekdays, (), unit.offered(term.name, child.grade)))
    return unit.application(application.application_id)


def _several(club: Any) -> Any:
    """Return one club, several as they are ranked, or none, as a family names them."""
    return () if club is None else (club,) if isinstance(club, str) else tuple(club)


class Stage:
    """A class of grade 3 with its head teacher, and families who apply."""

    def __init__(self, store: Store, *, chain: bool = True):
        self.store, self.school_id = store, store.school_id
        self.class_id = new_id()
        self.head = cast.head(self.school_id, self.class_id)
        self.hear(ClassOpened(class_id=self.class_id, grade=3, number=2))
        self.employ(self.head)
        if chain:
            self.decide_by("head_teacher")

    def employ(self, actor: Any) -> Any:
        """Let directory announce what the actor holds in the school."""
        grants = tuple(grant for grant in actor.grants if grant.role is not Role.GUARDIAN)
        self.hear(StaffGranted(grant_list_id=new_id(), person_id=actor.person_id, grants=grants))
        return actor

    def decide_by(self, *groups: str, version: int = 1, kinds: Any = tuple(OfferingKind), **of_steps: Any) -> None:
        """Let these decide of applications, one after the other, from now on."""
        for kind in kinds:
            self.hear(cast.chain(kind, groups, version, **of_steps))

    def hear(self, event: Any, sequence: int = 1, *, of_school: bool = True) -> None:
        """Let directory announce something of the school, or of its whole district."""
        self.store.hear(learn, event, sequence, of_school=of_school)

    def tick(self, turn: Any) -> None:
        """Let the worker do what is due by the clock."""
        self.store.tick(turn)

    def ask(self, use_case: Any, ask: Any, actor: Any) -> Any:
        """Let an actor ask something."""
        return self.store.ask(use_case, ask, actor)

    def offer(self, offering: Any, grades: Any = (3,), term: str = cast.TERM, days: Any = cast.DAYS) -> Any:
        """Let something be on offer, this term unless said otherwise."""
        self.store.offer(offering, grades, term, *days)
        return offering

    def family(self, class_id: str | None = None) -> Any:
        """Return the guardian of a child who is new in the class."""
        pupil_id, class_id = new_id(), class_id or self.class_id
        self.hear(PupilPlaced(pupil_id=pupil_id, class_id=class_id, seat_number=1))
        return cast.guardian(self.school_id, (pupil_id, class_id))

    def apply(self, guardian: Any, *, care: Any = (), club: Any = None) -> Any:
        """Let the guardian apply for their first child."""
        pupil_id = guardian.children()[0].pupil_id
        return self.ask(apply, Apply(pupil_id=pupil_id, care_weekdays=care, club_ids=_several(club)), guardian)

    def from_before(self, guardian: Any, *, care: Any) -> Any:
        """Let an application stand as it was taken in before there were chains: nobody is asked to decide it."""
        pupil_id = guardian.children()[0].pupil_id
        return self.ask(take_in_as_before, Apply(pupil_id=pupil_id, care_weekdays=care), guardian)

    def approve(self, application: Any, by: Any = None, **options: Any) -> Any:
        """Let the head teacher approve."""
        return self.say(application, Decision.APPROVE, by=by, **options)

    def reject(self, application: Any, reason: str = "名额留给无人接送的孩子", **options: Any) -> Any:
        """Let the head teacher reject."""
        return self.say(application, Decision.REJECT, reason, **options)

    def say(
        self, application: Any, decision: Any, reason: str = "", *, by: Any = None, kinds: Any = (), to: Any = None,
        ground: Any = RefusalGround.FULL,
    ) -> Any:
        """Let somebody, the head teacher unless said otherwise, decide."""
        ask = Decide(
            application_id=application.application_id, decision=decision, reason=reason, kinds=kinds, to=to,
            ground=ground,
        )
        return self.ask(decide, ask, by or self.head)

    def withdraw(self, application: Any, guardian: Any) -> Any:
        """Let the guardian take it back."""
        return self.ask(withdraw, WithdrawApplication(application_id=application.application_id), guardian)

    def read(self, application: Any, actor: Any) -> Any:
        """Return the application as the actor sees it now."""
        return self.ask(read, ReadApplication(application_id=application.application_id), actor)

    def glance(self, application: Any, actor: Any) -> Any:
        """Return the application as the actor sees it now, without its way."""
        seen = self.read(application, actor)
        return replace(seen, parts=tuple(replace(part, stops=(), backs=()) for part in seen.parts))

    def approve_many(self, applications: Any, by: Any = None) -> Any:
        """Let somebody, the head teacher unless said otherwise, approve all of these at once."""
        ask = ApproveMany(application_ids=tuple(application.application_id for application in applications))
        return self.ask(approve_many, ask, by or self.head)

    def desk(self, actor: Any, before: str | None = None) -> list[str]:
        """Return what waits for the actor's decision, by id, the one that has waited longest first."""
        page = self.ask(read_page, ListApplications(waiting_only=True, before=before), actor)
        return [application.application_id for application in page.applications]

    def remind(self, application: Any, actor: Any) -> Any:
        """Let somebody ask for a decision."""
        return self.ask(remind, RemindApproval(application_id=application.application_id), actor)

    def change(self, application: Any, guardian: Any, *, care: Any = (), club: Any = None) -> Any:
        """Let the guardian hand it in again, changed."""
        ask = ChangeApplication(application_id=application.application_id, care_weekdays=care, club_ids=_several(club))
        return self.ask(change, ask, guardian)

    def write(self, use_case: Any, ask: Any, office: Any) -> Any:
        """Let the office do something to the programme; return the programme as it is then."""
        return self.store.ask(use_case, ask, office)

    def news_of(self, application: Any) -> list[Any]:
        """Return what was announced of this application, in order."""
        return [news for news in self.store.news() if news.aggregate_id == application.application_id]
