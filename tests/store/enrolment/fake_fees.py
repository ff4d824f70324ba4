"""Fake fees: the places in memory that are or were held, with what their offering costs."""

from typing import Any

from contracts.enrolment.place import PlaceState
from services.enrolment.domain.fee import Charge


class FakeFees:
    """The part of a fake unit that knows what is to be paid for."""

    state: Any

    def charges_of(self, application_id):
        rows = [row for row in self.state.places if row.application_id == application_id and _held(row)]
        rows.sort(key=lambda row: self._placed_by(row.offering_id))
        charges = (self._charge(row.offering_id, row) for row in rows)
        return [charge for charge in charges if charge.fee_yuan]

    def charges_in(self, term):
        programmes = [one for one in self._kept.values() if (one.term, one.state) == (term, "announced")]
        offering_ids = [one.offering_id for programme in programmes for one in programme.offerings]
        return [
            charge for offering_id in sorted(offering_ids, key=self._placed_by)
            for charge in self._charges_for(offering_id)
        ]

    def _placed_by(self, offering_id):
        offering = self.state.offerings[offering_id].offering
        return offering.kind, offering.starts_at, offering.title, offering_id

    def _charges_for(self, offering_id):
        rows = [row for row in self.state.places if row.offering_id == offering_id and _held(row)]
        return [self._charge(offering_id, row) for row in rows] or [self._charge(offering_id, None)]

    def _charge(self, offering_id, row):
        offering, programme = self.state.offerings[offering_id].offering, self._programme_of(offering_id)
        return Charge(
            offering_id=offering_id, title=offering.title, fee_yuan=offering.fee_yuan,
            weekdays=row.weekdays if row else offering.weekdays, first_day=programme.first_day,
            last_day=programme.last_day, given_on=row.given_on if row else None,
            released_on=row.released_on if row else None, places=1 if row else 0,
        )


def _held(row):
    return row.state is PlaceState.GIVEN or (row.state is PlaceState.RELEASED and row.released_on is not None)
