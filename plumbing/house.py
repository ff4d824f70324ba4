"""House: runs use cases, each in one transaction, as a query, a command with its key, or the one effect of an event."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from contracts.errors import DeadlinePassed, NotFound, OutcomeUnknown, ServiceError, StillAnswering, Unavailable
from contracts.message import Message
from contracts.received import Received
from plumbing import clock, idempotency, settings, trouble
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.scope import Scope
from plumbing.unit import Unit

Answer = TypeVar("Answer")
_NOT_KEPT = (Unavailable, OutcomeUnknown, StillAnswering, DeadlinePassed)
_ONCE = text(
    "INSERT INTO inbox (consumer, message_id) VALUES (:consumer, :message_id) ON CONFLICT DO NOTHING"
)
_TRIES = 3


class House:
    """One service's database and what makes its unit."""

    def __init__(self, *, service: str, unit: Callable[..., Unit], database: Database | None = None):
        self.service, self.unit = service, unit
        self.database = database or Database(settings.database_url())

    def query(self, use_case: Callable[[Any, Any], Answer], ask: Message, caller: Caller) -> Answer:
        """Answer a question in one transaction."""
        return self._repeated(lambda: self._run(use_case, ask, caller))

    change = query
    """Run a change that has no key (a sign-in): the same one transaction."""

    def command(self, use_case: Callable[[Any, Any], Message], ask: Message, caller: Caller) -> dict[str, Any]:
        """Carry out a command once for its key; return its answer, or raise its refusal, every time it is asked.

        It is a school's: to who belongs to none, such as the district's office, there is nothing to command.
        """
        if caller.scope.school_id is None:
            raise NotFound
        return self._repeated(lambda: self._once_for_key(use_case, ask, caller))

    def command_of_district(
        self, use_case: Callable[[Any, Any], Message], ask: Message, caller: Caller
    ) -> dict[str, Any]:
        """Carry out a district's own command once for its key, as above. In a school there is no such thing."""
        if caller.scope.school_id is not None or caller.scope.district_id is None:
            raise NotFound
        return self._repeated(lambda: self._once_for_key(use_case, ask, caller))

    def effect(self, use_case: Callable[[Any, Received], None], received: Received) -> bool:
        """Put an event into effect once for its queue; say whether this was the time."""
        return self._repeated(lambda: self._once_for_event(use_case, received))

    def _run(self, use_case: Callable[[Any, Any], Answer], ask: Message, caller: Caller) -> Answer:
        with self.database.begin(caller.scope) as connection:
            return use_case(self._unit_of(connection, caller), ask)

    def _once_for_key(self, use_case: Callable[[Any, Any], Message], ask: Message, caller: Caller) -> dict[str, Any]:
        with self.database.begin(caller.scope) as connection:
            if (answer := idempotency.stands(connection, caller, ask)) is not None:
                return answer
            before = connection.begin_nested()
            try:
                answer = use_case(self._unit_of(connection, caller), ask).dump()
                _refuse_when_late(caller)
            except _NOT_KEPT:
                raise
            except ServiceError as refused:
                before.rollback()
                idempotency.keep_refusal(connection, caller, refused)
                refusal = refused
            else:
                idempotency.keep_answer(connection, caller, answer)  # the commit ends the savepoint too: one trip less
                return answer
        raise refusal

    def _once_for_event(self, use_case: Callable[[Any, Received], None], received: Received) -> bool:
        scope = Scope(district_id=received.district_id, school_id=received.school_id)
        once = {"consumer": received.queue, "message_id": received.message_id}
        with self.database.begin(scope) as connection:
            if not connection.execute(_ONCE, once).rowcount:
                return False
            unit = self.unit(
                connection, scope=scope, request_id=received.request_id, causation_id=received.message_id
            )
            use_case(unit, received)
            return True

    def _unit_of(self, connection: Any, caller: Caller) -> Unit:
        return self.unit(connection, scope=caller.scope, request_id=caller.request_id, actor=caller.actor)

    def _repeated(self, transaction: Callable[[], Answer]) -> Answer:
        """Run a transaction again when the database asks for it (deadlock): it has left no trace."""
        for _ in range(_TRIES - 1):
            with suppress(_Again):
                return self._attempt(transaction)
        return transaction()

    def _attempt(self, transaction: Callable[[], Answer]) -> Answer:
        try:
            return transaction()
        except DBAPIError as problem:
            if trouble.to_repeat(problem):
                raise _Again from problem
            raise


def _refuse_when_late(caller: Caller) -> None:
    """Raise DeadlinePassed for a command that has waited so long that its caller has been told it is lost."""
    if caller.deadline_ms is not None and caller.deadline_ms < clock.now().timestamp() * 1000:
        raise DeadlinePassed


class _Again(Exception):
    """The database rolled the transaction back for another one's sake."""
