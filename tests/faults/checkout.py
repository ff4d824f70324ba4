"""Checkout: a throw-away copy of what git knows here, to be spoilt and mended again."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy2, rmtree

from ops.places import CHECKOUT
from tests.faults.fault import Fault

_LISTED = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
_COMPILED = (sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", ".")
"""By hash: a file spoilt within the same second and to the same length must not be taken for the one before."""


class Checkout:
    """A copy in the system's temporary folder; the working tree is only read."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="qingfu-faults-"))
        listed = subprocess.run(_LISTED, cwd=CHECKOUT, capture_output=True, check=True).stdout.decode()
        for name in filter(None, listed.split("\0")):
            if (CHECKOUT / name).is_file():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                copy2(CHECKOUT / name, self.folder / name, follow_symlinks=False)
        subprocess.run(_COMPILED, cwd=self.folder, check=True)

    @contextmanager
    def spoilt(self, fault: Fault) -> Iterator[None]:
        """The copy has the fault meanwhile, and is whole again afterwards."""
        path = self.folder / fault.file
        before = path.read_bytes() if path.is_file() else None
        try:
            fault.spoil(self.folder)
            yield
        finally:
            if before is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(before)

    def remove(self) -> None:
        """Nothing is left of it."""
        rmtree(self.folder)
