"""Broker line: how a house opens its connections to the broker: within a limit, over TLS where its address says so."""

import ssl
from typing import Any

from kombu import Connection

from plumbing import address, trust

LIMIT_SECONDS = 3


def open_line(amqp_url: str, **transport_options: Any) -> Connection:
    """Return a connection that opens when it is first used, within three seconds."""
    return Connection(
        amqp_url, ssl=secured(amqp_url), connect_timeout=LIMIT_SECONDS, transport_options=transport_options
    )


def secured(amqp_url: str) -> dict[str, Any] | bool:
    """Return how py-amqp checks the broker, which it does not do by itself; False for one spoken to in plain."""
    server = address.broker(amqp_url)
    if not server.tls:
        return False
    return {
        "cert_reqs": ssl.CERT_REQUIRED, "ca_certs": trust.file(), "server_hostname": server.host,
        "tls_minimum_version": ssl.TLSVersion.TLSv1_2,
    }
