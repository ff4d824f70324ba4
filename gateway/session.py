"""Sessions: directory's word on whose token this is, in a copy that lives for seconds and ends with the session."""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from contracts.actor import visitor
from contracts.directory.session import SESSION, ReadSession, Session, SessionEnded
from contracts.errors import NotSignedIn
from contracts.received import Received
from gateway.houses import Houses
from plumbing import clock

COPY_SECONDS = 30.0
MOST_COPIES = 20_000


@dataclass(frozen=True, kw_only=True)
class _Copy:
    session: Session
    read_at: float


class Sessions:
    """Sessions by the hash of their token. `fresh` says whether news of ended sessions would have reached us by now."""

    def __init__(self, fresh: Callable[[], bool]):
        self._fresh = fresh
        self._believed_from = time.monotonic()
        self._lock = threading.Lock()
        self._copies: OrderedDict[bytes, _Copy] = OrderedDict()
        self._ended: OrderedDict[str, None] = OrderedDict()

    def read(self, token: str, houses: Houses) -> Session | None:
        """Return the open session of a token, or None. Raises Unavailable when directory cannot be asked."""
        name = _name(token)
        return self._copied(name) or self._asked(name, token, houses)

    def hear(self, received: Received) -> None:
        """Forget the session that has just ended, also one whose answer is still on its way here."""
        if isinstance(received.event, SessionEnded):
            self._end(received.event.session_id)

    def doubt_all(self) -> None:
        """Believe nobody's token any more without asking again: an ending may have been missed."""
        self._believed_from = time.monotonic()

    def forget(self, token: str) -> None:
        """Believe nothing about this token any more without asking."""
        with self._lock:
            self._copies.pop(_name(token), None)

    def _copied(self, name: bytes) -> Session | None:
        if not self._fresh():
            return None
        with self._lock:
            copy = self._copies.get(name)
        if copy is None or copy.read_at < max(self._believed_from, time.monotonic() - COPY_SECONDS):
            return None
        return copy.session if copy.session.expires_at > clock.now() else None

    def _asked(self, name: bytes, token: str, houses: Houses) -> Session | None:
        asked_at = time.monotonic()
        try:
            session = houses.ask(SESSION, ReadSession(token=token), visitor())
        except NotSignedIn:
            self.forget(token)
            return None
        return session if self._keep(name, _Copy(session=session, read_at=asked_at)) else None

    def _keep(self, name: bytes, copy: _Copy) -> bool:
        with self._lock:
            if copy.session.session_id in self._ended:
                return False
            self._copies[name] = copy
            self._copies.move_to_end(name)
            while len(self._copies) > MOST_COPIES:
                self._copies.popitem(last=False)
            return True

    def _end(self, session_id: str) -> None:
        with self._lock:
            for name in [n for n, copy in self._copies.items() if copy.session.session_id == session_id]:
                del self._copies[name]
            self._ended[session_id] = None
            while len(self._ended) > MOST_COPIES:
                self._ended.popitem(last=False)


def _name(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
