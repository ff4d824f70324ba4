"""Houses: the five services as one request reaches them, one call after another or several at once."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Generic, Protocol, TypeVar

from contracts.actor import Actor
from contracts.call import Call
from contracts.errors import NotFound, ServiceError, Unavailable
from contracts.message import Message
from gateway import metrics
from gateway.patience import Patience
from plumbing.jobs.carry import Carrier

Ask = TypeVar("Ask", bound=Message)
Answer = TypeVar("Answer", bound=Message)
Found = TypeVar("Found")
LEAST_SECONDS = 0.05


class Client(Protocol):
    """What the gateway needs of `plumbing.rpc_client.RpcClient`."""

    def call(
        self, call: Call[Ask, Answer], ask: Ask, actor: Actor, *,
        request_id: str, key: str | None = None, timeout: float = 5.0,
    ) -> Answer:
        """Return the house's answer, or raise a contracts error: always one of the two, within `timeout` seconds."""


class Later(Generic[Found]):
    """An answer on its way."""

    def __init__(self, future: "Future[Found]"):
        self._future = future

    def answer(self) -> Found:
        """Return the answer; raises what the house raised."""
        return self._future.result()

    def or_none(self) -> Found | None:
        """Return the answer, or None where the page can do without it and says so."""
        try:
            return self._future.result()
        except ServiceError:
            return None


class Houses:
    """Every call of one request: under its id, within its patience."""

    def __init__(self, client: Client, crew: Executor, *, request_id: str, patience: Patience):
        self._client, self._crew = client, crew
        self.request_id, self.patience = request_id, patience

    def ask(self, call: Call[Ask, Answer], ask: Ask, actor: Actor, *, key: str | None = None) -> Answer:
        """Return the answer. Raises contracts errors; Unavailable, with nothing sent, once the patience is used up."""
        seconds = self.patience.left()
        if seconds < LEAST_SECONDS:
            raise Unavailable
        with metrics.timed_call(call.name):
            return self._client.call(call, ask, actor, request_id=self.request_id, key=key, timeout=seconds)

    def later(self, call: Call[Ask, Answer], ask: Ask, actor: Actor) -> Later[Answer]:
        """Ask now, read the answer when it is needed; several of these wait at the same time."""
        return Later(self._crew.submit(self.ask, call, ask, actor))

    def carrier(self, actor: Actor) -> Carrier:
        """Return who carries the person's files; a file of many pieces may take longer than a page."""
        return Carrier(self._client, actor, self.request_id)

    def first(self, call: Call[Ask, Answer], ask: Ask, actors: tuple[Actor, ...]) -> tuple[Answer, Actor]:
        """Return the answer of the first school of the asker's where the thing is found, with the actor there."""
        return first_found(lambda actor: self.ask(call, ask, actor), actors)

    def where(self, call: Call[Ask, Answer], ask: Ask, actors: tuple[Actor, ...]) -> Actor:
        """Return the actor in whose school the thing is; it is looked for only where there are several."""
        return actors[0] if len(actors) == 1 else self.first(call, ask, actors)[1]


def first_found(look: Callable[[Actor], Found], actors: tuple[Actor, ...]) -> tuple[Found, Actor]:
    """Return what `look` finds for the first actor it does; raises NotFound when no actor finds anything."""
    for actor in actors:
        try:
            return look(actor), actor
        except NotFound:
            continue
    raise NotFound
