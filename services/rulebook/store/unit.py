"""Unit: one transaction of rulebook."""

from services.rulebook.store.chains import Chains
from services.rulebook.store.requests import Requests


class RulebookUnit(Requests, Chains):
    """All that rulebook keeps."""
