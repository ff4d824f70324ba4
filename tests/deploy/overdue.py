"""`make overdue`: which pins are older than what could have been locked so many days ago.

uv asks the index, as for `make locks`: our bounds and everybody's requirements hold, and what was yanked or is not yet
a release counts for nothing. Our lower bounds do not hold: they may name what was not there at that time.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from packaging.version import Version

from ops.places import CHECKOUT
from plumbing import clock

DAYS = 90
LISTS = CHECKOUT / "requirements"
NONE, SOME, UNKNOWN = 0, 1, 3
_LIMIT_SECONDS = 180
_INDEX = re.compile(r"Base URL of the Python Package Index \(default (\S+)\)")
_NO_TIMES = "missing an upload date"
_YOUNGER = re.compile(r"`([\w.-]+)` was filtered by `exclude-newer`")


class CannotSay(Exception):
    """The index was not reached, or does not say when things were released."""


def main(lists: Path = LISTS) -> int:
    """Say what is overdue, and return 0 where nothing is; 3 where that cannot be known."""
    try:
        there = could_be_locked(asked(lists / "dev.in"), pip_index(), DAYS)
    except CannotSay as reason:
        _say(f"不能判断有没有过期的依赖 Cannot say whether anything is overdue: {reason}")
        return UNKNOWN
    found = overdue(pinned((lists / "dev.txt").read_text()), pinned(there))
    for name, (ours, newer) in found.items():
        _say(f"{name} {ours}: {newer} 发布已超过 {DAYS} 天 has been there for more than {DAYS} days")
    if not found:
        _say(f"没有过期的依赖 No pin is overdue: {DAYS} 天 days")
    return SOME if found else NONE


def overdue(ours: Mapping[str, str], then: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the packages of ours that are older than they could have been then, each with both versions."""
    return {
        name: (ours[name], version) for name, version in then.items()
        if name in ours and Version(ours[name]) < Version(version)
    }


def pinned(lock: str) -> dict[str, str]:
    """Return the versions that a lock names; of a package that has several for several machines, the oldest."""
    found: dict[str, str] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE):
        found[name] = min(found.get(name, version), version, key=Version)
    return found


def asked(file: Path) -> str:
    """Return all that a list asks for, and the lists it includes, by upper bounds alone: `==` is ours to move."""
    lines = []
    for line in file.read_text().splitlines():
        if line.startswith("-r "):
            lines.append(asked(file.parent / line.removeprefix("-r ")))
        elif line and not line.startswith("#"):
            lines.append(re.sub(r"[>=]=[^,]+,?", "", line))
    return "\n".join(lines)


def could_be_locked(wanted: str, index: str, days: int) -> str:
    """Return the lock that uv would have made of this so many days ago; what is younger, with its first release.

    Raises CannotSay.
    """
    until, younger = (clock.now() - timedelta(days=days)).isoformat(), set[str]()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "wanted.in").write_text(wanted)
        while True:
            run = _compiled(folder, index, until, younger)
            if _NO_TIMES in run.stderr:
                raise CannotSay("索引没有写发布时间 the index does not say when things were released (PEP 700)")
            if run.returncode == 0:
                return run.stdout
            more = set(_YOUNGER.findall(run.stderr)) - younger
            if not more:
                raise CannotSay(run.stderr.strip()[-1000:])
            younger |= more


def _compiled(folder: str, index: str, until: str, younger: set[str]) -> subprocess.CompletedProcess[str]:
    uv = str(Path(sys.executable).parent / "uv")
    command = [
        uv, "pip", "compile", "--universal", "--python-version", "3.11", "--no-header", "--no-annotate",
        "--index-url", index, "--exclude-newer", until, "wanted.in",
    ]
    for name in sorted(younger):
        command += ["--exclude-newer-package", f"{name}={clock.now().isoformat()}"]
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_LIMIT_SECONDS, check=False)
    except subprocess.TimeoutExpired as problem:
        raise CannotSay(f"{_LIMIT_SECONDS} s") from problem


def pip_index() -> str:
    """Return the index from which pip installs here, in its own words. Raises CannotSay."""
    command = (sys.executable, "-m", "pip", "install", "--help")
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    if found := _INDEX.search(" ".join(told.stdout.split())):
        return found[1]
    raise CannotSay("pip 没有说从哪里安装 pip does not name its index")


def _say(words: str) -> None:
    print(words)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
