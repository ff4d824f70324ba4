"""WholeHouse: every process there is, with the demo district, as an operator runs it."""

import json
import sys

from ops.program import Program
from ops.running import Running, wait_for
from ops.servers.rabbitmq import OPERATOR
from ops.up import state

HOUSE_SECONDS = 400


class WholeHouse:
    """Every process of the house, run by the supervisor as an operator runs it, with the demo district."""

    def __init__(self, room, *options):
        self._room, self.places = room, room.places
        self.port = next(room.ports)
        command = (sys.executable, "-m", "ops", "up", "--forgetful", "--demo", "--port", str(self.port), *options)
        environment = {"QINGFU_VAR": str(room.places.var), "COLUMNS": "200"}
        program = Program(name="up", command=command, environment=environment)
        self.running = Running(program, room.outside)
        self.start()

    def start(self):
        """Every process is ready and the demo district loaded."""
        state.forget(self.places)
        self.running.start()
        ready = wait_for(lambda: state.read(self.places) or not self.running.alive(), HOUSE_SECONDS)
        assert ready and self.running.alive(), self.running.log.read_text()
        self.state = state.read(self.places)

    @property
    def address(self):
        return self.state.address

    @property
    def databases(self):
        """Return every house's database, by house."""
        return self.state.databases

    @property
    def cards(self):
        """Return the demo's sign-in cards."""
        return json.loads((self.places.demo / "cards.json").read_text(encoding="utf-8"))

    def amqp_url(self, user=OPERATOR):
        return self.state.amqp_urls[user]

    def pid_file(self, name):
        """Return the pid file of one process as it stands now."""
        return json.loads((self.places.run / f"{name}.pid.json").read_text())

    def log(self, name):
        return (self.places.log / f"{name}.log").read_text(encoding="utf-8", errors="replace")

    def stop(self):
        self.running.stop(limit=60)
