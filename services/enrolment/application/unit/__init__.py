"""Unit: what enrolment's use cases ask of their store, in the house's own words, a file a noun."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from contracts.actor import Actor
from contracts.event import Event
from services.enrolment.application.unit.applications import Applications
from services.enrolment.application.unit.approvals import Approvals
from services.enrolment.application.unit.child import Child, Standing, TermOnOffer
from services.enrolment.application.unit.draws import Draws
from services.enrolment.application.unit.facts import Facts
from services.enrolment.application.unit.fees import Fees
from services.enrolment.application.unit.offerings import Offerings
from services.enrolment.application.unit.places import Places
from services.enrolment.application.unit.programmes import Programmes
from services.enrolment.application.unit.refusals import Refusals
from services.enrolment.application.unit.rosters import Rosters

__all__ = ["Child", "Standing", "TermOnOffer", "Unit"]


class Unit(Facts, Programmes, Draws, Offerings, Applications, Approvals, Places, Refusals, Fees, Rosters, Protocol):
    """One transaction of enrolment."""

    actor: Actor
    now: datetime
    today: date

    @property
    def local_now(self) -> datetime:
        """Return the moment by the clock of the schools."""

    def new_id(self) -> str:
        """Return an identifier nobody has used before."""

    def secret(self) -> str:
        """Return a word that nobody has had before, and nobody could guess."""

    def emit_all(self, events: Iterable[Event]) -> None:
        """Promise events: they go out if, and only if, this transaction commits."""

    def audit(self, action: str, object_kind: str, object_id: str, pupil_id: str | None = None) -> None:
        """Record who did what to which thing, and to which child's."""
