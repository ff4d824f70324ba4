"""Use cases of rulebook: one transaction each."""
