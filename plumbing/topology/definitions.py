"""Definitions: the broker's own file of users, permissions and topology, loaded before it listens."""

import base64
import hashlib
import os
from collections.abc import Mapping
from typing import Any

from contracts import catalogue
from plumbing.topology.part import Binding, Exchange, Queue
from plumbing.topology.permissions import permissions, topic_permissions
from plumbing.topology.whole import parts


def definitions(passwords: Mapping[str, str], vhost: str = "/") -> dict[str, Any]:
    """Return the broker's definitions file: users (by name → password), what each may do, and the topology.

    A name that is a house or `gateway` gets exactly what it needs; any other is the operator's and may do all.
    """
    whole = parts()
    return {
        "users": [_user(name, password) for name, password in passwords.items()],
        "vhosts": [{"name": vhost}],
        "permissions": [{"user": name, "vhost": vhost, **permissions(name)} for name in passwords],
        "topic_permissions": [
            {"user": name, "vhost": vhost, **topic} for name in passwords for topic in topic_permissions(name)
        ],
        "exchanges": [
            {"name": e.name, "vhost": vhost, "type": e.type, "durable": True, "auto_delete": False, "internal": False,
             "arguments": {}} for e in whole if isinstance(e, Exchange)
        ],
        "queues": [
            {"name": q.name, "vhost": vhost, "durable": True, "auto_delete": False, "arguments": dict(q.arguments)}
            for q in whole if isinstance(q, Queue)
        ],
        "bindings": [
            {"source": b.exchange, "vhost": vhost, "destination": b.queue, "destination_type": "queue",
             "routing_key": b.key, "arguments": {}} for b in whole if isinstance(b, Binding)
        ],
    }


def _user(name: str, password: str) -> dict[str, Any]:
    salt = os.urandom(4)
    digest = hashlib.sha256(salt + password.encode()).digest()
    tags = "" if name in (*catalogue.HOUSES, "gateway") else "administrator"
    return {
        "name": name, "password_hash": base64.b64encode(salt + digest).decode(),
        "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": tags,
    }
