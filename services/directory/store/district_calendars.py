"""DistrictCalendars: a district's calendar, every change it has seen, and the way into each of its schools."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from typing import Any, Self

from sqlalchemy import Row

from contracts.directory.own_calendar import Edition
from plumbing.unit import Unit
from services.directory.application.calendars.district_unit import KeptCalendar
from services.directory.application.calendars.document import counted, days_of, seasons_of, terms_of
from services.directory.store.rolls import as_json, dumped
from services.directory.store.schools import calendar_of

_KEPT = "SELECT calendar_id, version, terms, marked, provisional_from, seasons FROM calendar"
_OPEN = "INSERT INTO calendar (calendar_id, terms, marked) VALUES (:calendar_id, '[]', '[]') ON CONFLICT DO NOTHING"
_TAKE = f"{_KEPT} FOR UPDATE"
_KEEP = """
UPDATE calendar SET version = :version, terms = CAST(:terms AS jsonb), marked = CAST(:marked AS jsonb),
  provisional_from = :provisional_from, seasons = CAST(:seasons AS jsonb)
WHERE calendar_id = :calendar_id
"""
_EDITION = """
INSERT INTO calendar_edition (version, action, about, reason, changed_by, changed_at)
VALUES (:version, :action, :about, :reason, :changed_by, :changed_at)
"""
_EDITIONS = """
SELECT version, action, about, reason, changed_by, changed_at FROM calendar_edition ORDER BY version DESC LIMIT :most
"""
_SCHOOLS = "SELECT school_id FROM school WHERE district_id = qingfu.district() ORDER BY school_id"
_ENTER = "SELECT set_config('app.school', :school_id, true)"


class DistrictCalendars(Unit):
    """What a district says of its days."""

    def district_calendar(self) -> KeptCalendar | None:
        """Return the calendar of this district, if it has one."""
        row = self.row(_KEPT)
        return _kept(row) if row else None

    def take_district_calendar(self) -> KeptCalendar:
        """Return the calendar of this district, an empty one if need be, and hold it: no school changes its own now."""
        self.run(_OPEN, calendar_id=self.new_id())
        row = self.row(_TAKE)
        assert row is not None, "it has just been opened"
        return _kept(row)

    def keep_district_calendar(self, kept: KeptCalendar) -> None:
        """Let the district's calendar be this from now on."""
        self.run(
            _KEEP, calendar_id=kept.calendar_id, version=kept.version,
            terms=as_json(dumped(terms_of(kept.calendar.terms))), marked=as_json(dumped(days_of(kept.calendar.marked))),
            provisional_from=kept.calendar.provisional_from,
            seasons=as_json(dumped(seasons_of(kept.calendar.seasons))),
        )

    def keep_district_edition(self, edition: Edition) -> None:
        """Write a change down, for ever."""
        self.run(_EDITION, **vars(edition))

    def district_editions(self, most: int) -> tuple[Edition, ...]:
        """Return the latest changes, newest first."""
        return tuple(Edition(**row._asdict()) for row in self.rows(_EDITIONS, most=most))

    def each_school(self) -> Iterator[Self]:
        """Yield this transaction inside each school of the district in turn; then it is outside of them again.

        What fails inside a school undoes all of it, and with it the way in.
        """
        assert self.scope.school_id is None, "from within one school there is no way into another"
        for row in self.rows(_SCHOOLS):
            self.row(_ENTER, school_id=row.school_id)
            inside = copy(self)
            inside.scope = replace(self.scope, school_id=row.school_id)
            yield inside
        self.row(_ENTER, school_id="")


def _kept(row: Row[Any]) -> KeptCalendar:
    return KeptCalendar(calendar_id=row.calendar_id, version=row.version, calendar=counted(calendar_of(row)))
