"""Memory: directory's store without a server; the same tests hold it to PostgreSQL."""

import secrets

from contracts.actor import Actor, Grant, Role
from plumbing import clock
from plumbing.ids import new_id
from services.directory.application.signing_in.account import Standing
from services.directory.domain.login import phone_in
from tests.store.before import copied
from tests.store.directory.calendars import RememberedCalendars
from tests.store.directory.checkups import RememberedCheckups
from tests.store.directory.district_calendars import RememberedDistrictCalendars
from tests.store.directory.factors import RememberedFactors
from tests.store.directory.guardians import RememberedGuardians
from tests.store.directory.links import RememberedLinks
from tests.store.directory.names import RememberedNames
from tests.store.directory.paper import RememberedCards
from tests.store.directory.posts import RememberedPosts
from tests.store.directory.rolls import RememberedRolls
from tests.store.directory.sessions import RememberedSessions


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
    RememberedDistrictCalendars, RememberedSessions, RememberedFactors, RememberedCards, RememberedNames,
    RememberedRolls,
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
