"""Memory: directory's store without a server; the same tests hold it to PostgreSQL."""

import base64
import secrets
from dataclasses import replace

from contracts.actor import Actor, Grant, Role
from contracts.directory.calendar import Calendar
from contracts.directory.class_list import Seated
from contracts.directory.school import School, SchoolClass
from contracts.directory.signing_out import SignedOutByOffice
from plumbing import clock, one_time
from plumbing.ids import new_id
from services.directory.application.cards.card import Addressee
from services.directory.application.record import OnRecord
from services.directory.application.signing_in.account import Account, Standing
from services.directory.domain.class_name import class_name
from services.directory.domain.login import normal, phone_in
from services.directory.domain.tries import Tries
from tests.store.before import copied
from tests.store.directory.calendars import RememberedCalendars
from tests.store.directory.checkups import RememberedCheckups
from tests.store.directory.district_calendars import RememberedDistrictCalendars
from tests.store.directory.guardians import RememberedGuardians
from tests.store.directory.links import RememberedLinks
from tests.store.directory.posts import RememberedPosts


class MemoryStore:
    """Everything in dictionaries; a transaction that fails leaves them as they were."""

    def __init__(self):
        self.held = {
            name: {} for name in (
                "people", "accounts", "officers", "calendars", "schools", "classes", "pupils", "guardians", "staff",
                "past_guardians", "asked_numbers", "last_days", "to_come", "second_factor_from",
                "sessions", "tries", "factors", "half_way", "cards", "by_phone", "districts", "links", "testimonies",
                "signed_out",
            )
        }
        self.events, self.records = [], []

    def change(self, use_case, ask, caller):
        """Run a use case for a caller, in one transaction."""
        return self._transaction(use_case, ask, caller.scope, caller.actor)

    query = change

    def take_in(self, use_case, roll, scope):
        """Take in a roll within a scope."""
        self._transaction(use_case, roll, scope, None)

    def news(self, scope):
        """Return every event promised within a scope, in order."""
        return [event for where, event in self.events if where == scope]

    def audited(self, school_id):
        """Return what is on record: who did what to which child."""
        return sorted(record[1:4] for record in self.records if record[0] == school_id)

    def _transaction(self, use_case, ask, scope, actor):
        before = copied(self.held), [*self.events], [*self.records]
        try:
            return use_case(MemoryUnit(self, scope, actor), ask)
        except BaseException:
            self.held, self.events, self.records = before
            raise


class MemoryUnit(
    RememberedLinks, RememberedPosts, RememberedGuardians, RememberedCalendars, RememberedCheckups,
    RememberedDistrictCalendars,
):
    """One transaction."""

    def __init__(self, store, scope, actor):
        self.store, self.held, self.scope, self.actor = store, store.held, scope, actor
        self.now, self.today = clock.now(), clock.today()
        self.new_id, self.new_token = new_id, secrets.token_urlsafe

    def emit(self, event):
        self.emit_all((event,))

    def emit_all(self, events):
        self.store.events.extend((self.scope, event) for event in events)

    def audit_pupils(self, action, pupil_ids):
        self.store.records.extend(
            (self.scope.school_id, self.actor.person_id, action, pupil_id, self.now) for pupil_id in pupil_ids
        )

    def take_tries(self, names):
        return {name: self.held["tries"].get(name, Tries()) for name in names}

    def keep_tries(self, tries):
        self.held["tries"].update(tries)

    def account(self, login):
        return self.held["accounts"].get(login) or self.held["by_phone"].get(phone_in(login))

    def standing(self, person_id):
        held = {}
        for district_id, school_id, grant in self._grants(person_id):
            held.setdefault((district_id, school_id), []).append(grant)
        each = sorted(held.items(), key=lambda item: (item[0][1] is None, self._code(item[0][1])))
        return Standing(
            name=next(p.name for (_, known), p in self.held["people"].items() if known == person_id),
            actors=tuple(
                Actor(person_id=person_id, district_id=district_id, school_id=school_id, grants=tuple(grants))
                for (district_id, school_id), grants in each
            ),
            schools=tuple(self.held["schools"][school_id] for (_, school_id), _ in each if school_id),
            second_factor_from=self._second_factor_from(person_id),
        )

    def _code(self, school_id):
        return self.held["schools"][school_id].code if school_id else ""

    def _grants(self, person_id):
        for (school_id, _), colleague in self.held["staff"].items():
            if colleague.person_id == person_id:
                for grant in colleague.grants:
                    yield self.held["schools"][school_id].district_id, school_id, grant
        children = [
            (school_id, self.held["pupils"][school_id, pupil_id])
            for (school_id, pupil_id), guardians in self.held["guardians"].items() if person_id in guardians
        ]
        for school_id, pupil in sorted(children, key=lambda child: self._eldest_first(*child)):
            grant = Grant(role=Role.GUARDIAN, class_id=pupil.class_id, pupil_id=pupil.pupil_id)
            yield self.held["schools"][school_id].district_id, school_id, grant
        for (district_id, officer_id), role in self.held["officers"].items():
            if officer_id == person_id:
                yield district_id, None, Grant(role=role)

    def _eldest_first(self, school_id, pupil):
        own = self.held["classes"][school_id, pupil.class_id]
        return -own.grade, own.number, pupil.seat_number

    def keep_session(self, session):
        self.held["sessions"][session.secret] = session

    def session(self, secret):
        session = self.held["sessions"].get(secret)
        return session if session and session.expires_at > self.now else None

    def end_session(self, secret):
        open_one = self.session(secret)
        self.held["sessions"].pop(secret, None)
        return open_one.session_id if open_one else None

    def guardians_of_class(self, class_id):
        return self._addressees([p for p in self._of("pupils", self._here).values() if p.class_id == class_id])

    def guardians_of_pupil(self, pupil_id, class_id):
        pupil = self._of("pupils", self._here).get(pupil_id)
        return self._addressees([pupil] if pupil and pupil.class_id == class_id else [])

    def colleagues(self):
        staff = self._of("staff", self._here).values()
        return tuple(self._addressee(self.held["people"][self._district, c.person_id]) for c in staff)

    def _addressees(self, pupils):
        children = {}
        for pupil in sorted(pupils, key=lambda p: p.seat_number):
            for guardian_id in sorted(self.held["guardians"][self._here, pupil.pupil_id]):
                children.setdefault(guardian_id, []).append(pupil.name)
        people = self._of("people", self._district)
        return tuple(self._addressee(people[who], tuple(names)) for who, names in children.items())

    def _addressee(self, person, children=()):
        accounts = (*self.held["accounts"].values(), *self.held["by_phone"].values())
        known = {account.person_id for account in accounts}
        return Addressee(
            person_id=person.person_id, name=person.name, phone=person.phone, has_account=person.person_id in known,
            children=children,
        )

    def card_index(self, code):
        return code.encode()

    def card_proof(self, code, last_four):
        return f"{code}|{last_four}".encode()

    def phone_index(self, phone):
        return phone.encode()

    def keep_cards(self, cards):
        self.held["cards"].update({(card.person_id, card.sheet_id): [card, 0] for card in cards})

    def try_card(self, code_index, most):
        for key, (card, tries) in self.held["cards"].items():
            if card.code_index == code_index and card.expires_at > self.now and tries < most:
                self.held["cards"][key] = [card, tries + 1]
                return card
        return None

    def use_card(self, code_index, until):
        for key, (card, tries) in self.held["cards"].items():
            if card.code_index == code_index and not card.used and card.expires_at > self.now:
                self.held["cards"][key] = [replace(card, used=True, expires_at=until), tries]
                return True
        return False

    def drop_other_cards(self, used):
        self.held["cards"] = {
            key: kept for key, kept in self.held["cards"].items()
            if kept[0].person_id != used.person_id or kept[0].code_index == used.code_index
        }

    def phone_is_anothers(self, card):
        held = self.held["by_phone"].get(card.phone_index.decode())
        return held is not None and held.person_id != card.person_id

    def keep_account(self, card, password_hash):
        account = Account(person_id=card.person_id, password_hash=password_hash)
        self.held["by_phone"][card.phone_index.decode()] = account
        for login, held in self.held["accounts"].items():
            if held.person_id == card.person_id:
                self.held["accounts"][login] = account

    def see_session(self, session_id):
        for secret, session in self.held["sessions"].items():
            if session.session_id == session_id:
                self.held["sessions"][secret] = replace(session, seen_at=self.now)

    def sessions_of(self, person_id):
        own = [s for s in self.held["sessions"].values() if s.person_id == person_id and s.expires_at > self.now]
        return tuple(sorted(own, key=lambda s: (s.seen_at, s.session_id), reverse=True))

    def signed_out_by_office(self, person_id):
        return self.held["signed_out"].get(person_id)

    def end_sessions(self, person_id, session_ids, reason):
        ended = {s.session_id: s.secret for s in self.sessions_of(person_id) if s.session_id in session_ids}
        for secret in ended.values():
            del self.held["sessions"][secret]
        if reason and ended:
            self.held["signed_out"][person_id] = SignedOutByOffice(at=self.now, reason=reason, devices=len(ended))
        return set(ended)

    chance = staticmethod(secrets.token_bytes)
    phone_step = staticmethod(one_time.present_step)
    phone_code = staticmethod(one_time.code_of)

    def new_phone_secret(self):
        return base64.b32encode(secrets.token_bytes(20)).decode()

    def recovery_index(self, code):
        return code.encode()

    def take_factor(self, person_id):
        return self.held["factors"].get(person_id)

    def keep_factor(self, factor):
        self.held["factors"][factor.person_id] = factor

    def confirm_factor(self, person_id):
        self._change_factor(person_id, confirmed=True)

    def use_step(self, person_id, step):
        self._change_factor(person_id, used_step=step)

    def keep_recovery(self, person_id, recovery):
        self._change_factor(person_id, recovery=recovery)

    def drop_factor(self, person_id):
        del self.held["factors"][person_id]

    def _change_factor(self, person_id, **changes):
        self.held["factors"][person_id] = replace(self.held["factors"][person_id], **changes)

    def keep_half_way(self, half):
        self.held["half_way"][half.secret] = half

    def half_way(self, secret):
        half = self.held["half_way"].get(secret)
        return half if half and half.expires_at > self.now else None

    def drop_half_way(self, secret):
        del self.held["half_way"][secret]

    def school(self, code):
        return next((school for school in self.held["schools"].values() if school.code == code), None)

    def classes(self):
        own = [
            SchoolClass(**vars(one), name=class_name(one.grade, one.number))
            for one in self._of("classes", self._here).values()
        ]
        return tuple(sorted(own, key=lambda one: (one.grade, one.number)))

    def named_classes(self, class_ids):
        return tuple(one for one in self.classes() if one.class_id in class_ids)

    def calendar(self):
        kept = self.held["calendars"].get(self.scope.district_id)
        if kept is None:
            return None
        return Calendar(terms=kept.terms, marked=kept.marked, provisional_from=kept.provisional_from)

    def names_of_schools(self, school_ids):
        schools = self.held["schools"]
        near = {key: one for key, one in schools.items() if one.district_id == self._district}
        return {key: near[key].name for key in school_ids if key in near}

    def names_of_people(self, person_ids, *, own, families):
        known = {own} | {colleague.person_id for colleague in self._of("staff", self._here).values()}
        if self._here is None:
            known |= {officer for district_id, officer in self.held["officers"] if district_id == self._district}
        if families:
            known |= {guardian for all_of in self._of("guardians", self._here).values() for guardian in all_of}
        people = self._of("people", self._district)
        return {key: people[key].name for key in person_ids if key in known & set(people)}

    @property
    def _here(self):
        return self.scope.school_id

    @property
    def _district(self):
        return self.scope.district_id

    def _of(self, kind, owner_id):
        return {key: one for (owner, key), one in self.held[kind].items() if owner == owner_id}

    def names_of_pupils(self, pupil_ids):
        pupils = self._of("pupils", self._here)
        return {key: pupils[key].name for key in pupil_ids if key in pupils}

    def names_of_children(self, pupil_ids, guardian_id):
        own = [key for key in pupil_ids if guardian_id in self.held["guardians"].get((self._here, key), ())]
        return self.names_of_pupils(own)

    def seated(self, class_id):
        seats = [p for p in self._of("pupils", self._here).values() if p.class_id == class_id]
        by_seat = sorted(seats, key=lambda p: p.seat_number)
        return tuple(Seated(pupil_id=p.pupil_id, name=p.name, seat_number=p.seat_number) for p in by_seat)

    def on_record(self, pupil_id, first, last):
        looks = {}
        for school_id, actor_id, _, read_id, at in self.store.records:
            on = clock.local_date(at)
            if (school_id, read_id) == (self._here, pupil_id) and first <= on <= last:
                looks.setdefault((actor_id, on), []).append(at)
        found = [
            OnRecord(actor_id=who, roles=self._roles(who, pupil_id), on=on, times=len(at), last_at=max(at))
            for (who, on), at in looks.items()
        ]
        return tuple(sorted(found, key=lambda one: one.last_at, reverse=True))

    def _roles(self, person_id, pupil_id):
        held = {
            grant.role for _, school_id, grant in self._grants(person_id)
            if school_id == self._here and grant.pupil_id in (None, pupil_id)
        }
        return tuple(sorted(held))

    def keep_district(self, district):
        self.held["districts"][district.district_id] = district.code

    def keep_schools(self, schools):
        for one in schools:
            self.held["schools"][one.school_id] = School(
                school_id=one.school_id, district_id=self._district, code=one.code.lower(), name=one.name,
                stage=one.stage,
            )

    def keep_people(self, people):
        self.held["people"].update({(self._district, one.person_id): one for one in people})

    def keep_accounts(self, people, password_hash):
        for one in (one for one in people if one.login):
            account = Account(person_id=one.person_id, password_hash=password_hash)
            self.held["accounts"].setdefault(normal(one.login), account)
            self.held["by_phone"].setdefault(one.phone, account)

    def keep_officers(self, officers):
        self.held["officers"].update({(self._district, one.person_id): one.role for one in officers})

    def keep_calendar(self, calendar):
        in_hand = self._version() > 0
        return not in_hand and bool(self._news("calendars", {self._district: calendar}))

    def keep_classes(self, classes):
        return self._of_school("classes", {one.class_id: one for one in classes})

    def keep_pupils(self, pupils):
        return self._of_school("pupils", {one.pupil_id: one for one in pupils})

    def keep_staff(self, staff):
        return self._of_school("staff", {one.staff_id: one for one in staff})

    def _of_school(self, kind, said):
        changed = self._news(kind, {(self._here, key): value for key, value in said.items()})
        return {key for _, key in changed}

    def _news(self, kind, said):
        changed = {key for key, value in said.items() if self.held[kind].get(key) != value}
        self.held[kind].update(said)
        return changed
