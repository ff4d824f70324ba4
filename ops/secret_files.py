"""Secret files: what containers are told, one file a secret, drawn from the catalogue like everything else."""

import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from contracts.catalogue import HOUSES
from ops import filed
from ops.databases import HouseDatabase
from ops.house_sql import roles
from ops.secrets import Secrets
from ops.servers.postgres import SUPERUSER
from ops.servers.rabbitmq import OPERATOR
from plumbing.topology import definitions

_ROOM = 0o700
_READABLE = 0o444
"""A container reads its file under a user of its own, whatever the engine; the folder above lets nobody else in."""


def write(folder: Path) -> tuple[str, ...]:
    """Every file is in `folder`, its passwords made once and kept there; return the files' names."""
    folder.mkdir(mode=_ROOM, parents=True, exist_ok=True)
    folder.chmod(_ROOM)
    files = secret_files(Secrets(folder / "secrets.json"))
    for name, content in files.items():
        filed.write_text(folder / name, content, mode=_READABLE)
        (folder / name).chmod(_READABLE)
    return tuple(files)


def secret_files(secrets: Secrets) -> dict[str, str]:
    """Return every file's content by its name."""
    superuser = secrets.password(SUPERUSER)
    databases = [_database(house, superuser, secrets) for house in HOUSES]
    users = secrets.passwords((*HOUSES, "gateway"))
    private, public = secrets.passport_keys()
    return {
        "postgres_password": superuser,
        "postgres_service": f"[qingfu]\nhost=postgres\nuser={SUPERUSER}\npassword={superuser}\ndbname=postgres\n",
        "databases.sql": "\n".join(database.script() for database in databases),
        "definitions.json": json.dumps(definitions({**users, OPERATOR: secrets.password(OPERATOR)}), indent=1),
        "passport_private_key": private,
        "passport_public_key": public,
        "session_key": secrets.session_key,
        "directory_keys": secrets.directory_keys,
        **{f"{user}_amqp_url": _amqp_url(user, password) for user, password in users.items()},
        **_database_urls(databases),
    }


def _database(house: str, superuser: str, secrets: Secrets) -> HouseDatabase:
    admin_url = f"postgresql://{SUPERUSER}:{superuser}@postgres:5432/postgres"
    return HouseDatabase(house=house, admin_url=admin_url, passwords=secrets.passwords(roles(house)))


def _database_urls(databases: Iterable[HouseDatabase]) -> dict[str, str]:
    return {
        f"{role}_database_url": database.url(role) for database in databases for role in roles(database.house)
    }


def _amqp_url(user: str, password: str) -> str:
    return f"amqp://{user}:{quote(password, safe='')}@rabbitmq:5672/%2F"
