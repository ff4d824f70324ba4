"""directory in memory: sign-in, sessions, names, the school and its calendar."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from contracts.actor import OFFICE, STAFF, Actor, Role
from contracts.directory import card as of_card
from contracts.directory import class_list as of_class
from contracts.directory import outside as of_outside
from contracts.directory import own_sessions as of_own
from contracts.directory import people as of_people
from contracts.directory import readers as of_readers
from contracts.directory import school as of_school
from contracts.directory import session as of_session
from contracts.directory import signing_out as of_out
from contracts.errors import NotFound, NotSignedIn, TooManyTries, WrongSignIn
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who
from tests.unit.gateway.houses.cards import Cards
from tests.unit.gateway.houses.checkups import Checkups
from tests.unit.gateway.houses.district_calendars import DistrictCalendars
from tests.unit.gateway.houses.erasures import Erasures
from tests.unit.gateway.houses.exports import Exports
from tests.unit.gateway.houses.guardians import Guardians
from tests.unit.gateway.houses.next_years import NextYears
from tests.unit.gateway.houses.outside import OutsideLinks
from tests.unit.gateway.houses.posts import Posts
from tests.unit.gateway.houses.rosters import Rosters
from tests.unit.gateway.houses.second_factor import SecondFactors
from tests.unit.gateway.houses.securities import Securities

MOST_TRIES = 5
Asked = of_session.SignIn | of_card.Activate | of_outside.SignInOutside


class Directory(
    Rosters, DistrictCalendars, SecondFactors, Securities, Posts, Guardians, Cards, OutsideLinks, Checkups, NextYears,
    Erasures, Exports,
):
    """Sessions end when they are signed out or revoked."""

    def __init__(self) -> None:
        Rosters.__init__(self)
        DistrictCalendars.__init__(self)
        SecondFactors.__init__(self)
        Cards.__init__(self)
        Guardians.__init__(self)
        Posts.__init__(self)
        Securities.__init__(self)
        OutsideLinks.__init__(self)
        NextYears.__init__(self)
        Erasures.__init__(self)
        Exports.__init__(self)
        Checkups.__init__(self)
        self.half_way: dict[str, tuple[str, Asked]] = {}
        self.sessions: dict[str, of_session.Session] = {}
        self.devices: dict[str, Asked] = {}
        self.signed_out: dict[str, of_out.SignedOutByOffice] = {}
        self.wrong: dict[str, int] = {}

    def sign_in(self, ask: of_session.SignIn, _: Actor) -> of_session.SignedIn:
        if self.wrong.get(ask.login, 0) >= MOST_TRIES:
            raise TooManyTries(details={"retry_after_seconds": 60})
        person_id = who.LOGINS.get(ask.login)
        if person_id is None or ask.password != self.password_of(person_id):
            self.wrong[ask.login] = self.wrong.get(ask.login, 0) + 1
            raise WrongSignIn
        return self._proved(person_id, ask)

    def sign_in_outside(self, ask: of_outside.SignInOutside, _: Actor) -> of_session.SignedIn:
        return self._proved(self.known(ask), ask)

    def _proved(self, person_id: str, ask: Asked) -> of_session.SignedIn:
        token = ids.new_id() + ids.new_id()
        if person_id in self.on:
            self.half_way[token] = (person_id, ask)
            soon = clock.now() + timedelta(minutes=5)
            return of_session.SignedIn(token=token, person_id=person_id, expires_at=soon, second_step=True)
        return self._let_in(token, person_id, ask)

    def sign_in_second(self, ask: of_session.SignInSecond, _: Actor) -> of_session.SignedIn:
        if ask.token not in self.half_way:
            raise NotSignedIn
        self.proved(ask)
        return self._let_in(ids.new_id() + ids.new_id(), *self.half_way.pop(ask.token))

    def activate(self, ask: of_card.Activate, _: Actor) -> of_session.SignedIn:
        return self._let_in(ids.new_id() + ids.new_id(), self.owner(ask), ask)

    def _let_in(self, token: str, person_id: str, ask: of_session.SignIn | of_card.Activate) -> of_session.SignedIn:
        opened = self._open(person_id)
        self.sessions[token], self.devices[opened.session_id] = opened, ask
        return of_session.SignedIn(token=token, person_id=person_id, expires_at=opened.expires_at)

    def _open(self, person_id: str) -> of_session.Session:
        return of_session.Session(
            session_id=ids.new_id(), person_id=person_id, name=who.PEOPLE[person_id],
            actors=(who.ACTORS[person_id],), schools=who.schools_of(person_id),
            expires_at=clock.now() + timedelta(days=30),
        )

    def restand(self, person_id: str) -> None:
        """Let the open sessions of a person hold what they hold now."""
        now = (who.ACTORS[person_id],) if person_id in who.ACTORS else ()
        self.sessions |= {
            token: replace(session, actors=now) for token, session in self.sessions.items()
            if session.person_id == person_id
        }

    def session(self, ask: of_session.ReadSession, _: Actor) -> of_session.Session:
        if ask.token not in self.sessions:
            raise NotSignedIn
        found = self.sessions[ask.token]
        of_staff = any(actor.roles() & STAFF for actor in found.actors) and found.person_id not in self.on
        return replace(found, second_factor_from=self.second_factor_from if of_staff else None)

    def sign_out(self, ask: of_session.SignOut, _: Actor) -> of_session.SignedOut:
        self.sessions.pop(ask.token, None)
        return of_session.SignedOut()

    def own_sessions(self, _: of_own.ListSessions, actor: Actor) -> of_own.OwnSessions:
        return of_own.OwnSessions(
            sessions=tuple(self._own(s) for s in self._open_of(actor.person_id)),
            signed_out=self.signed_out.get(actor.person_id),
        )

    def end_session(self, ask: of_own.EndSession, actor: Actor) -> of_own.Ended:
        return self._end(s for s in self._open_of(actor.person_id) if s.session_id == ask.session_id)

    def end_other_sessions(self, ask: of_own.EndOtherSessions, actor: Actor) -> of_own.Ended:
        return self._end(s for s in self._open_of(actor.person_id) if s.session_id != ask.session_id)

    def sign_out_person(self, ask: of_out.SignOutPerson, _: Actor) -> of_out.PersonSignedOut:
        ended = self._end(self._open_of(ask.person_id)).ended
        if ended:
            self.signed_out[ask.person_id] = of_out.SignedOutByOffice(at=clock.now(), reason=ask.reason, devices=ended)
        return of_out.PersonSignedOut(person_id=ask.person_id, ended=ended)

    def _open_of(self, person_id: str) -> list[of_session.Session]:
        return [s for s in self.sessions.values() if s.person_id == person_id]

    def _own(self, session: of_session.Session) -> of_own.OwnSession:
        device, now = self.devices[session.session_id], clock.now()
        return of_own.OwnSession(
            session_id=session.session_id, browser=device.browser, system=device.system, began_at=now, seen_at=now,
            expires_at=session.expires_at,
        )

    def _end(self, ending: Iterable[of_session.Session]) -> of_own.Ended:
        ids_ended = {s.session_id for s in ending}
        self.sessions = {token: s for token, s in self.sessions.items() if s.session_id not in ids_ended}
        return of_own.Ended(ended=len(ids_ended))

    def names(self, ask: of_people.NamesWanted, _: Actor) -> of_people.Names:
        named = {c.class_id: c.name for c in who.CLASSES}
        return of_people.Names(
            people={i: who.PEOPLE[i] for i in ask.person_ids if i in who.PEOPLE},
            pupils={i: who.PUPILS[i][0] for i in ask.pupil_ids if i in who.PUPILS},
            classes={i: named[i] for i in ask.class_ids if i in named},
            schools={i: who.SCHOOL.name for i in ask.school_ids if i == who.SCHOOL_ID},
        )

    def class_list(self, ask: of_class.ReadClassList, actor: Actor) -> of_class.ClassList:
        if not (actor.roles() & OFFICE or actor.heads(ask.class_id)):
            raise NotFound
        named = {c.class_id: c.name for c in who.CLASSES}
        of = ask.class_id
        seats = [of_class.Seated(pupil_id=i, name=n) for i, (n, class_id) in who.PUPILS.items() if class_id == of]
        return of_class.ClassList(class_id=ask.class_id, name=named[ask.class_id], pupils=tuple(seats))

    def readers(self, ask: of_readers.ReadReaders, actor: Actor) -> of_readers.Readers:
        office = bool(actor.roles() & OFFICE)
        if not (office or actor.child(ask.pupil_id)):
            raise NotFound
        last = ask.until or clock.today()
        look = of_readers.Reading(
            on=last, last_at=clock.now(), times=2, roles=(Role.HEAD_TEACHER, Role.TEACHER), own=False,
            person_id=who.WANG if office else None,
        )
        return of_readers.Readers(pupil_id=ask.pupil_id, first=last - timedelta(29), last=last, readings=(look,))

    def school(self, ask: of_school.FindSchool, _: Actor) -> of_school.School:
        if ask.code != who.SCHOOL.code:
            raise NotFound
        return who.SCHOOL

    def classes(self, _: of_school.ListClasses, __: Actor) -> of_school.Classes:
        return of_school.Classes(classes=who.CLASSES)
