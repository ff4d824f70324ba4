"""Main: a house's command line: serve, relay, migrate, seed. Each is a process of its own with a role of its own."""

import argparse
import json
import sys
from pathlib import Path

from plumbing import settings


def main(service: str) -> None:
    """Run what the command line asks of this house."""
    parser = argparse.ArgumentParser(prog=f"python -m services.{service}")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="answer calls and take events until SIGTERM")
    commands.add_parser("relay", help="publish what the outbox holds until SIGTERM")
    migrating = commands.add_parser("migrate", help="bring the database to the state this code needs")
    migrating.add_argument("--phase", choices=("all", "pre", "post"), default="all")
    seeding = commands.add_parser("seed", help="load a first stock of data; again changes nothing")
    seeding.add_argument("file", type=Path)
    chosen = parser.parse_args()
    if chosen.command == "serve":
        _serve(service)
    elif chosen.command == "relay":
        _relay(service)
    elif chosen.command == "migrate":
        _migrate(service, chosen.phase)
    else:
        _seed(service, chosen.file)


def _serve(service: str) -> None:
    from plumbing.serve import door_of, serve  # noqa: PLC0415 - it patches every socket: only when serving

    _log_as(f"{service}.serve")
    serve(
        service,
        door_of(service),
        amqp_url=settings.amqp_url(),
        database_url=settings.database_url(),
        health_port=settings.health_port(),
    )


def _relay(service: str) -> None:
    from plumbing.relay import run_relay  # noqa: PLC0415 - only this process needs pika

    _log_as(f"{service}.relay")
    run_relay(
        service, amqp_url=settings.amqp_url(), database_url=settings.database_url(), health_port=settings.health_port()
    )


def _migrate(service: str, phase: str) -> None:
    from plumbing.migrate import migrate  # noqa: PLC0415

    for name in migrate(settings.database_url(), service, phase=phase):
        sys.stdout.write(f"{service}: {name}\n")


def _seed(service: str, file: Path) -> None:
    import importlib  # noqa: PLC0415

    _log_as(f"{service}.seed")
    wiring = importlib.import_module(f"services.{service}.wiring")
    wiring.seed(wiring.build(), json.loads(file.read_text(encoding="utf-8")))


def _log_as(process: str) -> None:
    from plumbing import logs  # noqa: PLC0415

    logs.configure(process)
