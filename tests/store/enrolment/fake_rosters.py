"""Fake rosters: who has which place, child by child, in memory."""

from contracts.enrolment.child_times import ChildTime
from contracts.enrolment.hours import Hours
from contracts.enrolment.place import PlaceState
from contracts.enrolment.programme import ProgrammeState
from contracts.enrolment.roster import LedOffering, PlacedPupil, WaitingPupil

HOURS = tuple(Hours.__dataclass_fields__)


class FakeRosters:
    """The part of a fake unit that knows places with their children."""

    def placed_pupils(self, offering_id):
        rows = [r for r in self.state.places if (r.offering_id, r.state) == (offering_id, PlaceState.GIVEN)]
        found = [PlacedPupil(**self._whose(row)) for row in rows]
        return sorted(found, key=lambda one: (one.class_id, one.pupil_id))

    def waiting_pupils(self, offering_id):
        line = self._line(offering_id)
        return [WaitingPupil(**self._whose(row), line_position=place) for place, row in enumerate(line, start=1)]

    def led_by(self, person_id):
        found = [
            (programme.first_day, self.state.offerings[one.offering_id].offering, one, programme)
            for programme in self._kept.values() for one in programme.offerings
            if person_id in (one.lead_id, one.cover_id) and self._runs(programme)
        ]
        found.sort(key=lambda row: (row[0], row[1].starts_at, row[2].title, row[2].offering_id))
        return [
            LedOffering(
                offering_id=one.offering_id, title=one.title, term=programme.term, weekdays=one.weekdays,
                location=one.location, taken=self.state.offerings[one.offering_id].taken,
                covers=one.lead_id != person_id, **{name: getattr(offering, name) for name in HOURS},
            )
            for _, offering, one, programme in found
        ]

    def times_of(self, pupil_id):
        own = {one.application_id for one in self.state.applications.values() if one.pupil_id == pupil_id}
        rows = [r for r in self.state.places if r.application_id in own and r.state is PlaceState.GIVEN]
        found = []
        for row in rows:
            programme, offering = self._programme_of(row.offering_id), self.state.offerings[row.offering_id].offering
            if programme.last_day >= self.today:
                found.append(ChildTime(
                    offering_id=row.offering_id, title=offering.title, weekdays=row.weekdays,
                    location=offering.location, first_day=programme.first_day, last_day=programme.last_day,
                    changes=self._changes(programme, row.offering_id),
                    **{name: getattr(offering, name) for name in HOURS},
                ))
        return sorted(found, key=lambda one: (one.first_day, one.starts_at, one.title, one.offering_id))

    def _changes(self, programme, offering_id):
        planned = next(one for one in programme.offerings if one.offering_id == offering_id)
        session = next(one for one in programme.sessions if one.session_id == planned.session_id)
        return planned.changes + session.changes

    def _runs(self, programme):
        return programme.state is ProgrammeState.ANNOUNCED and programme.last_day >= self.today

    def _whose(self, row):
        application = self.state.applications[row.application_id]
        return {"pupil_id": application.pupil_id, "class_id": application.class_id, "weekdays": row.weekdays}
