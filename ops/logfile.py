"""Log file: one file per process that its output is appended to, kept from growing without end."""

import shutil
from pathlib import Path
from typing import BinaryIO

LARGEST = 10_000_000


def open_for(path: Path) -> BinaryIO:
    """Return the file, opened so that every write lands at its end, wherever that is by then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("ab")


def rotate(path: Path, largest: int = LARGEST) -> None:
    """A file larger than `largest` becomes the `.1` beside it, and the process goes on writing into the empty one.

    Copied, not renamed: the process keeps its handle, and no line waits in a pipe for a supervisor that may be gone.
    """
    if path.exists() and path.stat().st_size > largest:
        shutil.copyfile(path, path.with_name(f"{path.name}.1"))
        with path.open("rb+") as file:
            file.truncate(0)


def last_lines(path: Path, count: int = 20) -> str:
    """Return the end of a log, for an operator who asks why."""
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 20_000))
        return "\n".join(file.read().decode("utf-8", errors="replace").splitlines()[-count:])
