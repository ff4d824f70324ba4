"""Tables of rulebook, read by nobody else."""

from services.rulebook.store.unit import RulebookUnit

__all__ = ["RulebookUnit"]
