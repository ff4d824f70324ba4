"""Idempotency: the same key is answered once, and ever after with the same answer, refusals included."""

import hashlib
import json
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from contracts.errors import InvalidRequest, KeyReused, ServiceError, StillAnswering
from contracts.message import Message
from plumbing.caller import Caller
from plumbing.refusal import kept_form, refusal_from
from plumbing.trouble import lock_timed_out

_CLAIM = text("""
INSERT INTO idempotency (actor_id, key, call, body_sha256) VALUES (:actor, :key, :call, :body)
ON CONFLICT DO NOTHING
""")
_READ = text("SELECT call, body_sha256, answer, refusal FROM idempotency WHERE actor_id = :actor AND key = :key")
_KEEP = text("UPDATE idempotency SET answer = :answer, refusal = :refusal WHERE actor_id = :actor AND key = :key")


def stands(connection: Connection, caller: Caller, ask: Message) -> dict[str, Any] | None:
    """Claim the caller's key in this transaction; return the answer that already stands for it, or nothing.

    A second request with the same key waits here for the first. Raises the refusal that stands, KeyReused for the
    same key with another content, StillAnswering when the first takes too long.
    """
    if not caller.key or len(caller.key) > 200:
        raise InvalidRequest("缺少幂等键（Idempotency-Key），请从表单重新提交。", {"fields": {"key": ["请填写。"]}})
    claim = {"actor": caller.actor.person_id, "key": caller.key, "call": caller.call, "body": _digest(ask)}
    try:
        if connection.execute(_CLAIM, claim).rowcount:
            return None
    except OperationalError as problem:
        if lock_timed_out(problem):
            raise StillAnswering from problem
        raise
    first = connection.execute(_READ, claim).one()
    if (first.call, first.body_sha256) != (caller.call, claim["body"]):
        raise KeyReused(details={"stands": first.answer or {}})
    if first.refusal is not None:
        raise refusal_from(first.refusal)
    return dict(first.answer)


def keep_answer(connection: Connection, caller: Caller, answer: dict[str, Any]) -> None:
    """Let the answer stand for the caller's key."""
    _keep(connection, caller, answer=answer, refusal=None)


def keep_refusal(connection: Connection, caller: Caller, refusal: ServiceError) -> None:
    """Let the refusal stand for the caller's key."""
    _keep(connection, caller, answer=None, refusal=kept_form(refusal))


def _keep(connection: Connection, caller: Caller, **outcome: Any) -> None:
    connection.execute(_KEEP, {"actor": caller.actor.person_id, "key": caller.key, **outcome})


def _digest(ask: Message) -> str:
    return hashlib.sha256(json.dumps(ask.dump(), sort_keys=True, ensure_ascii=False).encode()).hexdigest()
