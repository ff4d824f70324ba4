"""Held: what some applications ask for and hold: their parts, and their places, each with its position in the line."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState, Part
from contracts.enrolment.place import Place, PlaceState
from plumbing.unit import Unit

_PLACES = """
SELECT place.application_id, place.offering_id, place.weekdays, place.state, place.rank, offering.title, offering.kind,
  CASE WHEN place.state = 'waiting' THEN (
    SELECT count(*) FROM place AS ahead
    WHERE ahead.school_id = place.school_id AND ahead.offering_id = place.offering_id
      AND ahead.state = 'waiting' AND ahead.line_number <= place.line_number
  ) END AS line_position
FROM place JOIN offering USING (school_id, offering_id) JOIN session USING (school_id, session_id)
WHERE place.application_id = ANY(CAST(:application_ids AS uuid[]))
ORDER BY offering.kind, place.rank, session.starts_at, offering.title, place.offering_id
"""


_PARTS = """
SELECT application_id, kind, state, ground FROM part
WHERE application_id = ANY(CAST(:application_ids AS uuid[])) ORDER BY kind
"""


def parts_of(unit: Unit, application_ids: Sequence[str]) -> dict[str, list[Part]]:
    """Return what each application asks for, by kind of service, basic care first; where it waits is not said here."""
    parts: dict[str, list[Part]] = defaultdict(list)
    for row in unit.rows(_PARTS, application_ids=list(application_ids)) if application_ids else ():
        parts[row.application_id].append(Part(
            kind=OfferingKind(row.kind), state=ApplicationState(row.state),
            ground=RefusalGround(row.ground) if row.ground else None,
        ))
    return parts


def places_of(unit: Unit, application_ids: Sequence[str]) -> dict[str, list[Place]]:
    """Return what each application holds, basic care first."""
    places: dict[str, list[Place]] = defaultdict(list)
    if application_ids:
        for row in unit.rows(_PLACES, application_ids=list(application_ids)):
            places[row.application_id].append(_place(row))
    return places


def _place(row: Row[Any]) -> Place:
    return Place(
        offering_id=row.offering_id,
        title=row.title,
        kind=OfferingKind(row.kind),
        weekdays=tuple(row.weekdays),
        state=PlaceState(row.state),
        line_position=row.line_position,
        rank=row.rank,
    )
