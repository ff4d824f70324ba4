"""Seed: what a school offers, and applications that await a decision, as a file brings them; again changes nothing."""

from typing import Any

from plumbing.unit import Unit

_OFFERING = """
INSERT INTO offering (offering_id, term, first_day, last_day, kind, title, weekdays, starts_at, ends_at, collect_by,
  grades, capacity)
VALUES (:offering_id, :term, :first_day, :last_day, :kind, :title, :weekdays, :starts_at, :ends_at, :collect_by,
  :grades, :capacity)
ON CONFLICT (school_id, offering_id) DO NOTHING
"""
_APPLICATION = """
INSERT INTO application (application_id, pupil_id, class_id, applicant_id, term, submitted_at)
VALUES (:application_id, :pupil_id, :class_id, :applicant_id, :term, :submitted_at)
ON CONFLICT DO NOTHING
"""
_PLACE = """
INSERT INTO place (application_id, offering_id, weekdays) VALUES (:application_id, :offering_id, :weekdays)
ON CONFLICT DO NOTHING
"""

_PARTS = """
INSERT INTO part (application_id, kind)
SELECT DISTINCT application_id, kind FROM place JOIN offering USING (school_id, offering_id)
WHERE application_id = :application_id
ON CONFLICT DO NOTHING
"""

_APPLIED = ("application_id", "pupil_id", "class_id", "applicant_id", "submitted_at")


def keep_offering(unit: Unit, term: dict[str, Any], offering: dict[str, Any]) -> None:
    """Let the offering stand for this term; one that stands already is left alone, with the places it has given."""
    named = {name: value for name, value in offering.items() if name not in ("district_id", "school_id")}
    unit.run(_OFFERING, term=term["name"], first_day=term["first"], last_day=term["last"], **named)


def keep_application(unit: Unit, term: dict[str, Any], application: dict[str, Any]) -> None:
    """Let the application stand as submitted, with the places it asks for; one that stands is left alone."""
    kept = unit.run(_APPLICATION, term=term["name"], **{name: application[name] for name in _APPLIED})
    for place in application["places"] if kept else ():
        unit.run(
            _PLACE, application_id=application["application_id"], offering_id=place["offering_id"],
            weekdays=place["weekdays"],
        )
    if kept:
        unit.run(_PARTS, application_id=application["application_id"])
