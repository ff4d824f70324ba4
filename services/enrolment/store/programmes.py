"""Programmes: what a school's office has planned for its terms, in sessions and offerings."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.planned import Described, InstitutionSort, Planned, Practice, StaffKind
from contracts.enrolment.programme import Announced, Programme, ProgrammeState, TermPlan
from contracts.enrolment.session import ServiceSession, SessionKind, WriteSession
from plumbing.norms import Norms
from services.enrolment.domain.kept_judgement import KeptJudgement
from services.enrolment.store.hours import hours_of

_ALL = "SELECT * FROM programme ORDER BY first_day DESC, term"
_ONE = "SELECT * FROM programme WHERE programme_id = :programme_id"
_TAKE = "UPDATE programme SET sequence = sequence + 1 WHERE programme_id = :programme_id RETURNING *"
_SESSIONS = "SELECT * FROM session WHERE programme_id = :programme_id ORDER BY starts_at, ends_at, called, session_id"
_OFFERINGS = """
SELECT offering.*, (
  SELECT count(*) FROM place WHERE place.school_id = offering.school_id AND place.offering_id = offering.offering_id
    AND place.state = 'waiting'
) AS waiting
FROM offering JOIN session USING (school_id, session_id) WHERE offering.programme_id = :programme_id
ORDER BY offering.kind, session.starts_at, offering.grades, title, offering_id
"""
_OPEN = """
INSERT INTO programme (programme_id, term, first_day, last_day) VALUES (:programme_id, :term, :first_day, :last_day)
ON CONFLICT (school_id, term) DO NOTHING
"""
_KEEP_SESSION = """
INSERT INTO session (session_id, programme_id, kind, called, grades, weekdays, starts_at, ends_at, collect_by,
  summer_starts_at, summer_ends_at, summer_collect_by)
VALUES (:session_id, :programme_id, :kind, :name, :grades, :weekdays, :starts_at, :ends_at, :collect_by,
  :summer_starts_at, :summer_ends_at, :summer_collect_by)
ON CONFLICT (school_id, session_id) DO UPDATE
SET changes = session.changes + 1, kind = excluded.kind, called = excluded.called, grades = excluded.grades,
  weekdays = excluded.weekdays, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
  collect_by = excluded.collect_by, summer_starts_at = excluded.summer_starts_at,
  summer_ends_at = excluded.summer_ends_at, summer_collect_by = excluded.summer_collect_by
"""
_SAID = (
    "session_id", "sort", "title", "weekdays", "grades", "capacity", "location", "lead_id", "cover_id", "staff_kinds",
    "fee_yuan", "practices", "institution", "institution_sort", "white_listed_until", "selected_on", "description",
)
_KEEP_OFFERING = f"""
INSERT INTO offering (offering_id, programme_id, kind, {", ".join(_SAID)})
VALUES (:offering_id, :programme_id, :kind, {", ".join(f":{name}" for name in _SAID)})
ON CONFLICT (school_id, offering_id) DO UPDATE
SET changes = offering.changes + 1, kind = excluded.kind, {", ".join(f"{name} = excluded.{name}" for name in _SAID)}
"""  # noqa: S608
_ASKED_FOR = "SELECT 1 FROM place WHERE offering_id = :offering_id LIMIT 1"
_HOLD = "SELECT taken FROM offering WHERE offering_id = :offering_id FOR NO KEY UPDATE"
_PLACED = """
SELECT pupil_id FROM place JOIN application USING (school_id, application_id)
WHERE offering_id = :offering_id AND place.state = 'given' ORDER BY pupil_id LIMIT :most
"""
_ANNOUNCE = """
UPDATE programme SET state = 'announced', opens_at = :opens_at, closes_on = :closes_on, letter = :letter,
  announced_at = :announced_at, announced_by = :announced_by, judged = CAST(:judged AS jsonb)
WHERE programme_id = :programme_id
"""
_ON_SHOW = """
SELECT * FROM programme WHERE state = 'announced' AND last_day >= :today
ORDER BY coalesce(closes_on, last_day) >= :today DESC, first_day LIMIT 1
"""
_GRADES = """
SELECT DISTINCT grade FROM pupil JOIN school_class USING (school_id, class_id) ORDER BY grade
"""


class Programmes(Norms):
    """Programmes with their sessions and offerings."""

    def programmes(self) -> Sequence[TermPlan]:
        """Return every programme of the school, the latest term's first."""
        return [
            TermPlan(
                term=row.term, first_day=row.first_day, last_day=row.last_day, programme_id=row.programme_id,
                state=ProgrammeState(row.state),
            )
            for row in self.rows(_ALL)
        ]

    def programme(self, programme_id: str) -> Programme | None:
        """Return a programme, whole."""
        row = self.row(_ONE, programme_id=programme_id)
        return self._programme(row) if row else None

    def take_programme(self, programme_id: str) -> Programme | None:
        """Return a programme that nobody else changes before this transaction ends; this counts as a change of it."""
        row = self.row(_TAKE, programme_id=programme_id)
        return self._programme(row) if row else None

    def programme_of_session(self, session_id: str) -> str | None:
        """Return the programme that a session belongs to."""
        row = self.row("SELECT programme_id FROM session WHERE session_id = :session_id", session_id=session_id)
        return row.programme_id if row else None

    def programme_of_offering(self, offering_id: str) -> str | None:
        """Return the programme that an offering belongs to."""
        row = self.row("SELECT programme_id FROM offering WHERE offering_id = :offering_id", offering_id=offering_id)
        return row.programme_id if row else None

    def open_programme(self, plan: TermPlan, programme_id: str) -> bool:
        """Begin a programme; say no where the term has one."""
        return bool(self.run(
            _OPEN, programme_id=programme_id, term=plan.term, first_day=plan.first_day, last_day=plan.last_day
        ))

    def keep_session(self, session_id: str, said: WriteSession) -> None:
        """Let a session of the programme be so; it may be new."""
        values = {name: _plain(value) for name, value in vars(said).items() if name not in ("session_id", "changes")}
        self.run(_KEEP_SESSION, session_id=session_id, **values)

    def drop_session(self, session_id: str) -> None:
        """Let the session be no more."""
        self.run("DELETE FROM session WHERE session_id = :session_id", session_id=session_id)

    def keep_offering(self, programme_id: str, offering_id: str, said: Described) -> None:
        """Let an offering of the programme be so; it may be new. Its capacity is never set below what is given."""
        values = {name: _plain(getattr(said, name)) for name in _SAID} | {"grades": sorted(said.grades)}
        self.run(
            _KEEP_OFFERING, programme_id=programme_id, offering_id=offering_id, kind=said.sort.kind, **values
        )

    def drop_offering(self, offering_id: str) -> None:
        """Let the offering be no more."""
        self.run("DELETE FROM offering WHERE offering_id = :offering_id", offering_id=offering_id)

    def asked_for(self, offering_id: str) -> bool:
        """Say whether any application has ever asked for it."""
        return self.row(_ASKED_FOR, offering_id=offering_id) is not None

    def hold_offering(self, offering_id: str) -> int:
        """Stop every other change of its places until this transaction ends; return how many are given."""
        row = self.row(_HOLD, offering_id=offering_id)
        return row.taken if row else 0

    def placed_in(self, offering_id: str, most: int) -> Sequence[str]:
        """Return the pupils who have a place in it, by id, as many as `most`."""
        return [row.pupil_id for row in self.rows(_PLACED, offering_id=offering_id, most=most)]

    def announce(
        self, programme_id: str, opens_at: datetime, closes_on: date | None, letter: str, under: KeptJudgement
    ) -> None:
        """Let the programme be announced at this moment, by the actor."""
        assert self.actor is not None, "a programme is announced by somebody"
        self.run(
            _ANNOUNCE, programme_id=programme_id, opens_at=opens_at, closes_on=closes_on, letter=letter,
            announced_at=self.now, announced_by=self.actor.person_id,
            judged=json.dumps({"editions": under.editions, "warned": under.warned}),
        )

    def announced(self) -> Announced | None:
        """Return the programme that families may apply for, or that runs."""
        row = self.row(_ON_SHOW, today=self.today)
        if row is None:
            return None
        return Announced(
            programme_id=row.programme_id, term=row.term, first_day=row.first_day, last_day=row.last_day,
            opens_at=row.opens_at, closes_on=row.closes_on, letter=row.letter, **self._what_is_in(row.programme_id),
        )

    def grades_with_pupils(self) -> Sequence[int]:
        """Return the grades that any pupil of the school is in."""
        return [row.grade for row in self.rows(_GRADES)]

    def staff_of_school(self) -> frozenset[str]:
        """Return everybody who holds a post in the school."""
        return frozenset(row.person_id for row in self.rows("SELECT person_id FROM staff WHERE posts <> '{}'"))

    def _programme(self, row: Row[Any]) -> Programme:
        return Programme(
            programme_id=row.programme_id, term=row.term, first_day=row.first_day, last_day=row.last_day,
            state=ProgrammeState(row.state), sequence=row.sequence, opens_at=row.opens_at, closes_on=row.closes_on,
            letter=row.letter, **self._what_is_in(row.programme_id),
        )

    def _what_is_in(self, programme_id: str) -> dict[str, Any]:
        return {
            "sessions": tuple(map(_session, self.rows(_SESSIONS, programme_id=programme_id))),
            "offerings": tuple(map(_planned, self.rows(_OFFERINGS, programme_id=programme_id))),
        }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _session(row: Row[Any]) -> ServiceSession:
    return ServiceSession(
        session_id=row.session_id, changes=row.changes, kind=SessionKind(row.kind), name=row.called,
        grades=tuple(row.grades), weekdays=tuple(row.weekdays), **hours_of(row),
    )


def _planned(row: Row[Any]) -> Planned:
    return Planned(
        offering_id=row.offering_id, changes=row.changes, taken=row.taken, waiting=row.waiting,
        sort=OfferingSort(row.sort), title=row.title, session_id=row.session_id, grades=tuple(row.grades),
        weekdays=tuple(row.weekdays), capacity=row.capacity, location=row.location, lead_id=row.lead_id,
        cover_id=row.cover_id, staff_kinds=tuple(map(StaffKind, row.staff_kinds)), fee_yuan=row.fee_yuan,
        practices=tuple(map(Practice, row.practices)), institution=row.institution,
        institution_sort=InstitutionSort(row.institution_sort) if row.institution_sort else None,
        white_listed_until=row.white_listed_until, selected_on=row.selected_on, description=row.description,
    )
