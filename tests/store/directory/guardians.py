"""Guardians and their numbers, in memory."""

from dataclasses import dataclass, replace
from datetime import datetime

from contracts.directory.guardian import EndReason
from services.directory.application.guardians.guarding import Child, Family, Guarding, PastGuarding
from services.directory.application.rolls.roll import RollPerson
from services.directory.domain.roster.standing import KnownPerson


@dataclass(frozen=True, kw_only=True)
class Guarded:
    """One guardian of a child as kept."""

    place: int
    since: datetime
    relation: str = ""
    invited_by: str | None = None


class RememberedGuardians:
    """The part of a unit in memory that has to do with guardians; `guardians` holds {person: Guarded} by child."""

    def keep_guardians(self, pupils):
        changed = set()
        for pupil in pupils:
            before = self.held["guardians"].get((self._here, pupil.pupil_id), {})
            for gone in set(before) - set(pupil.guardian_ids):
                self._past(pupil.pupil_id, gone, before[gone], EndReason.ROSTER)
            now = {
                who: before.get(who) or Guarded(place=place, since=self.now)
                for place, who in enumerate(pupil.guardian_ids, start=1)
            }
            self.held["guardians"][self._here, pupil.pupil_id] = now
            if set(now) != set(before):
                changed.add(pupil.pupil_id)
        return changed

    def family(self, pupil_id):
        pupil = self._of("pupils", self._here).get(pupil_id)
        if pupil is None:
            return None
        held = self.held["guardians"].get((self._here, pupil_id), {})
        people = self._of("people", self._district)
        return Family(
            child=Child(pupil_id=pupil_id, name=pupil.name, class_id=pupil.class_id),
            guardians=tuple(
                Guarding(
                    who=self._addressee(people[who], (pupil.name,)), relation=one.relation, since=one.since,
                    invited_by=one.invited_by,
                )
                for who, one in sorted(held.items(), key=lambda item: (item[1].place, item[0]))
            ),
        )

    hold_family = family

    def past_guardians(self, pupil_id):
        kept = self.held["past_guardians"].get((self._here, pupil_id), ())
        return tuple(sorted(kept, key=lambda one: one.until, reverse=True))

    def keep_guardian(self, pupil_id, person_id, relation, invited_by):
        held = self.held["guardians"].setdefault((self._here, pupil_id), {})
        place = 1 + max((one.place for one in held.values()), default=0)
        held[person_id] = Guarded(place=place, since=self.now, relation=relation, invited_by=invited_by)

    def end_guardian(self, pupil_id, person_id, reason, ended_by):
        self._past(pupil_id, person_id, self.held["guardians"][self._here, pupil_id].pop(person_id), reason)

    def _past(self, pupil_id, person_id, one, reason):
        was = PastGuarding(
            person_id=person_id, name=self.held["people"][self._district, person_id].name, relation=one.relation,
            since=one.since, until=self.now, reason=reason,
        )
        key = self._here, pupil_id
        self.held["past_guardians"][key] = (*self.held["past_guardians"].get(key, ()), was)

    def guardian_here(self, person_id):
        pupils = self._of("pupils", self._here)
        names = [pupils[i].name for i, held in self._of("guardians", self._here).items() if person_id in held]
        return self._addressee(self.held["people"][self._district, person_id], tuple(sorted(names))) if names else None

    def known_people(self, phones):
        people = self._of("people", self._district).values()
        return {p.phone: KnownPerson(person_id=p.person_id, name=p.name) for p in people if p.phone in phones}

    def keep_new_people(self, people):
        for one in people:
            self.held["people"][self._district, one.person_id] = RollPerson(**vars(one))

    def number_opens_anothers(self, person_id, phone):
        held = self.held["by_phone"].get(phone)
        return held is not None and held.person_id != person_id

    def keep_number(self, person_id, phone):
        key = self._district, person_id
        old = self.held["by_phone"].pop(self.held["people"][key].phone, None)
        if old:
            self.held["by_phone"][phone] = old
        self.held["people"][key] = replace(self.held["people"][key], phone=phone)
        self.held["cards"] = {at: kept for at, kept in self.held["cards"].items() if at[0] != person_id}

    def keep_asked_number(self, asked):
        self.held["asked_numbers"][self._district, asked.person_id] = asked

    def asked_numbers(self):
        asked = self._of("asked_numbers", self._district).values()
        here = [one for one in asked if one.expires_at > self.now and self.guardian_here(one.person_id)]
        return tuple(sorted(here, key=lambda one: one.asked_at))

    def take_asked_number(self, request_id):
        for key, one in self.held["asked_numbers"].items():
            if (key[0], one.request_id) == (self._district, request_id) and one.expires_at > self.now:
                del self.held["asked_numbers"][key]
                return one
        return None
