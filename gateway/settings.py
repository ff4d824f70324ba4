"""Settings of the gateway, read once from the environment."""

import os
from dataclasses import dataclass

from gateway.outside.registered import NONE, SETTING, Registered, read
from plumbing.settings import optional, required

LARGEST_BODY = 64 * 1024
LARGEST_BODY_WITH_FILE = 9 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Settings:
    """`trusted_proxies` counts our own proxies in front; `metrics_port` is on loopback, and no proxy leads there."""

    secret_key: str
    host: str = "127.0.0.1"
    port: int = 8000
    threads: int = 32
    trusted_proxies: int = 0
    outside: Registered = NONE
    metrics_port: int = 0


def from_environment() -> Settings:
    """Return the settings this process was started with."""
    asked = os.environ.get
    return Settings(
        secret_key=required("QINGFU_SECRET_KEY"),
        host=asked("QINGFU_GATEWAY_HOST", "127.0.0.1"),
        port=int(asked("QINGFU_GATEWAY_PORT", "8000")),
        threads=int(asked("QINGFU_GATEWAY_THREADS", "32")),
        trusted_proxies=int(asked("QINGFU_TRUSTED_PROXIES", "0")),
        outside=read(optional(SETTING)),
        metrics_port=int(asked("QINGFU_METRICS_PORT", "0")),
    )
