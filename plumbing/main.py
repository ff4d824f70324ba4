"""Main: a house's command line: serve, relay, work, migrate, seed, operate, each a process with a role of its own."""

import argparse
import json
import sys
from pathlib import Path

from plumbing import proof, settings


def main(service: str) -> None:
    """Run what the command line asks of this house."""
    parser = argparse.ArgumentParser(prog=f"python -m services.{service}")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="answer calls and take events until SIGTERM")
    commands.add_parser("relay", help="publish what the outbox holds until SIGTERM")
    commands.add_parser("work", help="do jobs, and forget what need not be kept, until SIGTERM")
    commands.add_parser("rounds", help="do what is due by the clock, once; the worker starts this")
    commands.add_parser("job", help="do the one job that the worker, which starts this, says on standard input")
    migrating = commands.add_parser("migrate", help="bring the database to the state this code needs")
    migrating.add_argument("--phase", choices=("all", "pre", "post"), default="all")
    seeding = commands.add_parser("seed", help="load a first stock of data; again changes nothing")
    seeding.add_argument("file", type=Path)
    operating = commands.add_parser("operate", help="do one thing for the operator: JSON in, JSON out")
    operating.add_argument("act")
    chosen = parser.parse_args()
    proof.at_start()
    if chosen.command == "serve":
        _serve(service)
    elif chosen.command == "relay":
        _relay(service)
    elif chosen.command == "work":
        _work(service)
    elif chosen.command == "rounds":
        _rounds(service)
    elif chosen.command == "job":
        _job(service)
    elif chosen.command == "migrate":
        _migrate(service, chosen.phase)
    elif chosen.command == "seed":
        _seed(service, chosen.file)
    else:
        _operate(service, chosen.act)


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


def _work(service: str) -> None:
    from plumbing.jobs.attempt import command_of  # noqa: PLC0415
    from plumbing.jobs.worker import Worker  # noqa: PLC0415
    from plumbing.work import run_work, work_of  # noqa: PLC0415

    _log_as(f"{service}.work")
    work, url = work_of(service), settings.sweep_database_url()
    worker = Worker(database_url=url, kinds=work.kinds, command=command_of(service))
    run_work(service, work, worker=worker, database_url=url, health_port=settings.health_port())


def _rounds(service: str) -> None:
    import importlib  # noqa: PLC0415

    from plumbing.rounds.walk import walk  # noqa: PLC0415
    from plumbing.work import work_of  # noqa: PLC0415

    _log_as(f"{service}.rounds")
    walk(importlib.import_module(f"services.{service}.wiring").build(), work_of(service).rounds)


def _job(service: str) -> None:
    import importlib  # noqa: PLC0415

    from plumbing.jobs.run import run_job  # noqa: PLC0415
    from plumbing.work import work_of  # noqa: PLC0415

    _log_as(f"{service}.job")
    run_job(importlib.import_module(f"services.{service}.wiring").build(), work_of(service).kinds)


def _migrate(service: str, phase: str) -> None:
    from plumbing.migrate import migrate  # noqa: PLC0415

    for name in migrate(settings.database_url(), service, phase=phase):
        sys.stdout.write(f"{service}: {name}\n")


def _seed(service: str, file: Path) -> None:
    import importlib  # noqa: PLC0415

    _log_as(f"{service}.seed")
    wiring = importlib.import_module(f"services.{service}.wiring")
    wiring.seed(wiring.build(), json.loads(file.read_text(encoding="utf-8")))


def _operate(service: str, act: str) -> None:
    import importlib  # noqa: PLC0415

    from plumbing.operate import operated  # noqa: PLC0415

    _log_as(f"{service}.operate")
    wiring = importlib.import_module(f"services.{service}.wiring")
    said = operated(wiring.build(), wiring.OPERATED, act, json.load(sys.stdin))
    sys.stdout.write(json.dumps(said, ensure_ascii=False))


def _log_as(process: str) -> None:
    from plumbing import logs  # noqa: PLC0415

    logs.configure(process)
