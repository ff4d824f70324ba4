"""Stage: a district of its own for each test, with schools, whose layers are published and read."""

from datetime import date
from typing import Any, Protocol

from contracts.actor import Actor
from contracts.rulebook.norms import Excused, NormsPublished, ReadRules, Rule
from engines.policy import Layer, Norm
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.rulebook.application.publication import publish
from services.rulebook.application.reading import read_rules
from services.rulebook.domain.draft import Draft
from services.rulebook.domain.edition import Edition

MONDAY = date(2026, 11, 23)


class Store(Protocol):
    """Where use cases run: each call is one transaction in one scope, undone if it raises."""

    def run(self, use_case: Any, ask: Any, scope: Scope, actor: Actor | None = None) -> Any:
        """Run a use case within a scope, as somebody."""

    def news(self, district_id: str) -> list[tuple[str | None, NormsPublished]]:
        """Return every event promised in a district so far, with the school of its envelope."""


class Stage:
    """A district and its schools."""

    def __init__(self, store: Store):
        self.store, self.district_id = store, new_id()

    def publish(self, layer: Layer, *norms: Norm, school_id: str | None = None) -> Edition:
        """Let a layer say these norms from now on."""
        scope = Scope(district_id=self.district_id, school_id=school_id)
        return self.store.run(publish, Draft(layer=layer, norms=norms), scope)

    def rules(self, school_id: str | None = None, on: date = MONDAY) -> list[Rule]:
        """Return what binds a school, or the district as a whole."""
        scope = Scope(district_id=self.district_id, school_id=school_id)
        return list(self.store.run(read_rules, ReadRules(on=on), scope).rules)

    def excused(self, school_id: str | None, on: date = MONDAY) -> list[Excused]:
        """Return what a school is excused from."""
        scope = Scope(district_id=self.district_id, school_id=school_id)
        return list(self.store.run(read_rules, ReadRules(on=on), scope).excused)

    def news(self) -> list[tuple[str | None, NormsPublished]]:
        """Return what the other houses have been told."""
        return self.store.news(self.district_id)
