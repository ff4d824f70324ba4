"""Unit: what the use cases of rulebook need of one transaction."""

from typing import Protocol

from contracts.event import Event
from engines.policy import Layer, Norm
from services.rulebook.domain.edition import Edition


class Unit(Protocol):
    """One transaction within a district, and within a school where the scope names one."""

    @property
    def school_id(self) -> str | None:
        """Return the school of the scope, if it names one."""

    def take_layer(self, layer: Layer) -> Edition:
        """Hold the scope's layer of this height until the transaction ends; return what stands, version 0 if new."""

    def keep(self, edition: Edition) -> None:
        """Add the edition to the record; it is what stands now."""

    def standing(self) -> tuple[Norm, ...]:
        """Return the norms of every layer over the scope's school (the district's and nation's where it names none)."""

    def emit(self, event: Event) -> None:
        """Promise an event."""
