"""Conversation: a few questions to a provider: in time, over checked TLS, no redirect followed, no long answer read."""

import json
import time
from typing import Any

import structlog
import urllib3

from contracts.errors import Unavailable

LARGEST_ANSWER = 64 * 1024
SECONDS = 5.0
SILENT = "对方系统暂时没有回答，没有做任何改动。请过一会儿再试，或者用手机号和密码登录。"
_POOL = urllib3.PoolManager(maxsize=4, retries=False)
_log = structlog.get_logger("gateway")


class Conversation:
    """All its questions together take `seconds` at most. What is silent, broken or moved is Unavailable, one error."""

    def __init__(self, seconds: float = SECONDS):
        self._until = time.monotonic() + seconds

    def ask(self, method: str, address: str, **said: Any) -> dict[str, Any]:
        """Return the JSON object that is answered; `said` is what urllib3 calls fields, json and headers.

        Raises Unavailable.
        """
        try:
            with _POOL.request(
                method, address, redirect=False, preload_content=False,
                timeout=urllib3.Timeout(total=self._left()), **said,
            ) as response:
                status, found = response.status, json.loads(self._body(response))
        except (urllib3.exceptions.HTTPError, ValueError, RecursionError) as problem:
            _log.warning("provider silent", exc_info=problem)
            raise Unavailable(SILENT) from problem
        if not isinstance(found, dict) or 300 <= status < 400 or status >= 500:
            _log.warning("provider broken", status=status)
            raise Unavailable(SILENT)
        return found

    def _body(self, response: urllib3.BaseHTTPResponse) -> bytes:
        body = bytearray()
        while chunk := response.read1(LARGEST_ANSWER):
            body += chunk
            if len(body) > LARGEST_ANSWER or not self._left():
                raise ValueError("too long, or too slow")
        return bytes(body)

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise ValueError("too slow")
        return left
