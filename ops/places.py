"""Places: the folders in which one installation keeps what it makes; the rest of the checkout stays as it was."""

import os
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Places:
    """`var` holds all data; two installations with different `var` never meet."""

    var: Path

    @property
    def run(self) -> Path:
        """Return where running processes leave their pid files and the state of the house."""
        return self.var / "run"

    @property
    def log(self) -> Path:
        """Return where each process's log is written."""
        return self.var / "log"

    @property
    def programs(self) -> Path:
        """Return where programs unpacked for this checkout live; they are no data and survive a reset."""
        return self.var / "programs"

    @property
    def secrets(self) -> Path:
        """Return the file of every password and key, made once."""
        return self.var / "secrets.json"

    @property
    def demo(self) -> Path:
        """Return where the demo district is generated."""
        return self.var / "demo"

    @property
    def house(self) -> Path:
        """Return the file that says where a running house is found."""
        return self.run / "house.json"

    def make(self) -> None:
        """Every folder exists."""
        for folder in (self.run, self.log, self.programs, self.demo):
            folder.mkdir(parents=True, exist_ok=True)


def here() -> Places:
    """Return the places of this checkout: `var`, or the folder that QINGFU_VAR names."""
    return Places(Path(os.environ.get("QINGFU_VAR", CHECKOUT / "var")).resolve())
