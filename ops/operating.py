"""Operating: what only the operator does in a running house, done by the house's own code, under its own role."""

import json
import os
import subprocess
from typing import Any

from contracts.message import Message
from ops.places import Places
from ops.secrets import Secrets
from ops.sentence import CannotGoOn
from ops.up.environment import Environment
from ops.up.processes import Processes
from ops.up.state import State

_SECONDS = 60


def operate(running: State, places: Places, house: str, act: str, ask: Message) -> dict[str, Any]:
    """Return what the house answers. Raises CannotGoOn, in its words, for what it refuses."""
    program = _processes(running, places).operation(house, act)
    told = {**os.environ, **program.environment}
    done = subprocess.run(
        program.command, cwd=program.folder, env=told, input=json.dumps(ask.dump()), capture_output=True, text=True,
        timeout=_SECONDS, check=False,
    )
    if done.returncode:
        raise CannotGoOn("没有做成，没有做任何改动。请运行 bin/qingfu doctor。", done.stderr.strip().split("\n")[-1])
    said = json.loads(done.stdout)
    if "refused" in said:
        wrong = (f"{name}：{words}" for name, sentences in said["fields"].items() for words in sentences)
        raise CannotGoOn("\n".join((said["refused"], *wrong)), "The house refused.")
    return dict(said["answer"])


def _processes(running: State, places: Places) -> Processes:
    environment = Environment(
        databases=running.databases, amqp_urls=running.amqp_urls, secrets=Secrets(places.secrets), ports=iter(()),
        gateway_port=0, clock_offset_seconds=running.clock_offset_seconds,
    )
    return Processes(environment=environment, scale={})
