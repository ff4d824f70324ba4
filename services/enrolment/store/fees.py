"""Fees: the places that are or were held, with the days on which that was so, and what their offering costs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from plumbing.unit import Unit
from services.enrolment.domain.fee import Charge

_HELD = "(place.state = 'given' OR (place.state = 'released' AND released_on IS NOT NULL))"
_OF_APPLICATION = f"""
SELECT place.offering_id, title, fee_yuan, place.weekdays, first_day, last_day, given_on, released_on, 1 AS places
FROM place JOIN offering USING (school_id, offering_id)
JOIN programme ON (programme.school_id, programme.programme_id) = (offering.school_id, offering.programme_id)
JOIN session ON (session.school_id, session.session_id) = (offering.school_id, offering.session_id)
WHERE application_id = :application_id AND fee_yuan > 0 AND {_HELD}
ORDER BY offering.kind, session.starts_at, title, place.offering_id
"""  # noqa: S608
_IN_TERM = f"""
SELECT offering.offering_id, title, fee_yuan, coalesce(place.weekdays, offering.weekdays) AS weekdays, first_day,
  last_day, given_on, released_on, count(place.offering_id) AS places
FROM programme JOIN offering USING (school_id, programme_id) JOIN session USING (school_id, session_id)
LEFT JOIN place ON (place.school_id, place.offering_id) = (offering.school_id, offering.offering_id) AND {_HELD}
WHERE term = :term AND programme.state = 'announced'
GROUP BY offering.offering_id, offering.kind, session.starts_at, title, fee_yuan, place.weekdays, offering.weekdays,
  first_day, last_day, given_on, released_on
ORDER BY offering.kind, session.starts_at, title, offering.offering_id, given_on, released_on, place.weekdays
"""  # noqa: S608


class Fees(Unit):
    """Places that are or were held, with what their offering costs."""

    def charges_of(self, application_id: str) -> Sequence[Charge]:
        """Return the places of an application that are or were held and are not free, in the order they are shown."""
        return [_charge(row) for row in self.rows(_OF_APPLICATION, application_id=application_id)]

    def charges_in(self, term: str) -> Sequence[Charge]:
        """Return the places of the term's offerings that are or were held, free ones too, offering by offering.

        Those that begin and end alike are told as one; an offering that nobody has a place in, as one of 0 places.
        """
        return [_charge(row) for row in self.rows(_IN_TERM, term=term)]


def _charge(row: Row[Any]) -> Charge:
    return Charge(**{**row._asdict(), "weekdays": tuple(row.weekdays)})
