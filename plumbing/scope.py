"""Scope: the district and school that one transaction may see."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Both absent: a transaction of the platform, which sees platform tables only."""

    district_id: str | None = None
    school_id: str | None = None


PLATFORM = Scope()
