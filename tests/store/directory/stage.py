"""Stage: a district of its own for each test, on a store real or not; every word goes through the use cases."""

from dataclasses import replace

from contracts.actor import NOBODY, visitor
from contracts.directory.calendar import ReadCalendar
from contracts.directory.card import Activate, PrintCards, PrintStaffCards
from contracts.directory.class_list import ReadClassList
from contracts.directory.outside import LinkOutside, ListLinks, SignInOutside, Unlink
from contracts.directory.own_password import ChangePassword
from contracts.directory.own_sessions import EndOtherSessions, EndSession, ListSessions
from contracts.directory.people import NamesWanted
from contracts.directory.readers import ReadReaders
from contracts.directory.school import FindSchool, ListClasses
from contracts.directory.second_factor import (
    BeginSecondFactor,
    ConfirmSecondFactor,
    EndSecondFactor,
    ReadSecondFactor,
    RenewRecoveryCodes,
)
from contracts.directory.session import ReadSession, SignIn, SignInSecond, SignOut
from plumbing.caller import Caller
from plumbing.scope import Scope
from services.directory import wiring
from services.directory.application.cards.printing import print_cards, print_staff_cards
from services.directory.application.class_list import read_class_list
from services.directory.application.names import read_names
from services.directory.application.outside.ways_in import list_links, unlink_outside
from services.directory.application.readers import read_readers
from services.directory.application.rolls.take_in import take_in_district, take_in_school
from services.directory.application.schools import find_school, list_classes, read_calendar
from services.directory.application.second_factor.setting_up import (
    begin_second_factor,
    confirm_second_factor,
    end_second_factor,
    read_second_factor,
    renew_recovery_codes,
)
from services.directory.application.signing_in.own_sessions import end_other_sessions, end_session, list_sessions
from services.directory.application.signing_in.session import read_session, sign_out
from services.directory.application.signing_in.sign_in import knock
from tests.store.directory.cast import PASSWORD, Cast


class Stage(Cast):
    """The cast, taken in. `home` and `cafe` are addresses in two networks of this test's own."""

    def __init__(self, store):
        super().__init__()
        self.store = store
        own = f"{self.mark[:4]}:{self.mark[4:]}"
        self.home, self.cafe = f"2001:db8:{own}::1", f"2001:db9:{own}::1"
        self.take_in(self.roll)

    @property
    def district(self):
        return Scope(district_id=self.roll.district.district_id)

    def within(self, school):
        return Scope(district_id=self.roll.district.district_id, school_id=school.school_id)

    def take_in(self, roll):
        """Take in a roll as the seed does."""
        self.store.take_in(take_in_district, roll, self.district)
        for school in roll.schools:
            self.store.take_in(take_in_school, school, self.within(school))

    def with_first_school(self, **changes):
        """Return the roll with the first school changed."""
        return replace(self.roll, schools=(replace(self.first, **changes), self.second))

    def news(self):
        """Return everything announced so far: of the district, then of each school."""
        scopes = (self.district, self.within(self.first), self.within(self.second))
        return [event for scope in scopes for event in self.store.news(scope)]

    def sign_in(self, who, secret=PASSWORD, client=None, **device):
        """Come in by the front door, password and all."""
        ask = SignIn(login=who.login, password=secret, client=client or self.home, **device)
        return wiring.sign_in(self.store, ask, _caller(visitor()))

    def sign_in_with(self, half, code):
        """Come in by a code, after the password."""
        return wiring.sign_in_second(self.store, SignInSecond(token=half.token, code=code), _caller(visitor()))

    def factor(self, actor):
        return self.store.query(read_second_factor, ReadSecondFactor(), _caller(actor))

    def begin_factor(self, actor):
        return self.store.change(begin_second_factor, BeginSecondFactor(), _caller(actor))

    def confirm_factor(self, actor, code):
        return wiring.with_code(self.store, confirm_second_factor, ConfirmSecondFactor(code=code), _caller(actor)).codes

    def new_codes(self, actor, code):
        return wiring.with_code(self.store, renew_recovery_codes, RenewRecoveryCodes(code=code), _caller(actor)).codes

    def end_factor(self, actor, code):
        return wiring.with_code(self.store, end_second_factor, EndSecondFactor(code=code), _caller(actor))

    def print_cards(self, actor, of_class, pupil=None):
        ask = PrintCards(class_id=of_class.class_id, pupil_id=pupil and pupil.pupil_id)
        return self.store.change(print_cards, ask, _caller(actor))

    def print_staff_cards(self, actor, who=None):
        ask = PrintStaffCards(person_id=who and who.person_id)
        return self.store.change(print_staff_cards, ask, _caller(actor))

    def activate(self, code, last_four, chosen, client=None):
        """Come in by a card."""
        ask = Activate(code=code, last_four=last_four, password=chosen, client=client or self.home)
        return wiring.activate(self.store, ask, _caller(visitor()))

    def sign_in_outside(self, testimony):
        """Come in by what a provider has said."""
        return wiring.sign_in_outside(self.store, SignInOutside(testimony=testimony), _caller(visitor()))

    def link(self, actor, testimony, secret=PASSWORD):
        ask = LinkOutside(testimony=testimony, password=secret)
        return wiring.link_outside(self.store, ask, _caller(actor))

    def links(self, actor):
        return self.store.query(list_links, ListLinks(), _caller(actor))

    def unlink(self, actor, link_id):
        return self.store.change(unlink_outside, Unlink(link_id=link_id), _caller(actor))

    def change_password(self, actor, secret, chosen, session_id=NOBODY):
        ask = ChangePassword(password=secret, chosen=chosen, session_id=session_id)
        return wiring.change_password(self.store, ask, _caller(actor))

    def knock(self, login, client=None):
        """Make a try whose password turns out wrong."""
        ask = SignIn(login=login, password="wrong", client=client or self.home)
        return self.store.change(knock, ask, _caller(visitor()))

    def session(self, token):
        return self.store.query(read_session, ReadSession(token=token), _caller(visitor()))

    def sign_out(self, token):
        return self.store.change(sign_out, SignOut(token=token), _caller(visitor()))

    def own_sessions(self, actor):
        return self.store.query(list_sessions, ListSessions(), _caller(actor)).sessions

    def signed_out(self, actor):
        return self.store.query(list_sessions, ListSessions(), _caller(actor)).signed_out

    def end_session(self, actor, session_id):
        return self.store.change(end_session, EndSession(session_id=session_id), _caller(actor)).ended

    def end_other_sessions(self, actor, session_id):
        return self.store.change(end_other_sessions, EndOtherSessions(session_id=session_id), _caller(actor)).ended

    def actors(self, who):
        """Return the actors of a person who has just signed in."""
        return self.session(self.sign_in(who).token).actors

    def names(self, actor, *, people=(), pupils=(), classes=(), schools=()):
        """Ask for names as the actor."""
        ask = NamesWanted(
            person_ids=tuple(p.person_id for p in people), pupil_ids=tuple(p.pupil_id for p in pupils),
            class_ids=tuple(c.class_id for c in classes), school_ids=tuple(s.school_id for s in schools),
        )
        return self.store.change(read_names, ask, _caller(actor))

    def class_list(self, actor, of_class):
        return self.store.change(read_class_list, ReadClassList(class_id=of_class.class_id), _caller(actor))

    def readers(self, actor, pupil, until=None):
        return self.store.change(read_readers, ReadReaders(pupil_id=pupil.pupil_id, until=until), _caller(actor))

    def find(self, code):
        return self.store.query(find_school, FindSchool(code=code), _caller(visitor()))

    def classes(self, actor):
        return self.store.query(list_classes, ListClasses(), _caller(actor)).classes

    def calendar(self, district_id):
        return self.store.query(read_calendar, ReadCalendar(), _caller(visitor(district_id=district_id)))


def _caller(actor):
    return Caller(actor=actor, call="test", request_id="test")
