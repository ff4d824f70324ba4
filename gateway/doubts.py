"""Doubts: since when what this process knows of a session, a person or a child has to be asked again."""

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable

MOST_DOUBTS = 50_000


class Doubts:
    """Moments by id. Of too many the oldest is forgotten, and then everything from before it is doubted."""

    def __init__(self, most: int = MOST_DOUBTS):
        self._most, self._lock = most, threading.Lock()
        self._since: OrderedDict[str, float] = OrderedDict()
        self._all_since = time.monotonic()

    def about(self, ids: Iterable[str]) -> None:
        """Believe nothing about these any more that was asked before now."""
        with self._lock:
            for each in ids:
                self._since[each] = time.monotonic()
                self._since.move_to_end(each)
            while len(self._since) > self._most:
                _, moment = self._since.popitem(last=False)
                self._all_since = max(self._all_since, moment)

    def about_all(self) -> None:
        """Believe nothing any more that was asked before now."""
        self._all_since = time.monotonic()

    def since(self, ids: Iterable[str]) -> float:
        """Return the moment up to which nothing that was asked about any of these is believed."""
        with self._lock:
            return max((self._all_since, *(self._since.get(each, self._all_since) for each in ids)))
