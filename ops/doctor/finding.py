"""Finding: one thing looked at: how it is, and, where it is not well, what repairs it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Finding:
    """`repair` is empty exactly when all is well."""

    about: str
    words: str
    repair: str = ""

    @property
    def well(self) -> bool:
        """Say whether nothing needs to be done."""
        return not self.repair
