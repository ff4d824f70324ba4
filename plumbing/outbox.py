"""Outbox: an event is a row, written in the transaction of the change it reports, numbered within its aggregate."""

import json
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, text

from contracts.event import Event
from plumbing import ids
from plumbing.scope import Scope

_PUT = text("""
WITH incoming AS (
  SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:types AS text[]), CAST(:subjects AS uuid[]), CAST(:bodies AS text[]))
    WITH ORDINALITY AS row (message_id, type, subject, body, place)
), numbered AS (
  INSERT INTO stream (subject, sequence) SELECT subject, 1 FROM incoming ORDER BY subject
  ON CONFLICT (subject) DO UPDATE SET sequence = stream.sequence + 1
  RETURNING subject, sequence
)
INSERT INTO outbox (message_id, type, subject, sequence, district_id, school_id, correlation_id, causation_id, body)
SELECT message_id, type, subject, sequence, CAST(:district AS uuid), CAST(:school AS uuid),
  :correlation, :causation, body
FROM incoming JOIN numbered USING (subject) ORDER BY place
""")


def put(
    connection: Connection, events: Iterable[Event], scope: Scope, correlation_id: str, causation_id: str | None = None
) -> None:
    """Write events; each gets the next number of its aggregate, whose row other writers wait for."""
    for batch in _each_subject_once(events):
        connection.execute(_PUT, {
            "ids": [ids.new_id() for _ in batch],
            "types": [event.type for event in batch],
            "subjects": [event.aggregate_id for event in batch],
            "bodies": [json.dumps(event.dump(), ensure_ascii=False, separators=(",", ":")) for event in batch],
            "district": scope.district_id,
            "school": scope.school_id,
            "correlation": correlation_id,
            "causation": causation_id,
        })


def _each_subject_once(events: Iterable[Event], largest: int = 1000) -> Iterator[Sequence[Event]]:
    batch: dict[str, Event] = {}
    for event in events:
        if event.aggregate_id in batch or len(batch) == largest:
            yield tuple(batch.values())
            batch = {}
        batch[event.aggregate_id] = event
    if batch:
        yield tuple(batch.values())
