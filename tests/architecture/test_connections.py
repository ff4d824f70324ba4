"""Whatever leaves for a database or the broker leaves by one of a few doors, and each knows whom to trust."""

import ast

from tests.architecture.code import ROOMS, ROOT, modules_in, nodes_of

OPENERS = {
    "psycopg2.connect",
    "sqlalchemy.create_engine", "kombu.Connection", "pika.URLParameters", "pika.ConnectionParameters",
}
"""By which our libraries open a connection, or are told where to."""
CHECKED = {
    ("plumbing/database.py", "sqlalchemy.create_engine"), ("plumbing/line.py", "psycopg2.connect"),
    ("ops/databases.py", "psycopg2.connect"), ("plumbing/amqp.py", "pika.URLParameters"),
    ("plumbing/broker_line.py", "kombu.Connection"),
}
"""Each is tried against servers that are not to be trusted, in `tests/plumbing/test_trust.py`."""
OWN = {("ops/servers/postgres.py", "psycopg2.connect"), ("ops/servers/rabbitmq.py", "pika.URLParameters")}
"""Is the server up that we have just started ourselves, on 127.0.0.1?"""


def test_no_connection_is_opened_but_where_the_server_is_checked():
    found = {(str(path.relative_to(ROOT)), name) for path in modules_in(*ROOMS) for name in named_in(path) & OPENERS}
    assert sorted(found ^ (CHECKED | OWN)) == []


def named_in(path):
    """Return what a file names of other modules, in full."""
    every = nodes_of(path)
    told = {f"{node.value.id}.{node.attr}" for node in every if attribute_of_module(node)}
    return told | {
        f"{node.module}.{alias.name}" for node in every if isinstance(node, ast.ImportFrom) for alias in node.names
    }


def attribute_of_module(node):
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
