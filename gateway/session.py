"""Sessions: directory's word on whose token this is, in a copy that lives for seconds and ends with any news of it."""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from contracts.actor import visitor
from contracts.directory.school import GuardianshipChanged, PupilPlaced, StaffGranted
from contracts.directory.session import SESSION, ReadSession, Session, SessionEnded
from contracts.errors import NotSignedIn
from contracts.event import Event
from contracts.received import Received
from gateway.doubts import Doubts
from gateway.houses import Houses
from plumbing import clock

COPY_SECONDS = 30.0
MOST_COPIES = 20_000


@dataclass(frozen=True, kw_only=True)
class _Copy:
    session: Session
    read_at: float


class Sessions:
    """Sessions by the hash of their token. `fresh` says whether news of a session would have reached us by now."""

    def __init__(self, fresh: Callable[[], bool]):
        self._fresh, self._doubts = fresh, Doubts()
        self._lock = threading.Lock()
        self._copies: OrderedDict[bytes, _Copy] = OrderedDict()

    def read(self, token: str, houses: Houses) -> Session | None:
        """Return the open session of a token, or None. Raises Unavailable when directory cannot be asked."""
        name = _name(token)
        return self._copied(name) or self._asked(name, token, houses)

    def hear(self, received: Received) -> None:
        """Doubt every session that the news is about: it has ended, or what its person may do has changed."""
        self._doubts.about(_concerned(received.event))

    def doubt_all(self) -> None:
        """Believe nobody's token any more without asking again: some news may have been missed."""
        self._doubts.about_all()

    def forget(self, token: str) -> None:
        """Believe nothing about this token any more without asking."""
        with self._lock:
            self._copies.pop(_name(token), None)

    def _copied(self, name: bytes) -> Session | None:
        if not self._fresh():
            return None
        with self._lock:
            copy = self._copies.get(name)
        if copy is None or copy.read_at < time.monotonic() - COPY_SECONDS or self._doubted(copy):
            return None
        return copy.session if copy.session.expires_at > clock.now() else None

    def _asked(self, name: bytes, token: str, houses: Houses) -> Session | None:
        """Ask directory, again where news came while its answer was on the way."""
        asked_at = time.monotonic()
        try:
            copy = _Copy(session=houses.ask(SESSION, ReadSession(token=token), visitor()), read_at=asked_at)
        except NotSignedIn:
            self.forget(token)
            return None
        if self._doubted(copy):
            return self._asked(name, token, houses)
        if not lacks_second_factor(copy.session):  # else they would lack it in here after they have set it up
            self._keep(name, copy)
        return copy.session

    def _doubted(self, copy: _Copy) -> bool:
        return copy.read_at <= self._doubts.since(_about(copy.session))

    def _keep(self, name: bytes, copy: _Copy) -> None:
        with self._lock:
            self._copies[name] = copy
            self._copies.move_to_end(name)
            while len(self._copies) > MOST_COPIES:
                self._copies.popitem(last=False)


def lacks_second_factor(session: Session) -> bool:
    """Say whether the person can do nothing but set up the second factor that a school of theirs asks for."""
    return session.second_factor_from is not None and session.second_factor_from <= clock.today()


def _concerned(event: Event) -> tuple[str, ...]:
    """Return the ids of the sessions, people and children whose sessions the news is about.

    Who is no guardian any more is not named by the news; their session names the child.
    """
    match event:
        case SessionEnded(session_id=session_id):
            return (session_id,)
        case StaffGranted(person_id=person_id):
            return (person_id,)
        case GuardianshipChanged(pupil_id=pupil_id, guardian_ids=guardian_ids):
            return (pupil_id, *guardian_ids)
        case PupilPlaced(pupil_id=pupil_id):
            return (pupil_id,)
        case _:
            return ()


def _about(session: Session) -> tuple[str, ...]:
    children = (grant.pupil_id for actor in session.actors for grant in actor.children() if grant.pupil_id)
    return (session.session_id, session.person_id, *children)


def _name(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
