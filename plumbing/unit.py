"""Unit: what one transaction of one use case can do, whatever the house: facts, events, audit. Stores extend it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, TextClause, text

from contracts.actor import Actor
from contracts.errors import InvalidRequest
from contracts.event import Event
from contracts.job import JobAsk
from plumbing import clock, ids, outbox
from plumbing.jobs import files, record
from plumbing.scope import Scope


@cache
def _statement(sql: str) -> TextClause:
    return text(sql)


class Unit:
    """One open transaction, inside its scope. `actor` is absent where an event, not a person, is the cause."""

    def __init__(
        self,
        connection: Connection,
        *,
        scope: Scope,
        request_id: str,
        actor: Actor | None = None,
        causation_id: str | None = None,
    ):
        self.connection, self.scope, self.actor = connection, scope, actor
        self.request_id, self.causation_id = request_id, causation_id
        self.now: datetime = clock.now()
        self.today: date = clock.local_date(self.now)

    def new_id(self) -> str:
        """Return an identifier nobody has used before."""
        return ids.new_id()

    def emit(self, event: Event) -> None:
        """Promise an event: it goes out if, and only if, this transaction commits."""
        self.emit_all((event,))

    def emit_all(self, events: Iterable[Event]) -> None:
        """Promise many events at once, in their order."""
        outbox.put(self.connection, events, self.scope, self.request_id, self.causation_id)

    def ask_job(self, ask: JobAsk, *, input_file_id: str | None = None) -> str:
        """Let a job wait for its turn if, and only if, this transaction commits; return its id.

        Raises InvalidRequest when the file has not arrived whole, or is somebody else's.
        """
        assert self.actor is not None, "a job is somebody's"
        if input_file_id and not files.of_person(self.connection, input_file_id, self.actor.person_id):
            raise InvalidRequest("文件没有完整送到，请重新选择文件。")
        job_id = self.new_id()
        record.put(
            self.connection, job_id, ask, actor=self.actor, request_id=self.request_id, input_file_id=input_file_id
        )
        return job_id

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing, and to which child's."""
        assert self.actor is not None, "what an event causes is audited where the event was made"
        self.run(
            "INSERT INTO audit (id, actor_id, action, object_kind, object_id, pupil_id, request_id)"
            " VALUES (:id, :actor_id, :action, :object_kind, :object_id, :pupil_id, :request_id)",
            id=self.new_id(), actor_id=self.actor.person_id, action=action, object_kind=object_kind,
            object_id=object_id, pupil_id=pupil_id, request_id=self.request_id,
        )

    def audit_pupils(self, action: str, pupil_ids: Sequence[str]) -> None:
        """Record that the actor did this to each of these children, in one statement."""
        assert self.actor is not None, "what an event causes is audited where the event was made"
        if pupil_ids:
            self.run(
                "INSERT INTO audit (id, actor_id, action, object_kind, object_id, pupil_id, request_id)"
                " SELECT id, :actor_id, :action, 'pupil', pupil_id, pupil_id, :request_id"
                " FROM unnest(CAST(:ids AS uuid[]), CAST(:pupil_ids AS uuid[])) AS row (id, pupil_id)",
                ids=[self.new_id() for _ in pupil_ids], pupil_ids=list(pupil_ids), actor_id=self.actor.person_id,
                action=action, request_id=self.request_id,
            )

    def forget_answers(self, words: Collection[str]) -> None:
        """Let no answer to a key be kept in which one of these words stands: whoever asks again asks anew."""
        self.run(
            "DELETE FROM idempotency WHERE EXISTS ("
            " SELECT FROM unnest(CAST(:words AS text[])) AS word"
            " WHERE strpos(CAST(coalesce(answer, refusal) AS text), word) > 0)",
            words=list(words),
        )

    def rows(self, sql: str, **values: Any) -> Sequence[Row[Any]]:
        """Return every row of a bounded query."""
        return self.connection.execute(_statement(sql), values).all()

    def row(self, sql: str, **values: Any) -> Row[Any] | None:
        """Return the first row, if any."""
        return self.connection.execute(_statement(sql), values).first()

    def run(self, sql: str, **values: Any) -> int:
        """Change rows; return how many."""
        return self.connection.execute(_statement(sql), values).rowcount
