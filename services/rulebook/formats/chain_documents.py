"""Chains as a file of ours: documents of definitions that a school may take over."""

from typing import Any

import yaml


def shipped_chains(text: str) -> dict[str, Any]:
    """Return each document by its key."""
    return {document["key"]: document for document in yaml.safe_load(text)}
