"""Seed: what a school offers, and applications that await a decision, as a file brings them; again changes nothing."""

from typing import Any

from plumbing.unit import Unit

_PROGRAMME = """
INSERT INTO programme (programme_id, term, first_day, last_day, state, opens_at, letter, clubs_by)
VALUES (:programme_id, :name, :first, :last, 'announced', CAST(:first AS date) - 14, :letter, :placing)
ON CONFLICT (school_id, term) DO NOTHING
"""
_SESSION = """
INSERT INTO session (session_id, programme_id, kind, called, grades, weekdays, starts_at, ends_at, collect_by,
  summer_starts_at, summer_ends_at, summer_collect_by)
SELECT :session_id, programme_id, :kind, :name, :grades, :weekdays, :starts_at, :ends_at, :collect_by,
  :summer_starts_at, :summer_ends_at, :summer_collect_by
FROM programme WHERE term = :term
ON CONFLICT (school_id, session_id) DO NOTHING
"""
_OFFERING = """
INSERT INTO offering (offering_id, programme_id, session_id, kind, sort, title, weekdays, grades, capacity, location,
  lead_id, staff_kinds)
SELECT :offering_id, programme_id, :session_id, :kind, :sort, :title, :weekdays, :grades, :capacity, :location,
  :lead_id, :staff_kinds
FROM programme WHERE term = :term
ON CONFLICT (school_id, offering_id) DO NOTHING
"""
_APPLICATION = """
INSERT INTO application (application_id, pupil_id, class_id, applicant_id, term, submitted_at)
VALUES (:application_id, :pupil_id, :class_id, :applicant_id, :term, :submitted_at)
ON CONFLICT DO NOTHING
"""
_PLACE = """
INSERT INTO place (application_id, offering_id, weekdays, rank)
SELECT :application_id, offering_id, :weekdays, CASE kind WHEN 'club' THEN 1 END
FROM offering WHERE offering_id = :offering_id
ON CONFLICT DO NOTHING
"""

_PARTS = """
INSERT INTO part (application_id, kind)
SELECT DISTINCT application_id, kind FROM place JOIN offering USING (school_id, offering_id)
WHERE application_id = :application_id
ON CONFLICT DO NOTHING
"""

_APPLIED = ("application_id", "pupil_id", "class_id", "applicant_id", "submitted_at")


def keep_session(unit: Unit, term: dict[str, Any], session: dict[str, Any]) -> None:
    """Let the session stand in the term's programme, which is announced; what stands already is left alone."""
    summer = {f"summer_{name}": session.get(f"summer_{name}") for name in ("starts_at", "ends_at", "collect_by")}
    unit.run(
        _PROGRAMME, programme_id=session.get("programme_id", unit.new_id()), letter=term.get("letter", ""),
        placing=session.get("placing", "first_come"),
        **{name: term[name] for name in ("name", "first", "last")},
    )
    unit.run(_SESSION, term=term["name"], **{**_own(session), **summer})


def keep_offering(unit: Unit, term: dict[str, Any], offering: dict[str, Any]) -> None:
    """Let the offering stand in the term's programme; one that stands is left alone, with the places it has given."""
    usual = {
        "sort": offering["kind"], "location": "", "lead_id": None, "staff_kinds": ["own"],
    }
    unit.run(_OFFERING, term=term["name"], **{**usual, **_own(offering)})


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


def _own(plain: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name not in ("district_id", "school_id")}
