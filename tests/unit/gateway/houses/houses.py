"""All houses behind one client, with doors as strict as the real ones: roles, schemas, keys."""

import json
from collections.abc import Callable
from typing import Any

from contracts.actor import Actor
from contracts.call import Answer, Ask, Call
from contracts.catalogue import CALLS
from contracts.errors import InvalidRequest, KeyReused, NotFound, OutcomeUnknown, ServiceError, Unavailable
from contracts.event import Event
from contracts.message import Message
from tests.unit.gateway.houses.directory import Directory
from tests.unit.gateway.houses.enrolment import Enrolment
from tests.unit.gateway.houses.homework import Homework
from tests.unit.gateway.houses.notify import Notify
from tests.unit.gateway.houses.rulebook import Rulebook


class InMemoryHouses:
    """`silent` houses cannot be reached; of `lost` ones the answer never comes, though the command is carried out.

    `hearers` get every event that homework announces, at once.
    """

    def __init__(self) -> None:
        self.directory, self.notify, self.rulebook = Directory(), Notify(), Rulebook()
        self.homework, self.enrolment = Homework(self.notify, self.announce), Enrolment(self.notify)
        self.silent: set[str] = set()
        self.lost: set[str] = set()
        self.heard: list[tuple[str, str]] = []
        self.hearers: list[Callable[[Event], None]] = []
        self._kept: dict[tuple[str, str], tuple[str, Message | ServiceError]] = {}

    def call(
        self, call: Call[Ask, Answer], ask: Ask, actor: Actor, *,
        request_id: str, key: str | None = None, timeout: float = 5.0,
    ) -> Answer:
        assert request_id, "every call carries the id of its request"
        assert 0 < timeout <= 5.0, "every call has a limit"
        if call.service in self.silent:
            raise Unavailable
        self.heard.append((call.name, request_id))
        if not actor.roles() & call.allow:
            raise NotFound
        loaded = call.ask.load(json.loads(json.dumps(ask.dump())))
        answer = self._once(call, loaded, actor, key) if call.command else self._answer(call)(loaded, actor)
        if call.command and call.service in self.lost:
            raise OutcomeUnknown
        return call.answer.load(json.loads(json.dumps(answer.dump())), newer_fields=True)

    def announce(self, event: Event) -> None:
        """Let everybody hear what has happened."""
        for hear in self.hearers:
            hear(event)

    def _once(self, call: Call[Any, Any], ask: Message, actor: Actor, key: str | None) -> Message:
        if not key:
            raise InvalidRequest(details={"fields": {"key": ["请填写。"]}})
        body, place = call.name + json.dumps(ask.dump(), sort_keys=True), (actor.person_id, key)
        if place not in self._kept:
            self._kept[place] = (body, self._tried(call, ask, actor))
        first, answer = self._kept[place]
        if first != body:
            raise KeyReused(details={"stands": answer.dump() if isinstance(answer, Message) else {}})
        if isinstance(answer, ServiceError):
            raise answer
        return answer

    def _tried(self, call: Call[Any, Any], ask: Message, actor: Actor) -> Message | ServiceError:
        try:
            return self._answer(call)(ask, actor)
        except ServiceError as refusal:
            return refusal

    def _answer(self, call: Call[Any, Any]) -> Callable[[Any, Actor], Message]:
        method = "applications_of" if call.method == "applications" else call.method
        found: Callable[[Any, Actor], Message] = getattr(getattr(self, call.service), method)
        return found

    def answers_all(self) -> bool:
        """Say whether every call of the catalogue is answered here."""
        return all(self._answer(call) for call in CALLS)
