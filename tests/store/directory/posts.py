"""Posts, in memory."""

from dataclasses import replace

from contracts.actor import STAFF
from services.directory.application.posts.post import Dated, Holder


class RememberedPosts:
    """The part of a unit in memory that has to do with posts: what is held is `staff`, `days` are its last days."""

    def hold_school(self):
        pass

    def stage(self):
        return self.held["schools"][self._here].stage

    def holders(self):
        staff = self._of("staff", self._here).values()
        return tuple(sorted((self._holder(one) for one in staff), key=lambda one: (one.who.name, one.who.person_id)))

    def keep_posts(self, staff_id, posts):
        key = self._here, staff_id
        held = [one for one in posts if one.first is None]
        self.held["staff"][key] = replace(self.held["staff"][key], grants=tuple(one.grant for one in held))
        self.held["last_days"][key] = {one.grant: one.last for one in held if one.last}
        self.held["to_come"][key] = tuple(one for one in posts if one.first)

    def second_factor_from(self):
        return self.held["second_factor_from"].get(self._here)

    def keep_second_factor_from(self, day):
        self.held["second_factor_from"][self._here] = day

    def asks_for_factor(self, person_id):
        return bool(self._days_asked(person_id))

    def _second_factor_from(self, person_id):
        factor = self.held["factors"].get(person_id)
        return None if factor and factor.confirmed else min(self._days_asked(person_id), default=None)

    def _days_asked(self, person_id):
        asked = {school: day for school, day in self.held["second_factor_from"].items() if day}
        held = [school for _, school, grant in self._grants(person_id) if grant.role in STAFF]
        return [asked[school] for school in held if school in asked]

    def _holder(self, colleague):
        key = self._here, colleague.staff_id
        factor = self.held["factors"].get(colleague.person_id)
        days = self.held["last_days"].get(key, {})
        held = tuple(Dated(grant=grant, last=days.get(grant)) for grant in colleague.grants)
        return Holder(
            staff_id=colleague.staff_id, who=self._addressee(self.held["people"][self._district, colleague.person_id]),
            second_factor=bool(factor and factor.confirmed), posts=(*held, *self.held["to_come"].get(key, ())),
        )
