"""Lock: at most one `qingfu up` for one `var`; the kernel lets go of it when its holder dies, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from ops.places import Places
from ops.sentence import CannotGoOn


@contextmanager
def held(places: Places) -> Iterator[None]:
    """Nobody else runs or changes this installation meanwhile. Raises CannotGoOn when somebody does."""
    places.make()
    descriptor = os.open(places.run / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            raise CannotGoOn(
                "系统正在运行。qingfu status 看状态，qingfu down 停止。",
                "It is running. qingfu status shows how, qingfu down stops it.",
            ) from problem
        yield
    finally:
        os.close(descriptor)


def is_held(places: Places) -> bool:
    """Say whether a house runs here now."""
    try:
        with held(places):
            return False
    except CannotGoOn:
        return True
