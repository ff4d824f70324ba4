"""Shelf: what is made once and shown to many, made anew when something it shows has changed."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from contracts.errors import Unavailable

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


@dataclass(frozen=True, kw_only=True)
class _Kept(Generic[Thing]):
    thing: Thing
    asked_at: float
    current: bool = True


class Shelf(Generic[Key, Thing]):
    """At most `most` things, each shown for `seconds` at most, and only while `fresh` says that news would reach us.

    Whoever comes while a thing is being made waits for it instead of making another. What had begun to be made before
    news of a change is still given to those who wait for it, and to nobody who comes after the news.
    """

    def __init__(self, *, fresh: Callable[[], bool], seconds: float, most: int):
        self._fresh, self._seconds, self._most = fresh, seconds, most
        self._lock = threading.Lock()
        self._kept: OrderedDict[Key, _Kept[Thing]] = OrderedDict()
        self._making: dict[Key, Future[Thing]] = {}

    def take(self, key: Key, make: Callable[[], Thing], *, wait_seconds: float) -> Thing:
        """Return what is kept, or else made. Raises what `make` raises; Unavailable when another takes too long."""
        with self._lock:
            if (thing := self._shown(key)) is not None:
                return thing
            making = self._making.get(key)
            if mine := making is None:
                making = self._making[key] = Future()
        return self._make(key, make, making) if mine else self._waited(making, wait_seconds)

    def at_hand(self, key: Key) -> Thing | None:
        """Return what is kept and may be shown now."""
        with self._lock:
            return self._shown(key)

    def last(self, key: Key) -> Thing | None:
        """Return what was last made, however old: for those times when nothing can be made."""
        with self._lock:
            kept = self._kept.get(key)
        return kept.thing if kept else None

    def drop(self, touched: Callable[[Key], bool]) -> None:
        """From now on whatever stands under these keys, or is being made for them, is made anew."""
        with self._lock:
            for key in [key for key in self._making if touched(key)]:
                del self._making[key]
            for key in [key for key in self._kept if touched(key)]:
                self._kept[key] = replace(self._kept[key], current=False)

    def drop_all(self) -> None:
        """From now on everything is made anew."""
        self.drop(lambda _: True)

    def _shown(self, key: Key) -> Thing | None:
        kept = self._kept.get(key)
        if kept is None or not kept.current or time.monotonic() - kept.asked_at > self._seconds or not self._fresh():
            return None
        self._kept.move_to_end(key)
        return kept.thing

    def _make(self, key: Key, make: Callable[[], Thing], making: "Future[Thing]") -> Thing:
        asked_at = time.monotonic()
        try:
            thing = make()
        except BaseException as problem:
            self._done(key, making)
            making.set_exception(problem)
            raise
        self._done(key, making, _Kept(thing=thing, asked_at=asked_at))
        making.set_result(thing)
        return thing

    def _done(self, key: Key, making: "Future[Thing]", kept: _Kept[Thing] | None = None) -> None:
        """Nobody waits here any more; what was made is kept, unless news has come meanwhile."""
        with self._lock:
            if self._making.get(key) is not making:
                return
            del self._making[key]
            if kept:
                self._kept[key] = kept
                self._kept.move_to_end(key)
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)

    def _waited(self, making: "Future[Thing]", seconds: float) -> Thing:
        try:
            return making.result(timeout=seconds)
        except TimeoutError as problem:
            raise Unavailable from problem
