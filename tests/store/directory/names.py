"""Names, remembered: who and what is called how, for whom."""

from contracts.directory.calendar import Calendar
from contracts.directory.class_list import Seated
from contracts.directory.pupil_list import ListedPupil
from contracts.directory.school import SchoolClass
from plumbing import clock
from services.directory.application.record import OnRecord
from services.directory.domain.class_name import class_name


class RememberedNames:
    """What a transaction in memory knows of who is called what."""

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

    def listed(self, pupil_ids):
        pupils, classes = self._of("pupils", self._here), self._of("classes", self._here)
        found = [pupils[one] for one in dict.fromkeys(pupil_ids) if one in pupils and pupils[one].class_id in classes]
        rows = sorted(
            ((classes[one.class_id], one) for one in found),
            key=lambda row: (row[0].grade, row[0].number, row[1].seat_number or 100, row[1].pupil_id),
        )
        return tuple(
            ListedPupil(
                pupil_id=one.pupil_id, class_id=one.class_id, class_name=class_name(of.grade, of.number),
                seat_number=one.seat_number, name=one.name,
            )
            for of, one in rows
        )

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

    def calendar(self):
        kept = self.held["calendars"].get(self.scope.district_id)
        if kept is None:
            return None
        return Calendar(
            terms=kept.terms, marked=kept.marked, provisional_from=kept.provisional_from, seasons=kept.seasons
        )
