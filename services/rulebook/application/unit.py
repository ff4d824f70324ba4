"""Unit: what the use cases of rulebook need of one transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from contracts.actor import Actor
from contracts.event import Event
from engines.policy import Layer, Norm
from services.rulebook.domain.chain import Chain
from services.rulebook.domain.edition import Edition
from services.rulebook.domain.made import Made, Recorded
from services.rulebook.domain.request import Request
from services.rulebook.domain.working_draft import WorkingDraft


class Unit(Protocol):
    """One transaction within a district, and within a school where the scope names one."""

    actor: Actor | None
    now: datetime
    today: date

    @property
    def school_id(self) -> str | None:
        """Return the school of the scope, if it names one."""

    def new_id(self) -> str:
        """Return an identifier nobody has used before."""

    def take_layer(self, layer: Layer) -> Edition:
        """Hold the scope's layer of this height until the transaction ends; return what stands, version 0 if new."""

    def keep(self, edition: Edition, made: Made) -> None:
        """Add the edition to the record; it is what stands now."""

    def standing(self) -> tuple[Norm, ...]:
        """Return the norms of every layer over the scope's school (the district's and nation's where it names none)."""

    def edition(self, layer: Layer, version: int | None = None) -> Edition | None:
        """Return an edition of a layer over the scope's school, the one that stands if none is named."""

    def editions(self, most: int) -> Sequence[Recorded]:
        """Return the latest editions of the layers over the scope's school, newest first."""

    def draft(self, layer: Layer) -> WorkingDraft | None:
        """Return the draft of the scope's layer of this height, if there is one."""

    def keep_draft(self, draft: WorkingDraft) -> None:
        """Let this be the layer's draft from now on."""

    def drop_draft(self, draft_id: str) -> None:
        """Forget the draft."""

    def keep_request(self, request: Request) -> None:
        """Let this be asked for, or be what has become of it."""

    def take_request(self, request_id: str) -> Request | None:
        """Hold a request of the scope's school, or of any of the district's where it names none, until the end."""

    def requests(self, most: int) -> Sequence[Request]:
        """Return the requests that may be seen here: those that wait first, then the latest."""

    def take_chain(self, affair: str) -> Chain:
        """Hold the school's chain for the affair until the transaction ends; return what stands, version 0 if new."""

    def look_at_chain(self, affair: str) -> Chain:
        """Return what stands of the school's chain for the affair, and what it is to be; it is not held."""

    def keep_chain(self, chain: Chain) -> None:
        """Add the version to the record; it is what stands now."""

    def keep_chain_draft(self, chain: Chain) -> None:
        """Let this be what the chain is to be."""

    def drop_chain_draft(self, chain_id: str) -> None:
        """Forget what the chain was to be."""

    def emit(self, event: Event) -> None:
        """Promise an event."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing."""
