"""A private RabbitMQ node: own name, ports, cookie and data, on 127.0.0.1, its topology loaded before it listens."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pika
from pika.exceptions import AMQPError

from ops import ports
from ops.account import Account
from ops.places import Places
from ops.program import Program
from ops.servers import room
from ops.servers.rabbitmq_programs import RabbitmqPrograms

OPERATOR = "operator"
"""The user of the operator's own tools, and nobody else's."""

logging.getLogger("pika").setLevel(logging.CRITICAL)
_SHARES_CORES = "+sbwt none +sbwtdcpu none +sbwtdio none"
"""Erlang's schedulers sleep when there is nothing to do, instead of burning a core that others wait for."""


@dataclass(frozen=True, kw_only=True)
class RabbitmqPorts:
    """Where the node listens; `management` only where somebody needs its HTTP API (tests)."""

    amqp: int
    distribution: int
    epmd: int
    management: int | None = None


@dataclass(frozen=True, kw_only=True)
class Rabbitmq:
    """One node. `definitions` are what it holds once it answers: users, permissions, exchanges, queues, bindings."""

    places: Places
    programs: RabbitmqPrograms
    ports: RabbitmqPorts
    passwords: Mapping[str, str]
    cookie: str = field(repr=False)
    definitions: Mapping[str, Any] = field(repr=False)
    account: Account | None

    @property
    def room(self) -> Path:
        """Return the folder that holds everything of this node."""
        return room.room_for("rabbitmq", self.places, self.account)

    def url(self, user: str, vhost: str = "/") -> str:
        """Return the address for `user`."""
        return f"amqp://{user}:{self.passwords[user]}@127.0.0.1:{self.ports.amqp}/{quote(vhost, safe='')}"

    def programs_to_run(self) -> tuple[Program, Program]:
        """Return Erlang's port mapper and the node, to be started in this order; the node's files are written."""
        self._write_files()
        return self._epmd(), self._node()

    def answers(self) -> bool:
        """Say whether the node lets the operator in."""
        if not ports.is_open(self.ports.amqp):
            return False
        parameters = pika.URLParameters(self.url(OPERATOR))
        parameters.socket_timeout = parameters.stack_timeout = parameters.blocked_connection_timeout = 3
        try:
            pika.BlockingConnection(parameters).close()
        except (AMQPError, OSError):
            return False
        return True

    def _epmd(self) -> Program:
        """Run by us, in the foreground: the one that Erlang starts by itself outlives the node."""
        port = str(self.ports.epmd)
        return Program(
            name="epmd",
            command=(str(self.programs.epmd), "-port", port, "-address", "127.0.0.1", "-relaxed_command_check"),
            folder=self.room,
            account=self.account,
            answers=lambda: ports.is_open(self.ports.epmd),
            foundation=True,
        )

    def _node(self) -> Program:
        return Program(
            name="broker",
            command=(str(self.programs.scripts / "rabbitmq-server"),),
            environment=self.environment(),
            folder=self.room,
            account=self.account,
            answers=self.answers,
            foundation=True,
            patience_seconds=180,
        )

    def environment(self) -> dict[str, str]:
        """Return what RabbitMQ's scripts read instead of the machine's own configuration."""
        return {
            "HOME": str(self.room),  # the cookie is read from here
            "PATH": self.programs.path,
            "RABBITMQ_NODENAME": "qingfu@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self.ports.amqp),
            "RABBITMQ_DIST_PORT": str(self.ports.distribution),
            "ERL_EPMD_PORT": str(self.ports.epmd),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_MNESIA_BASE": str(self.room / "mnesia"),
            "RABBITMQ_LOG_BASE": str(self.room / "log"),
            "RABBITMQ_LOGS": "-",
            "ERL_CRASH_DUMP_SECONDS": "0",
            "RABBITMQ_PID_FILE": str(self.room / "pid"),
            "RABBITMQ_CONF_ENV_FILE": str(self.room / "rabbitmq-env.conf"),
            "RABBITMQ_CONFIG_FILE": str(self.room / "rabbitmq.conf"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(self.room / "advanced.config"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(self.room / "enabled_plugins"),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": f"{_SHARES_CORES} -kernel inet_dist_use_interface {{127,0,0,1}}",
            "RUNNING_UNDER_SYSTEMD": "true",  # the script becomes the node instead of staying its parent
        }

    def _write_files(self) -> None:
        management = self.ports.management
        self._write("rabbitmq-env.conf", "")
        self._write("enabled_plugins", "[rabbitmq_management].\n" if management else "[].\n")
        self._write("definitions.json", json.dumps(self.definitions))
        self._write("rabbitmq.conf", "".join(f"{name} = {value}\n" for name, value in self._configuration().items()))
        self._write(".erlang.cookie", self.cookie)

    def _configuration(self) -> dict[str, object]:
        settings: dict[str, object] = {
            "load_definitions": self.room / "definitions.json",
            "disk_free_limit.absolute": "200MB",
            "heartbeat": 10,
            "log.console.level": "warning",
        }
        if self.ports.management:
            settings |= {"management.tcp.ip": "127.0.0.1", "management.tcp.port": self.ports.management}
        return settings

    def _write(self, name: str, content: str) -> None:
        path = self.room / name
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text(content)
        if self.account:
            self.account.own(path)
