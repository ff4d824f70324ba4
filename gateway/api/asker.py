"""Asker: as whom, and in which school, a program asks."""

from flask import request

from contracts.actor import Actor, Role
from contracts.errors import InvalidRequest
from gateway import here

SCHOOL_HEADER = "Qingfu-School"
KEY_HEADER = "Idempotency-Key"
LONGEST_KEY = 200


def actor_holding(roles: frozenset[Role]) -> Actor:
    """Return the caller's actor that holds one of the roles, in the school that is named where there are several."""
    actors = here.caller().actors(*roles)
    named = request.headers.get(SCHOOL_HEADER)
    if named is not None:
        actors = tuple(actor for actor in actors if actor.school_id == named)
    if len(actors) != 1:
        words = "请用 Qingfu-School 请求头写明是哪一所学校（school_id）。"
        raise InvalidRequest(words, _wrong(SCHOOL_HEADER, words))
    return actors[0]


def key() -> str:
    """Return the request's idempotency key. Raises InvalidRequest for none, or for one that cannot be kept."""
    given = request.headers.get(KEY_HEADER, "")
    if not given or len(given) > LONGEST_KEY or not given.isascii() or not given.isprintable():
        words = "请加上 Idempotency-Key 请求头：1 到 200 个可见字符，重试时不变，新的请求换新的。"
        raise InvalidRequest(words, _wrong(KEY_HEADER, words))
    return given


def _wrong(header: str, words: str) -> dict[str, dict[str, list[str]]]:
    return {"fields": {header: [words]}}
