"""Settings: what a process is told by its environment, and a clear sentence when it is not.

A secret may be told by a file instead: NAME_FILE says where, as containers hand them out.
"""

import os
from pathlib import Path

_CA_FILE, _PLAIN_HOSTS = TRUST = ("QINGFU_CA_FILE", "QINGFU_PLAIN_HOSTS")
"""By which settings servers elsewhere are trusted; the same for every process of a house."""


class SettingMissing(SystemExit):
    """A process cannot start without this setting."""


def required(name: str) -> str:
    """Return a setting that must be there: the environment's own word, or else what its file holds."""
    value = optional(name)
    if not value:
        raise SettingMissing(f"{name} is not set; `make run` sets it, the operator's guide says what it holds")
    return value


def optional(name: str) -> str:
    """Return a setting by the same two ways, an empty text where there is none."""
    return os.environ.get(name) or _in_file(f"{name}_FILE")


def database_url() -> str:
    """Return the address of this process's database, with the role it may use."""
    return required("QINGFU_DATABASE_URL")


def sweep_database_url() -> str:
    """Return the address of this process's database, with the role that finds jobs and sweeps."""
    return required("QINGFU_DATABASE_URL_SWEEP")


def amqp_url() -> str:
    """Return the address of the broker, with this house's user."""
    return required("QINGFU_AMQP_URL")


def ca_file() -> str:
    """Return the file of the authorities whose certificates servers elsewhere must show; empty: the system's."""
    return os.environ.get(_CA_FILE, "")


def plain_hosts() -> tuple[str, ...]:
    """Return the hosts that may be spoken to without TLS: nobody else can enter the network they are on."""
    return tuple(os.environ.get(_PLAIN_HOSTS, "").lower().split())


def health_port() -> int:
    """Return the port for /healthz, /readyz and /metrics; 0 lets the system choose."""
    return int(os.environ.get("QINGFU_HEALTH_PORT", "0"))


def passport_public_key() -> str:
    """Return the key (PEM) by which a house knows the gateway's passports."""
    return required("QINGFU_PASSPORT_PUBLIC_KEY")


def directory_keys() -> str:
    """Return the keys by which directory seals numbers, as `plumbing.sealing.make_keys` makes them."""
    return required("QINGFU_DIRECTORY_KEYS")


def passport_private_key() -> str:
    """Return the key (PEM) by which the gateway signs passports; no house has it."""
    return required("QINGFU_PASSPORT_PRIVATE_KEY")


def _in_file(name: str) -> str:
    path = os.environ.get(name)
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as problem:
        raise SettingMissing(f"{name} names a file that cannot be read: {path} ({type(problem).__name__})") from problem
