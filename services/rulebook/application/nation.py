"""Nation: a text of the nation's norms comes into force in a district, with what is granted from them there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engines.policy import Layer
from services.rulebook.application.publication import publish
from services.rulebook.application.unit import Unit
from services.rulebook.domain.carrying import carried_over
from services.rulebook.domain.draft import Draft
from services.rulebook.domain.edition import Edition


@dataclass(frozen=True, kw_only=True)
class NationText:
    """`granted` are documents of derogations, by the key of the norm that they loosen, besides those that stand."""

    text: Draft
    today: date
    granted: Mapping[str, Sequence[dict[str, Any]]] = field(default_factory=dict)


def adopt(unit: Unit, nation: NationText) -> Edition:
    """Let the text stand in the district, and what is granted there with it.

    Raises GrantLost where the text has no place for a derogation that stands; LayerUnreadable, NormUnreadable where it
    has none for a new one.
    """
    text = carried_over(nation.text, unit.take_layer(nation.text.layer).norms, nation.today)
    return publish(unit, text.granting(nation.granted, Layer.DISTRICT))
