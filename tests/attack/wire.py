"""The wire: bytes sent to the gateway exactly as they are, and whatever comes back until it falls silent."""

import socket
from contextlib import closing, suppress

SILENCE_SECONDS = 1


def connected(visitor):
    """Return an open connection."""
    host, _, port = visitor.host.partition(":")
    return socket.create_connection((host, int(port)), timeout=SILENCE_SECONDS)


def said_to(visitor, request):
    """Return all that comes back."""
    with closing(connected(visitor)) as line:
        with suppress(ConnectionError):
            line.sendall(request)
        return heard(line)


def heard(line):
    """Return what comes back until the end, or until nothing comes for a while."""
    told = b""
    with suppress(TimeoutError, ConnectionError):
        while piece := line.recv(65536):
            told += piece
    return told


def statuses(told):
    """Return the status of each answer in what came back."""
    return [int(line.split()[1]) for line in told.split(b"\r\n") if line.startswith(b"HTTP/1.")]
