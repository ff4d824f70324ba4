"""Calendars of schools, in memory."""

from services.directory.application.calendars.own_unit import OwnCalendar


class RememberedCalendars:
    """The part of a unit in memory that has to do with a school's own calendar."""

    def own_calendar(self):
        return self.held.setdefault("own_calendars", {}).get(self.scope.school_id)

    def hold_calendar(self):
        """In memory nobody else comes in between."""

    def take_own_calendar(self):
        new = OwnCalendar(calendar_id=self.new_id())
        return self.held.setdefault("own_calendars", {}).setdefault(self.scope.school_id, new)

    def keep_own_calendar(self, own):
        self.held["own_calendars"][self.scope.school_id] = own

    def keep_edition(self, edition):
        self.held.setdefault("editions", {}).setdefault(self.scope.school_id, []).append(edition)

    def editions(self, most):
        return tuple(reversed(self.held.get("editions", {}).get(self.scope.school_id, [])))[:most]

    def audit(self, action, object_kind, object_id, pupil_id=None):
        self.store.records.append((self.scope.school_id, self.actor.person_id, action, pupil_id, self.now))
