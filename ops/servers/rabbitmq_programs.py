"""Where RabbitMQ's programs are on this machine: Debian's package, or the same unpacked below `var/programs`."""

import os
from dataclasses import dataclass
from pathlib import Path

from ops.places import Places

_DEBIAN = Path("/usr/lib")


@dataclass(frozen=True, kw_only=True)
class RabbitmqPrograms:
    """The scripts of RabbitMQ, Erlang's port mapper, and a folder that must come first in PATH, if any."""

    scripts: Path
    epmd: Path
    first_in_path: Path | None = None

    @property
    def path(self) -> str:
        """Return PATH as these programs need it."""
        return os.pathsep.join(str(part) for part in (self.first_in_path, os.environ.get("PATH", "")) if part)


def find(places: Places) -> RabbitmqPrograms | None:
    """Return the programs, Debian's own first; nothing when there are none."""
    unpacked = unpacked_folder(places)
    return _below(_DEBIAN, None) or _below(unpacked / "usr/lib", unpacked / "bin")


def unpacked_folder(places: Places) -> Path:
    """Return where Debian's packages are unpacked when nobody may install them."""
    return places.programs / "rabbitmq"


def _below(lib: Path, first_in_path: Path | None) -> RabbitmqPrograms | None:
    scripts = sorted(lib.glob("rabbitmq/lib/rabbitmq_server-*/sbin"))
    epmd = sorted(lib.glob("erlang/erts-*/bin/epmd"))
    if not scripts or not epmd or (first_in_path and not first_in_path.exists()):
        return None
    return RabbitmqPrograms(scripts=scripts[-1], epmd=epmd[-1], first_in_path=first_in_path)
