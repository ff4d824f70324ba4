"""Migrate: bring one house's database to the numbered state its code needs, each file once, in one transaction."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from plumbing.database import open_engine

_BASE = Path(__file__).parent / "migrations"
_HOUSES = Path(__file__).parent.parent / "services"
_AS_LONG_AS_IT_TAKES = text("SET LOCAL statement_timeout = 0")
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('qingfu migrate'))")


class MigrationChanged(Exception):
    """A migration that has already run now reads differently; write a new one instead."""


def migrate(url: str, service: str, *, phase: str = "all") -> list[str]:
    """Run what has not run yet, `pre` before the new code, `post` after it; return the names that ran."""
    engine = open_engine(url, pool_size=1)
    try:
        return [name for path in _files(service, phase) if (name := _apply(engine, service, path))]
    finally:
        engine.dispose()


def is_current(url: str, service: str) -> bool:
    """Say whether every migration has run, and reads as it did then: a start has nothing to do here."""
    engine = open_engine(url, pool_size=1)
    try:
        with engine.begin() as connection:
            return all(_applied(connection, _name(path)) == _digest(path) for path in _files(service, "all"))
    finally:
        engine.dispose()


def _files(service: str, phase: str) -> Iterator[Path]:
    for folder in (_BASE, _HOUSES / service / "migrations"):
        for path in sorted(folder.glob("*.sql")):
            if phase in ("all", path.name.split("_")[1]):
                yield path


def _apply(engine: Engine, service: str, path: Path) -> str | None:
    name, digest = _name(path), _digest(path)
    with engine.begin() as connection:
        connection.execute(_LOCK)
        connection.execute(_AS_LONG_AS_IT_TAKES)
        if (before := _applied(connection, name)) is not None:
            if before != digest:
                raise MigrationChanged(name)
            return None
        connection.execute(text("SELECT set_config('app.service', :s, true)"), {"s": service})
        connection.exec_driver_sql(path.read_text(encoding="utf-8").replace("%", "%%"))
        connection.execute(
            text("INSERT INTO migration (name, sha256) VALUES (:name, :digest)"), {"name": name, "digest": digest}
        )
    return name


def _name(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.name}"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _applied(connection: Connection, name: str) -> str | None:
    if connection.execute(text("SELECT to_regclass('public.migration')")).scalar() is None:
        return None
    return connection.execute(text("SELECT sha256 FROM migration WHERE name = :name"), {"name": name}).scalar()
