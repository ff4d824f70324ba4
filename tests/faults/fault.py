"""Fault: one thing a developer could get wrong, and the guard that has to say so."""

from dataclasses import dataclass
from pathlib import Path

import yaml

PLANTED = Path(__file__).parent / "planted"


class FaultOutdated(Exception):
    """The text that a planted fault changes is not there, or more than once: the code has moved on without it."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """In `file`, `find` becomes `put` (nothing, without it). Without `find` the file is new; without both it is gone.

    `red` is the guard that must catch it, as `Guard` reads it; `says` are words that a developer must find in what
    the guard tells: at least the name of the offender. `group` is the name of the list it stands in.
    """

    group: str
    wrong: str
    file: str
    red: str
    says: tuple[str, ...]
    find: str | None = None
    put: str | None = None

    def spoil(self, folder: Path) -> None:
        """The checkout in this folder has the fault. Raises FaultOutdated where it does not fit there any more."""
        path = folder / self.file
        if self.find is not None:
            path.write_text(self._read(path).replace(self.find, self.put or ""), encoding="utf-8")
        elif path.exists() is (self.put is not None):
            raise FaultOutdated(f"{self.wrong}\n  {self.file} {'is there already' if self.put else 'is not there'}")
        elif self.put is not None:
            path.write_text(self.put, encoding="utf-8")
        else:
            path.unlink()

    def _read(self, path: Path) -> str:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if (times := text.count(self.find or "")) != 1:
            raise FaultOutdated(f"{self.wrong}\n  {self.file} has this {times} times, not once: {self.find}")
        return text


def planted() -> list[Fault]:
    """Return every planted fault; what needs servers comes last."""
    lists = (*sorted(PLANTED.glob("*.yaml")), *sorted(PLANTED.glob("servers/*.yaml")))
    return [_fault(path.stem, plain) for path in lists for plain in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _fault(group: str, plain: dict[str, object]) -> Fault:
    says = plain.get("says", ())
    return Fault(**{**plain, "group": group, "says": (says,) if isinstance(says, str) else tuple(says)})
