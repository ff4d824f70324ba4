"""AnotherGateway: one more gateway of the running house, on a port of its own."""

import itertools
import os
import subprocess
import sys

from ops.places import CHECKOUT
from ops.ports import free_ports
from ops.ready import says_ready
from ops.running import wait_for
from ops.secrets import Secrets
from ops.up.environment import Environment

PATIENCE_SECONDS = 60


class AnotherGateway:
    """It has an address before it is there, for settings that name it."""

    def __init__(self, house):
        self._port = next(free_ports(str(house.places.var)))
        self._environment = Environment(
            databases={}, amqp_urls=house.state.amqp_urls, secrets=Secrets(house.places.secrets),
            ports=itertools.count(0), gateway_port=self._port, clock_offset_seconds=house.state.clock_offset_seconds,
        )
        self.address = self._environment.address
        self._process = None

    def start(self, **told):
        """It answers, and hears the news; `told` are settings beside or in the place of the house's."""
        settings = {**os.environ, **self._environment.gateway(), **told}
        self._process = subprocess.Popen((sys.executable, "-m", "gateway"), cwd=CHECKOUT, env=settings)
        assert wait_for(lambda: says_ready(self._port), PATIENCE_SECONDS)
        return self

    def stop(self):
        """It is gone, if it was there."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
