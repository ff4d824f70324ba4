"""RPC client: one pika connection for all threads of the gateway; every call ends, answered or with a named error."""

import json
import threading
from typing import Any

from contracts.actor import Actor
from contracts.call import Answer, Ask, Call
from contracts.errors import Fault, OutcomeUnknown, ServiceError, Unavailable, every_error
from plumbing import clock
from plumbing.caller import DEADLINE, KEY, PASSPORT, REQUEST
from plumbing.passport import PassportOffice
from plumbing.wire import PATIENCE_SECONDS, NotSent, Unanswered, Wire


class RpcClient:
    """Speaks nameko's protocol: exchange nameko-rpc, key service.method, an exclusive reply queue."""

    def __init__(self, amqp_url: str, office: PassportOffice):
        self._url, self._office = amqp_url, office
        self._wire: Wire | None = None
        self._starting = threading.Lock()

    def call(
        self,
        call: Call[Ask, Answer],
        ask: Ask,
        actor: Actor,
        *,
        request_id: str,
        key: str | None = None,
        timeout: float = PATIENCE_SECONDS,
    ) -> Answer:
        """Ask a house on the actor's behalf and return its answer.

        Raises what the house raised; Unavailable when nothing can have happened; OutcomeUnknown when it may have.
        """
        headers = {
            PASSPORT: self._office.passport(actor, call.service),
            DEADLINE: int((clock.now().timestamp() + timeout) * 1000),
            REQUEST: request_id,
        } | ({KEY: key} if key else {})
        body = json.dumps({"args": [ask.dump()], "kwargs": {}}, ensure_ascii=False).encode()
        try:
            reply = self._connected().ask(call.name, body, headers, timeout)
        except NotSent as problem:
            raise Unavailable from problem
        except Unanswered as problem:
            raise (OutcomeUnknown if call.command else Unavailable) from problem
        return _restored(call, _result(reply))

    def connected(self) -> bool:
        """Say whether calls can leave now."""
        return self._connected().ready.is_set()

    def close(self) -> None:
        """Leave the broker; calls that still wait end with a named error. A later call connects anew."""
        with self._starting:
            wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()

    def _connected(self) -> Wire:
        """Return the wire, begun with the first call: after the server has forked, if it forks."""
        with self._starting:
            if self._wire is None:
                self._wire = Wire(self._url)
            return self._wire


def _restored(call: Call[Any, Answer], plain: dict[str, Any]) -> Answer:
    try:
        return call.answer.restore(plain)
    except (KeyError, TypeError, ValueError) as problem:
        raise Fault from problem


def _result(reply: bytes) -> dict[str, Any]:
    plain = json.loads(reply)
    error = plain["error"]
    if error is None:
        return dict(plain["result"])
    kind = every_error().get(error["exc_type"])
    raise kind(*error["exc_args"]) if kind else Fault()


__all__ = ["PATIENCE_SECONDS", "RpcClient", "ServiceError"]
