"""Which processes the house is made of: as data, drawn from the catalogue; adding a house there adds its processes."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from contracts.catalogue import HOUSES
from ops.program import Program
from ops.ready import says_ready
from ops.up.environment import Environment

_PYTHON = (sys.executable, "-X", "utf8")


@dataclass(kw_only=True)
class Processes:
    """Every program of the house. `scale` says how many `serve` processes a house has; 1 unless it says more."""

    environment: Environment
    scale: Mapping[str, int]

    def migrations(self, houses: tuple[str, ...]) -> Iterator[Program]:
        """Give what brings each of these databases to the state its house's code needs; each ends by itself."""
        for house in houses:
            yield self._once(house, "migrate", self.environment.migrate(house))

    @cached_property
    def lasting(self) -> tuple[Program, ...]:
        """Return what people cannot do without: every house's `serve` and relay, and the gateway."""
        return (*self._houses(), self._gateway())

    @cached_property
    def workers(self) -> tuple[Program, ...]:
        """Return what works beside them, one a house: nobody waits for it, so it is started last."""
        return tuple(self._lasting(f"{house}-worker", house, "work") for house in HOUSES)

    def _houses(self) -> Iterator[Program]:
        for house in HOUSES:
            for number in range(1, self.scale.get(house, 1) + 1):
                yield self._lasting(house if number == 1 else f"{house}-{number}", house, "serve")
            yield self._lasting(f"{house}-relay", house, "relay")

    def _gateway(self) -> Program:
        port = self.environment.gateway_port
        return Program(
            name="gateway",
            command=(*_PYTHON, "-m", "gateway"),
            environment={**self.environment.gateway(), "QINGFU_METRICS_PORT": str(self.environment.next_port())},
            answers=lambda: says_ready(port),
            health_port=port,
        )

    def demo(self, folder: Path) -> Program:
        """Return what generates the demo district, one file a house, into `folder`."""
        return Program(
            name="demo", command=(*_PYTHON, "-m", "demo", str(folder)), environment=self.environment.everybody()
        )

    def seeds(self, folder: Path) -> Iterator[Program]:
        """Give what loads each generated file into the database of its house; a house may have none."""
        for house in HOUSES:
            if (file := folder / f"{house}.json").exists():
                yield self._once(house, "seed", self.environment.serve(house), str(file))

    def operation(self, house: str, act: str) -> Program:
        """Return what does one thing for the operator in a house: the ask on its standard input, the answer out."""
        return self._once(house, "operate", self.environment.serve(house), act)

    def _once(self, house: str, verb: str, environment: Mapping[str, str], *more: str) -> Program:
        command = (*_PYTHON, "-m", f"services.{house}", verb, *more)
        return Program(name=f"{house}-{verb}", command=command, environment=environment)

    def _lasting(self, name: str, house: str, verb: str) -> Program:
        port = self.environment.next_port()
        settings = {
            "serve": self.environment.serve, "relay": self.environment.relay, "work": self.environment.work
        }[verb](house)
        return Program(
            name=name,
            command=(*_PYTHON, "-m", f"services.{house}", verb),
            environment={**settings, "QINGFU_HEALTH_PORT": str(port)},
            answers=lambda: says_ready(port),
            health_port=port,
        )
