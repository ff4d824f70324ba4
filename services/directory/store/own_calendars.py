"""OwnCalendars: a school's own calendar, and every change it has seen."""

import json
from typing import Any

from sqlalchemy import Row

from contracts.directory.calendar import Calendar, MarkedDay, Term
from contracts.directory.own_calendar import Edition
from plumbing.unit import Unit
from services.directory.application.calendars.document import day_of, days_of, term_of, terms_of
from services.directory.application.calendars.own_unit import OwnCalendar
from services.directory.domain.calendar_changes import CalendarChanges

_OWN = "SELECT calendar_id, version, marked, terms, announced FROM school_calendar"
_OPEN = "INSERT INTO school_calendar (calendar_id) VALUES (:calendar_id) ON CONFLICT (school_id) DO NOTHING"
_TAKE = f"{_OWN} FOR UPDATE"
_HOLD_DISTRICTS = "SELECT calendar_id FROM calendar FOR SHARE"
_KEEP = """
UPDATE school_calendar SET version = :version, marked = CAST(:marked AS jsonb), terms = CAST(:terms AS jsonb),
  announced = CAST(:announced AS jsonb)
WHERE calendar_id = :calendar_id
"""
_EDITION = """
INSERT INTO school_calendar_edition (version, action, about, reason, changed_by, changed_at)
VALUES (:version, :action, :about, :reason, :changed_by, :changed_at)
"""
_EDITIONS = """
SELECT version, action, about, reason, changed_by, changed_at FROM school_calendar_edition
ORDER BY version DESC LIMIT :most
"""


class OwnCalendars(Unit):
    """What one school says otherwise than its district."""

    def own_calendar(self) -> OwnCalendar | None:
        """Return the calendar of this school, if it has one."""
        row = self.row(_OWN)
        return _own(row) if row else None

    def hold_calendar(self) -> None:
        """Let nobody change the calendar of this district until the end of the transaction."""
        self.row(_HOLD_DISTRICTS)

    def take_own_calendar(self) -> OwnCalendar:
        """Return the calendar of this school, a new one if need be, and hold it until the end of the transaction."""
        self.run(_OPEN, calendar_id=self.new_id())
        row = self.row(_TAKE)
        assert row is not None, "it has just been opened"
        return _own(row)

    def keep_own_calendar(self, own: OwnCalendar) -> None:
        """Let the school's calendar be this from now on."""
        assert own.announced is not None, "what is kept is announced"
        self.run(
            _KEEP, calendar_id=own.calendar_id, version=own.version,
            marked=_as_json([day.dump() for day in days_of(own.changes.marked)]),
            terms=_as_json([term.dump() for term in terms_of(own.changes.terms)]),
            announced=_as_json(own.announced.dump()),
        )

    def keep_edition(self, edition: Edition) -> None:
        """Write a change down, for ever."""
        self.run(_EDITION, **vars(edition))

    def editions(self, most: int) -> tuple[Edition, ...]:
        """Return the latest changes, newest first."""
        return tuple(Edition(**row._asdict()) for row in self.rows(_EDITIONS, most=most))


def _own(row: Row[Any]) -> OwnCalendar:
    changes = CalendarChanges(
        marked=tuple(day_of(MarkedDay.restore(plain)) for plain in row.marked),
        terms=tuple(term_of(Term.restore(plain)) for plain in row.terms),
    )
    announced = Calendar.restore(row.announced) if row.announced else None
    return OwnCalendar(calendar_id=row.calendar_id, version=row.version, changes=changes, announced=announced)


def _as_json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False)
