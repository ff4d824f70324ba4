"""Calendars of districts, in memory."""

from dataclasses import replace

from plumbing.ids import new_id
from services.directory.application.calendars.district_unit import KeptCalendar
from services.directory.application.calendars.document import counted, days_of, seasons_of, terms_of
from services.directory.application.rolls.roll import RollCalendar


class RememberedDistrictCalendars:
    """The part of a unit in memory that has to do with a district's calendar."""

    def district_calendar(self):
        kept = self.held["calendars"].get(self.scope.district_id)
        return kept and KeptCalendar(calendar_id=kept.calendar_id, version=self._version(), calendar=counted(kept))

    def take_district_calendar(self):
        empty = RollCalendar(calendar_id=new_id(), terms=(), marked=())
        self.held["calendars"].setdefault(self.scope.district_id, empty)
        return self.district_calendar()

    def keep_district_calendar(self, kept):
        self.held["calendars"][self.scope.district_id] = RollCalendar(
            calendar_id=kept.calendar_id, terms=terms_of(kept.calendar.terms), marked=days_of(kept.calendar.marked),
            provisional_from=kept.calendar.provisional_from, seasons=seasons_of(kept.calendar.seasons),
        )
        self.held.setdefault("calendar_versions", {})[self.scope.district_id] = kept.version

    def keep_district_edition(self, edition):
        self.held.setdefault("district_editions", {}).setdefault(self.scope.district_id, []).append(edition)

    def district_editions(self, most):
        return tuple(reversed(self.held.get("district_editions", {}).get(self.scope.district_id, [])))[:most]

    def each_school(self):
        for school in list(self.held["schools"].values()):
            if school.district_id == self.scope.district_id:
                yield type(self)(self.store, replace(self.scope, school_id=school.school_id), self.actor)

    def _version(self):
        return self.held.get("calendar_versions", {}).get(self.scope.district_id, 0)
