"""Settings of the gateway, read once from the environment."""

import os
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network

from gateway.outside.registered import NONE, SETTING, Registered, read
from plumbing.settings import optional, required

Network = IPv4Network | IPv6Network
LARGEST_BODY = 64 * 1024
LARGEST_BODY_WITH_FILE = 9 * 1024 * 1024
_LOOPBACK = "127.0.0.0/8,::1/128"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """`trusted_proxies` counts our own proxies in front; `metrics_for` are the networks that may read /metrics."""

    secret_key: str
    host: str = "127.0.0.1"
    port: int = 8000
    threads: int = 32
    trusted_proxies: int = 0
    outside: Registered = NONE
    metrics_for: tuple[Network, ...] = tuple(ip_network(n) for n in _LOOPBACK.split(","))


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
        metrics_for=tuple(ip_network(n.strip()) for n in asked("QINGFU_METRICS_FOR", _LOOPBACK).split(",")),
    )
