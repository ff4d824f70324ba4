"""Unit: one transaction of rulebook."""

from services.rulebook.store.requests import Requests


class RulebookUnit(Requests):
    """All that rulebook keeps."""
