"""Facts: our own copies of what directory and rulebook have said, each kept only where it is newer."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from contracts.directory.school import ClassOpened
from engines.policy import Edition, Layer
from engines.schooldays import SchoolCalendar
from plumbing.norms import Norms, norms_in
from services.homework.domain.calendar import calendar_of
from services.homework.domain.rulebook import Rulebook

_CALENDAR = "calendar"
_ALL = """
SELECT layer AS fact, CAST(norms AS text) AS document, layer_id, version FROM district_layer
UNION ALL
SELECT layer, CAST(norms AS text), layer_id, version FROM school_layer
UNION ALL
(
  SELECT 'calendar', CAST(document AS text), NULL, NULL FROM (
    SELECT document, said_at, true AS own FROM school_calendar
    UNION ALL
    SELECT document, said_at, false FROM calendar
  ) AS known
  ORDER BY own DESC, said_at DESC LIMIT 1
)
"""
_CLASS = """
INSERT INTO school_class (class_id, grade, number, first_day, last_day, continues, sequence)
VALUES (:class_id, :grade, :number, :first_day, :last_day, :continues, :sequence)
ON CONFLICT (school_id, class_id) DO UPDATE
SET grade = excluded.grade, number = excluded.number, first_day = excluded.first_day, last_day = excluded.last_day,
  continues = excluded.continues, sequence = excluded.sequence
WHERE school_class.sequence < excluded.sequence
"""
_LINEAGE = """
WITH RECURSIVE line AS (
  SELECT class_id, continues FROM school_class WHERE class_id = ANY (CAST(:class_ids AS uuid[]))
  UNION
  SELECT before.class_id, before.continues FROM school_class before JOIN line ON line.continues = before.class_id
)
SELECT class_id FROM line
"""
_NEW_CALENDAR = """
INSERT INTO {table} (calendar_id, document, sequence, said_at)
VALUES (:calendar_id, CAST(:document AS jsonb), :sequence, :said_at)
ON CONFLICT ({owner}, calendar_id) DO UPDATE
SET document = excluded.document, sequence = excluded.sequence, said_at = excluded.said_at
WHERE {table}.sequence < excluded.sequence
"""
_DISTRICT_CALENDAR = _NEW_CALENDAR.format(table="calendar", owner="district_id")
_SCHOOL_CALENDAR = _NEW_CALENDAR.format(table="school_calendar", owner="school_id")


class Facts(Norms):
    """What other houses know and this one needs."""

    def rulebook(self) -> Rulebook | None:
        """Return the norms over this school and its calendar; None until nation's layer and calendar are known."""
        documents = self.rows(_ALL)
        known = {row.fact: row.document for row in documents}
        if not {Layer.NATIONAL.value, _CALENDAR} <= known.keys():
            return None
        layers = [row for layer in Layer for row in documents if row.fact == layer]
        assert self.scope.school_id is not None, "a rulebook is a school's"
        said = tuple((Edition(row.layer_id, row.version), row.document) for row in layers)
        return _rulebook(self.scope.school_id, said, known[_CALENDAR])

    def learn_class(self, opened: ClassOpened, sequence: int) -> None:
        """Keep what directory says of a class, if it is newer than what is kept."""
        self.run(_CLASS, **vars(opened), sequence=sequence)

    def lineage(self, class_ids: Collection[str]) -> frozenset[str]:
        """Return these classes, and those of earlier years that they continue."""
        return frozenset(row.class_id for row in self.rows(_LINEAGE, class_ids=list(class_ids)))

    def learn_calendar(self, calendar_id: str, document: Mapping[str, Any], sequence: int, said_at: datetime) -> None:
        """Keep the district's calendar, if it is newer than what is kept."""
        self._learn_calendar(_DISTRICT_CALENDAR, calendar_id, document, sequence, said_at)

    def learn_own_calendar(
        self, calendar_id: str, document: Mapping[str, Any], sequence: int, said_at: datetime
    ) -> None:
        """Keep the school's own calendar, if it is newer than what is kept; it holds before the district's."""
        self._learn_calendar(_SCHOOL_CALENDAR, calendar_id, document, sequence, said_at)

    def _learn_calendar(
        self, statement: str, calendar_id: str, document: Mapping[str, Any], sequence: int, said_at: datetime
    ) -> None:
        self.run(statement, calendar_id=calendar_id, document=_json(document), sequence=sequence, said_at=said_at)


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False)


@lru_cache(maxsize=64)
def _rulebook(school_id: str, layers: tuple[tuple[Edition, str], ...], calendar: str) -> Rulebook:
    """Keep a school's rulebook, with what it has worked out for its days, for as long as it reads the same."""
    norms = tuple(norm for _, text in layers for norm in norms_in(text))
    editions = tuple(edition for edition, _ in layers)
    return Rulebook(school_id=school_id, norms=norms, calendar=_calendar(calendar), editions=editions)


@lru_cache(maxsize=32)
def _calendar(text: str) -> SchoolCalendar:
    """Read a calendar once for as long as it reads the same."""
    return calendar_of(json.loads(text))
