"""Approvals: what a use case asks of chains, and of the cases on their way."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from contracts.enrolment.application import Application
from contracts.enrolment.offering import OfferingKind
from engines.approval import Changed, Definition, Happening, Held
from services.enrolment.application.unit.child import Child


class Approvals(Protocol):
    """The school's chains, and the cases that are on their way."""

    def hold_chains(self) -> None:
        """Let nobody else bring a first chain, or what waits for one, until this transaction ends."""

    def keep_chain(self, affair: str, version: int, definition: Mapping[str, Any]) -> None:
        """Keep a version of a chain, once."""

    def chain(self, affair: str) -> Definition | None:
        """Return the newest version of the chain for the affair."""

    def definitions(self, versions: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Definition]:
        """Return these versions of chains, by affair and number."""

    def give_cases(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Let each application's part (application, kind) have this case."""

    def keep_parts(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Let each application's part (application, kind) stand so."""

    def cases_of(self, application_ids: Sequence[str]) -> Mapping[str, Mapping[OfferingKind, str]]:
        """Return for each application the cases of its parts that have one, by kind."""

    def applications_of(self, case_ids: Sequence[str]) -> Mapping[str, tuple[Application, OfferingKind]]:
        """Return whose case each of these is, and what it decides."""

    def without_case(self, kind: str) -> Sequence[tuple[Application, Child]]:
        """Return what is undecided and has no case of this kind yet, each with its child, and hold it."""

    def waiting_for(self, names: Sequence[str], before: str | None) -> Sequence[Application]:
        """Return up to 50 applications that wait for any of these names, the one that has waited longest first."""

    def begin(self, cases: Sequence[Held]) -> None:
        """Keep cases to which nothing has happened yet; until this transaction ends they are held."""

    def in_hand(self, case_ids: Sequence[str]) -> Sequence[Held]:
        """Return these cases; nobody else changes them until this transaction ends."""

    def look_at(self, case_ids: Sequence[str]) -> Sequence[Held]:
        """Return these cases as they stand; they are not held."""

    def keep(self, changed: Sequence[Changed]) -> None:
        """Let the cases that were held be as they are now, with the lines that this adds to their history."""

    def histories(self, case_ids: Sequence[str]) -> Mapping[str, Sequence[Happening]]:
        """Return what has happened to each of these cases, in order."""

    def go_elsewhere(self, held: Sequence[Held]) -> None:
        """Let the groups of cases that are held be those of the places said here, who find their tasks from now on."""

    def ringing(self, today: date) -> Sequence[tuple[str, int]]:
        """Return up to 500 tasks, by case and number, of which the calendar has something to say today."""
