"""rulebook in memory: the little school's norms as sentences; drafts and derogations by its own use cases."""

from collections.abc import Callable
from typing import Any

from contracts.actor import Actor
from contracts.rulebook.norm_checkup import NormCheckup, NormGap, ReadNormCheckup
from contracts.rulebook.norms import ReadRules, Rules
from plumbing.scope import Scope
from services.rulebook import wiring
from services.rulebook.application import derogations, drafting
from services.rulebook.application.adoption import adopt_draft
from services.rulebook.application.reading_derogations import read_derogations
from services.rulebook.application.record import read_editions
from services.rulebook.application.trying import try_case
from services.rulebook.application.vocabulary import read_vocabulary
from tests.store.rulebook.fake import FakeStore
from tests.unit.gateway.houses.rules import RULES

USE_CASES: dict[str, Callable[[Any, Any], Any]] = {
    "editions": read_editions, "document": wiring.read_document, "vocabulary": read_vocabulary, "try_case": try_case,
    "draft": wiring.read_draft, "write_row": drafting.write_row, "end_row": drafting.end_row,
    "write_draft": wiring.write_draft, "drop_draft": drafting.drop_draft, "adopt_draft": adopt_draft,
    "derogations": read_derogations, "ask_derogation": derogations.ask_derogation,
    "withdraw_derogation": derogations.withdraw_derogation, "decide_derogation": derogations.decide_derogation,
}


class Rulebook:
    """`gaps` are norms that do not hold, or not for long; `store` is where drafts and editions are kept."""

    def __init__(self) -> None:
        self.in_force = len(RULES)
        self.gaps: tuple[NormGap, ...] = ()
        self.store = FakeStore()

    def rules(self, _: ReadRules, __: Actor) -> Rules:
        return Rules(rules=RULES)

    def norm_checkup(self, _: ReadNormCheckup, __: Actor) -> NormCheckup:
        return NormCheckup(in_force=self.in_force, gaps=self.gaps)

    def __getattr__(self, method: str) -> Callable[[Any, Actor], Any]:
        if method not in USE_CASES:
            raise AttributeError(method)

        def run(ask: Any, actor: Actor) -> Any:
            scope = Scope(district_id=actor.district_id, school_id=actor.school_id)
            return self.store.run(USE_CASES[method], ask, scope, actor)

        return run
