"""What a school lacks, found in memory."""

from collections import Counter

from contracts.actor import Role
from contracts.directory.checkup import Lack, Lacking


class RememberedCheckups:
    """The part of a unit in memory that looks for what is missing."""

    def lacks_of_people(self):
        seated = {one.class_id for one in self._pupils()}
        self._open = [one for one in self.classes() if one.class_id in seated]
        return (*self._of_teaching(), *self._of_pupils(), *self._of_staff())

    def latest_rosters(self):
        return ()

    def _pupils(self):
        return list(self._of("pupils", self._here).values())

    def _held(self, role):
        return [g for one in self._of("staff", self._here).values() for g in one.grants if g.role is role]

    def _of_teaching(self):
        led = {grant.class_id for grant in self._held(Role.HEAD_TEACHER)}
        yield from self._each(Lacking.HEAD_TEACHER, {c.class_id: 1 for c in self._open if c.class_id not in led})
        taught = {(grant.class_id, grant.subject) for grant in self._held(Role.TEACHER)}
        for one in self._open:
            grade = [other.class_id for other in self._open if other.grade == one.grade]
            in_grade = Counter(subject for class_id, subject in taught if class_id in grade)
            for subject, times in sorted(in_grade.items()):
                if 2 * times >= len(grade) and (one.class_id, subject) not in taught:
                    yield from self._each(Lacking.SUBJECT_TEACHER, {one.class_id: 1}, subject=subject)

    def _of_pupils(self):
        guardians, known = self.held["guardians"], self._with_account()
        placed = [one for one in self._pupils() if one.class_id]
        adrift = [one for one in self._pupils() if not one.class_id]
        if adrift:
            yield Lack(lacking=Lacking.CLASS, count=len(adrift))
        alone = Counter(one.class_id for one in placed if not guardians.get((self._here, one.pupil_id)))
        yield from self._each(Lacking.GUARDIAN, alone)
        strangers = {(p.class_id, who) for p in placed for who in guardians[self._here, p.pupil_id] if who not in known}
        yield from self._each(Lacking.GUARDIAN_ACCOUNT, Counter(class_id for class_id, _ in strangers))

    def _of_staff(self):
        known = self._with_account()
        staff = [one.person_id for one in self._of("staff", self._here).values() if one.grants]
        factors = {who for who, factor in self.held["factors"].items() if factor.confirmed}
        counts = {
            Lacking.STAFF_ACCOUNT: sum(who not in known for who in staff),
            Lacking.SECOND_FACTOR: sum(who in known and who not in factors for who in staff),
        }
        yield from (Lack(lacking=lacking, count=count) for lacking, count in counts.items() if count)

    def _with_account(self):
        return {account.person_id for account in (*self.held["accounts"].values(), *self.held["by_phone"].values())}

    def _each(self, lacking, counts, **more):
        for one in self._open:
            if count := counts.get(one.class_id):
                yield Lack(lacking=lacking, count=count, class_id=one.class_id, class_name=one.name, **more)
