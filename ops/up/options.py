"""Options: what the operator chose for one `qingfu up`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ops.places import Places, here
from plumbing import clock

SECONDS_A_DAY = 86_400


@dataclass(frozen=True, kw_only=True)
class Options:
    """`today` moves every process's clock to that day, same time of day. Not `durable`: for tests only.

    `demo` unsaid: an empty house gets the demo district only if its databases are our own private ones.
    """

    places: Places = field(default_factory=here)
    scale: Mapping[str, int] = field(default_factory=dict)
    gateway_port: int = field(default_factory=lambda: int(os.environ.get("QINGFU_GATEWAY_PORT", "8000")))
    today: date | None = None
    demo: bool | None = None
    durable: bool = True

    @property
    def clock_offset_seconds(self) -> int:
        """Return by how much the house's clock is moved."""
        if self.today is None:
            return clock.offset_seconds()
        return clock.offset_seconds() + (self.today - clock.today()).days * SECONDS_A_DAY
