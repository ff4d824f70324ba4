"""The roll, remembered: districts, schools and their people."""

from contracts.directory.school import School
from services.directory.application.signing_in.account import Account
from services.directory.domain.login import normal


class RememberedRolls:
    """What a transaction in memory knows of the roll: districts, schools and their people."""

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
