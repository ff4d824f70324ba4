"""Secret files: what containers are told, one file a secret, drawn from the catalogue like everything else."""

import json
from pathlib import Path

from contracts.catalogue import HOUSES
from ops import filed
from ops.databases import HouseDatabase
from ops.house_sql import roles
from ops.secrets import Secrets
from ops.servers.postgres import SUPERUSER
from ops.servers.rabbitmq import OPERATOR
from plumbing.topology import definitions

_USERS = (*HOUSES, "gateway")
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
    databases = [database(house, secrets) for house in HOUSES]
    private, public = secrets.passport_keys()
    return {
        "postgres_password": superuser,
        "postgres_service": f"[qingfu]\nhost=postgres\nuser={SUPERUSER}\npassword={superuser}\ndbname=postgres\n",
        "databases.sql": "\n".join(each.script() for each in databases),
        "definitions.json": json.dumps(definitions(secrets.passwords((*_USERS, OPERATOR))), indent=1),
        "passport_private_key": private,
        "passport_public_key": public,
        "session_key": secrets.session_key,
        "outside": secrets.outside,
        "directory_keys": secrets.directory_keys,
        **{f"{user}_amqp_url": amqp_url(user, secrets) for user in _USERS},
        **{f"{role}_database_url": each.url(role) for each in databases for role in roles(each.house)},
    }


def database(house: str, secrets: Secrets) -> HouseDatabase:
    """Return the database of a house, as its containers find it."""
    admin_url = f"postgresql://{SUPERUSER}:{secrets.password(SUPERUSER)}@postgres:5432/postgres"
    return HouseDatabase(house=house, admin_url=admin_url, passwords=secrets.passwords(roles(house)))


def amqp_url(user: str, secrets: Secrets) -> str:
    """Return the broker's address, as this user's containers find it."""
    return f"amqp://{user}:{secrets.password(user)}@rabbitmq:5672/%2F"
