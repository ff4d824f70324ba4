"""Unit: what enrolment's use cases ask of their store, in the house's own words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from contracts.actor import Actor
from contracts.directory.calendar import CalendarPublished
from contracts.enrolment.application import Application, ApplicationState
from contracts.enrolment.offering import Offering, OfferingKind
from contracts.enrolment.place import Place
from contracts.enrolment.stand_in import StandIn
from contracts.event import Event
from engines.approval import Changed, Definition, Happening, Held
from services.enrolment.domain.wish import Wish


@dataclass(frozen=True, kw_only=True)
class Child:
    """A pupil of this school, the class they are in now, and its grade."""

    pupil_id: str
    class_id: str
    grade: int


@dataclass(frozen=True, kw_only=True)
class TermOnOffer:
    """The term whose offerings can be applied for."""

    name: str
    first_day: date


class Facts(Protocol):
    """What this house keeps of others' facts; an older event never overwrites a later one."""

    def keep_class(self, class_id: str, grade: int, sequence: int) -> None:
        """Let the class have this grade."""

    def keep_pupil(self, pupil_id: str, class_id: str | None, sequence: int) -> bool:
        """Let the pupil be in this class, or in none; say whether that is news."""

    def keep_calendar(self, published: CalendarPublished, sequence: int) -> None:
        """Let this be the district's calendar."""

    def keep_own_calendar(self, published: CalendarPublished, sequence: int) -> None:
        """Let this be the school's own calendar; it holds before the district's."""

    def calendar(self) -> CalendarPublished | None:
        """Return the calendar of the school, its district's where it has none of its own, as it was announced."""

    def keep_staff(self, grant_list_id: str, person_id: str, posts: Sequence[str], sequence: int) -> None:
        """Let the person hold these posts."""

    def keep_guardians(self, pupil_id: str, guardian_ids: Sequence[str], sequence: int) -> None:
        """Let these be the pupil's guardians."""

    def members(self, posts: Collection[str]) -> Mapping[str, frozenset[str]]:
        """Return who holds each of these posts; a post that nobody holds may be left out."""

    def holders_of(self, roles: Sequence[str]) -> frozenset[str]:
        """Return who holds any of these roles in the school, of whatever class or grade."""

    def posts_held(self, person_ids: Collection[str]) -> Sequence[str]:
        """Return every post that any of these people hold."""

    def stand_ins(self) -> Sequence[StandIn]:
        """Return what has been agreed on standing in, of past days too."""

    def keep_stand_in(self, agreed: StandIn) -> None:
        """Let this be what the person has agreed, instead of anything before."""

    def drop_stand_in(self, person_id: str) -> None:
        """Let nobody stand in for the person."""

    def child(self, pupil_id: str) -> Child | None:
        """Return a pupil who is in a class of this school."""

    def hold_child(self, pupil_id: str) -> Child | None:
        """Return a pupil who is in a class, and let nobody move them to another until this transaction ends."""


class Offerings(Protocol):
    """What is offered, and the number of its places."""

    def term_on_offer(self) -> TermOnOffer | None:
        """Return the term that runs, or else the next to begin, of those that offerings are for."""

    def offered(self, term: str, grade: int) -> tuple[Offering, ...]:
        """Return what the term offers to a grade: basic care first, each by the time it starts."""

    def take_seat(self, offering_id: str) -> bool:
        """Take one place if one is left; say whether it was taken."""

    def free_seat(self, offering_id: str) -> None:
        """Give one place back."""

    def draw_number(self, offering_id: str) -> int:
        """Return the next number of the waiting line."""


class Approvals(Protocol):
    """The school's chains, and the cases that are on their way."""

    def hold_chains(self) -> None:
        """Let nobody else bring a first chain, or what waits for one, until this transaction ends."""

    def keep_chain(self, affair: str, version: int, definition: Mapping[str, Any]) -> None:
        """Keep a version of a chain, once."""

    def chain(self, affair: str) -> Definition | None:
        """Return the newest version of the chain for the affair."""

    def definitions(self, versions: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Definition]:
        """Return these versions of chains, by affair and number."""

    def give_cases(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Let each application's part (application, kind) have this case."""

    def keep_parts(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Let each application's part (application, kind) stand so."""

    def cases_of(self, application_ids: Sequence[str]) -> Mapping[str, Mapping[OfferingKind, str]]:
        """Return for each application the cases of its parts that have one, by kind."""

    def applications_of(self, case_ids: Sequence[str]) -> Mapping[str, tuple[Application, OfferingKind]]:
        """Return whose case each of these is, and what it decides."""

    def without_case(self, kind: str) -> Sequence[tuple[Application, Child]]:
        """Return what is undecided and has no case of this kind yet, each with its child, and hold it."""

    def waiting_for(self, names: Sequence[str], before: str | None) -> Sequence[Application]:
        """Return up to 50 applications that wait for any of these names, the one that has waited longest first."""

    def begin(self, cases: Sequence[Held]) -> None:
        """Keep cases to which nothing has happened yet; until this transaction ends they are held."""

    def in_hand(self, case_ids: Sequence[str]) -> Sequence[Held]:
        """Return these cases; nobody else changes them until this transaction ends."""

    def look_at(self, case_ids: Sequence[str]) -> Sequence[Held]:
        """Return these cases as they stand; they are not held."""

    def keep(self, changed: Sequence[Changed]) -> None:
        """Let the cases that were held be as they are now, with the lines that this adds to their history."""

    def histories(self, case_ids: Sequence[str]) -> Mapping[str, Sequence[Happening]]:
        """Return what has happened to each of these cases, in order."""

    def go_elsewhere(self, held: Sequence[Held]) -> None:
        """Let the groups of cases that are held be those of the places said here, who find their tasks from now on."""

    def ringing(self, today: date) -> Sequence[tuple[str, int]]:
        """Return up to 500 tasks, by case and number, of which the calendar has something to say today."""


class Applications(Protocol):
    """Applications with their places and parts, `actions` still empty."""

    def submit(self, application: Application, term: str, wishes: Iterable[Wish]) -> bool:
        """Keep an application and what it asks for; say no, and keep nothing, while another of the child's is open."""

    def open_of(self, pupil_id: str, term: str) -> Application | None:
        """Return the child's open application of the term."""

    def application(self, application_id: str) -> Application | None:
        """Return an application."""

    def taken_in_hand(self, application_id: str) -> Application | None:
        """Return an application that nobody else can change until this transaction ends."""

    def taken_in_hand_each(self, application_ids: Sequence[str]) -> Sequence[Application]:
        """Return those of these applications that there are; nobody else changes them until this transaction ends."""

    def page(
        self, *, pupil_ids: Sequence[str], class_ids: Sequence[str], whole_school: bool, before: str | None
    ) -> tuple[Application, ...]:
        """Return 50 applications of these children or classes: undecided oldest first, then the others newest first.

        Of everybody if `whole_school`; beginning after the application `before`, where that now stands.
        """

    def ask_instead(self, application_id: str, kinds: Sequence[str], wishes: Iterable[Wish]) -> None:
        """Let the application ask for this, in place of what it asked for of these kinds."""

    def mark(self, application_id: str, state: ApplicationState) -> None:
        """Let the application stand so."""

    def mark_decided(self, application_id: str, state: ApplicationState, by: str, reason: str) -> None:
        """Let the application stand so by somebody's decision of this moment."""

    def follow(self, pupil_id: str, class_id: str) -> Sequence[str]:
        """Bring the pupil's open applications to the class they are in now, and return their ids; past terms' stay."""

    def running_of(self, pupil_id: str) -> Sequence[str]:
        """Return the ids of the pupil's open applications in terms that are not over."""

    def forget_applications(self, pupil_id: str) -> None:
        """Let no application of this pupil be kept, nor what any of them held or waited for."""

    def forget_answers(self, words: Collection[str]) -> None:
        """Let no answer to a key be kept in which one of these words stands."""


class Places(Protocol):
    """What applications hold in offerings."""

    def hold_offerings(self, application_ids: Sequence[str]) -> Mapping[str, Sequence[Place]]:
        """Stop every other change of places in these applications' offerings; return each one's as they now stand.

        Always in the order of the offerings' ids, so that two who hold several never wait for each other.
        """

    def give(self, application_id: str, offering_id: str) -> None:
        """Let the application have a place."""

    def queue(self, application_id: str, offering_id: str, line_number: int) -> int:
        """Let the application wait under this number; return its position, 1 for the next to move up."""

    def release(self, application_id: str, kinds: Collection[str]) -> None:
        """Let the application hold nothing of these kinds any more."""

    def give_to_next_in_line(self, offering_id: str) -> str | None:
        """Give a place to the first who waits for it; return their application's id, nothing when nobody waits."""


class Unit(Facts, Offerings, Applications, Approvals, Places, Protocol):
    """One transaction of enrolment."""

    actor: Actor
    now: datetime
    today: date

    @property
    def local_now(self) -> datetime:
        """Return the moment by the clock of the schools."""

    def new_id(self) -> str:
        """Return an identifier nobody has used before."""

    def emit_all(self, events: Iterable[Event]) -> None:
        """Promise events: they go out if, and only if, this transaction commits."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing, and to which child's."""
