"""rulebook in memory: its own use cases over the norms of a little school, and what a test says of their dates."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from contracts.actor import Actor
from contracts.rulebook.norm_checkup import NormCheckup, NormGap, ReadNormCheckup
from plumbing.scope import Scope
from services.rulebook import wiring
from services.rulebook.application import derogations, drafting
from services.rulebook.application.adoption import adopt_draft
from services.rulebook.application.publication import publish
from services.rulebook.application.reading import read_rules
from services.rulebook.application.reading_derogations import read_derogations
from services.rulebook.application.record import read_editions
from services.rulebook.application.trying import try_case
from services.rulebook.application.vocabulary import read_vocabulary
from services.rulebook.domain.draft import Draft
from services.rulebook.formats.layer_document import layer_from_plain
from tests.store.rulebook.fake import FakeStore
from tests.unit.gateway.houses.people import DISTRICT, SCHOOL_ID

_LAYERS = Path(__file__).with_name("layers.yaml")
USE_CASES: dict[str, Callable[[Any, Any], Any]] = {
    "rules": read_rules, "editions": read_editions, "document": wiring.read_document, "vocabulary": read_vocabulary,
    "try_case": try_case,
    "chain": wiring.read_chain, "write_step": wiring.write_step, "move_step": wiring.move_step,
    "drop_step": wiring.drop_step, "take_over_chain": wiring.take_over_chain,
    "drop_chain_draft": wiring.drop_chain_draft, "publish_chain": wiring.publish_chain_draft,
    "draft": wiring.read_draft, "write_row": drafting.write_row, "end_row": drafting.end_row,
    "write_draft": wiring.write_draft, "drop_draft": drafting.drop_draft, "adopt_draft": adopt_draft,
    "derogations": read_derogations, "ask_derogation": derogations.ask_derogation,
    "withdraw_derogation": derogations.withdraw_derogation, "decide_derogation": derogations.decide_derogation,
}


class Rulebook:
    """`gaps` are norms that do not hold, or not for long; `store` is where drafts and editions are kept."""

    def __init__(self) -> None:
        self.in_force = sum(len(layer.norms) for layer in _layers())
        self.gaps: tuple[NormGap, ...] = ()
        self.store = FakeStore()
        for layer in _layers():
            school_id = SCHOOL_ID if layer.layer == "school" else None
            self.store.run(publish, layer, Scope(district_id=DISTRICT, school_id=school_id))

    def norm_checkup(self, _: ReadNormCheckup, __: Actor) -> NormCheckup:
        return NormCheckup(in_force=self.in_force, gaps=self.gaps)

    def __getattr__(self, method: str) -> Callable[[Any, Actor], Any]:
        if method not in USE_CASES:
            raise AttributeError(method)

        def run(ask: Any, actor: Actor) -> Any:
            scope = Scope(district_id=actor.district_id, school_id=actor.school_id)
            return self.store.run(USE_CASES[method], ask, scope, actor)

        return run


@cache
def _layers() -> tuple[Draft, ...]:
    read = yaml.safe_load(_LAYERS.read_text(encoding="utf-8"))
    return tuple(layer_from_plain(layer["layer"], layer["norms"]) for layer in read)
