"""Unit: what one transaction of directory can reach."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from contracts.actor import Actor
from contracts.directory.calendar import Calendar
from contracts.directory.class_list import Seated
from contracts.directory.pupil_list import ListedPupil
from contracts.directory.school import School, SchoolClass
from contracts.directory.signing_out import SignedOutByOffice, SignOutReason
from contracts.event import Event
from services.directory.application.record import OnRecord
from services.directory.application.rolls.roll import (
    RollCalendar,
    RollClass,
    RollColleague,
    RollDistrict,
    RollOfficer,
    RollPerson,
    RollPupil,
    RollSchool,
)
from services.directory.application.signing_in.account import Account, OpenSession, Standing
from services.directory.domain.tries import Tries


class Unit(Protocol):
    """One open transaction. All of it stands afterwards, or nothing."""

    actor: Actor | None
    now: datetime
    today: date

    def new_id(self) -> str:
        """Return an identifier nobody has used before."""

    def new_token(self) -> str:
        """Return a secret of 256 bits that nobody can guess."""

    def emit(self, event: Event) -> None:
        """Promise an event: it goes out if, and only if, the transaction stands."""

    def emit_all(self, events: Iterable[Event]) -> None:
        """Promise many events at once."""

    def audit_pupils(self, action: str, pupil_ids: Sequence[str]) -> None:
        """Record that the actor did this to each of these children."""

    def take_tries(self, names: Collection[str]) -> Mapping[str, Tries]:
        """Return what is counted under these names and hold it: nobody else counts there before the end."""

    def keep_tries(self, tries: Mapping[str, Tries]) -> None:
        """Keep what is counted under each name."""

    def account(self, login: str) -> Account | None:
        """Return the account of a login in its normal form, or of a phone."""

    def standing(self, person_id: str) -> Standing:
        """Return who a person is, in every school."""

    def keep_session(self, session: OpenSession) -> None:
        """Let the session begin."""

    def session(self, secret: bytes) -> OpenSession | None:
        """Return the session of a secret, if it is open now."""

    def see_session(self, session_id: str) -> None:
        """Note that the session is used now."""

    def sessions_of(self, person_id: str) -> tuple[OpenSession, ...]:
        """Return a person's open sessions, the one used last first."""

    def end_session(self, secret: bytes) -> str | None:
        """End the session of a secret; return its id, or nothing if none was open."""

    def end_sessions(
        self, person_id: str, session_ids: Collection[str], reason: SignOutReason | None
    ) -> Collection[str]:
        """End these sessions as far as they are this person's and open, for an office's reason; return their ids."""

    def signed_out_by_office(self, person_id: str) -> SignedOutByOffice | None:
        """Return when and why an office last signed a person out, while those sessions are remembered."""

    def school(self, code: str) -> School | None:
        """Return the school of a public code."""

    def classes(self) -> tuple[SchoolClass, ...]:
        """Return the classes of this school's present year, by grade and number."""

    def calendar(self) -> Calendar | None:
        """Return the calendar of this district."""

    def names_of_people(self, person_ids: Sequence[str], *, own: str, families: bool) -> dict[str, str]:
        """Return the names of this school's staff (outside of schools: the district's), of `own`, of `families`."""

    def names_of_pupils(self, pupil_ids: Sequence[str]) -> dict[str, str]:
        """Return the names of this school's pupils."""

    def names_of_children(self, pupil_ids: Sequence[str], guardian_id: str) -> dict[str, str]:
        """Return the names of those of this school's pupils whose guardian this is."""

    def names_of_schools(self, school_ids: Sequence[str]) -> dict[str, str]:
        """Return the names of those of this district's schools."""

    def named_classes(self, class_ids: Sequence[str]) -> tuple[SchoolClass, ...]:
        """Return those of this school's classes, of whatever year."""

    def seated(self, class_id: str) -> tuple[Seated, ...]:
        """Return the pupils of a class of this school by seat number."""

    def listed(self, pupil_ids: Sequence[str]) -> tuple[ListedPupil, ...]:
        """Return those of these pupils who are in a class of this school, by class and seat."""

    def on_record(self, pupil_id: str, first: date, last: date) -> tuple[OnRecord, ...]:
        """Return who has looked at the child on these days, one entry a person and day, the latest first."""

    def keep_district(self, district: RollDistrict) -> None:
        """Let the district be known."""

    def keep_schools(self, schools: Sequence[RollSchool]) -> None:
        """Let the schools of this district be known."""

    def keep_people(self, people: Sequence[RollPerson]) -> None:
        """Let the people of this district be known."""

    def keep_accounts(self, people: Sequence[RollPerson], password_hash: str) -> None:
        """Give those an account who have none; an account that stands keeps its password."""

    def keep_officers(self, officers: Sequence[RollOfficer]) -> None:
        """Let the people of the district's office be known."""

    def keep_calendar(self, calendar: RollCalendar) -> bool:
        """Let this be the district's calendar, unless its office has it in hand; say whether that changed anything."""

    def keep_classes(self, classes: Sequence[RollClass]) -> Collection[str]:
        """Let these classes be open; return the ids of those that changed by it."""

    def keep_pupils(self, pupils: Sequence[RollPupil]) -> Collection[str]:
        """Let these pupils sit where they do; return the ids of those who changed by it."""

    def keep_guardians(self, pupils: Sequence[RollPupil]) -> Collection[str]:
        """Let these pupils have these guardians and no other; return the ids of those to whom it is new."""

    def keep_staff(self, staff: Sequence[RollColleague]) -> Collection[str]:
        """Let these colleagues hold these roles and no other; return the staff ids of those to whom it is new."""
