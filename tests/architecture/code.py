"""Code: every module of the product as its syntax, read once however many guards look at it."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("contracts", "engines", "plumbing", "services", "gateway", "ops", "demo")


def modules_in(*folders):
    """Return the paths of all modules under these folders of the checkout."""
    return [path for folder in folders for path in (ROOT / folder).rglob("*.py")]


@cache
def nodes_of(path):
    """Return every node of a module's syntax."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
