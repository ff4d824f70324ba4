"""Directory's tables, read and written by nobody else."""

from services.directory.store.unit import DirectoryUnit

__all__ = ["DirectoryUnit"]
