"""Ports on 127.0.0.1, chosen where the system never takes one by itself."""

import hashlib
import socket
from collections.abc import Iterator

FIRST, COUNT = 15_000, 15_000
"""Below the ephemeral range: a port from that range can be taken by anybody's outgoing connection, even by a client
that connects to itself, while the server it belongs to restarts."""


def is_free(port: int) -> bool:
    """Say whether a server could listen there now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def is_open(port: int, host: str = "127.0.0.1") -> bool:
    """Say whether somebody accepts connections there."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def free_ports(owner: str, *, but: int | None = None) -> Iterator[int]:
    """Give free ports, each once, never `but`; the same `owner` gets the same ones while they are free."""
    start = int.from_bytes(hashlib.sha256(owner.encode()).digest()[:4], "big")
    for step in range(COUNT):
        port = FIRST + (start + step) % COUNT
        if port != but and is_free(port):
            yield port


def first_free_from(port: int) -> int:
    """Return `port`, or the next free one above it."""
    while not is_free(port):
        port += 1
    return port
