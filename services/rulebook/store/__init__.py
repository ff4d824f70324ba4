"""Tables of rulebook, read by nobody else."""

from services.rulebook.store.layers import RulebookUnit

__all__ = ["RulebookUnit"]
