"""Wiring: the only file that knows which real parts rulebook runs on."""

from pathlib import Path
from typing import Any

from contracts.rulebook.nation import AdoptNation, NationAdopted
from plumbing.house import House
from plumbing.operate import Operated
from plumbing.scope import Scope
from services.rulebook import store
from services.rulebook.application.publication import publish
from services.rulebook.domain.draft import Draft
from services.rulebook.domain.edition import Edition
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml

NATIONAL = Path(__file__).parent / "texts" / "national.yaml"


def build() -> House:
    """Return rulebook on its own database."""
    return House(service="rulebook", unit=store.RulebookUnit)


def seed(house: House, plain: dict[str, Any]) -> None:
    """Publish the layers of a file, and the nation's in every district it names; what stands already stays unsaid.

    `plain` is {"layers": [{"layer": "district" | "school", "district_id", "school_id" (null for a district's),
    "norms": [documents as `engines.policy.document` reads them; `layer` may be left out]}]}.
    Raises LayerUnreadable, NormUnreadable before anything is published; ChangesNothing for the layer that it concerns.
    """
    layers = [(_scope(item), layer_from_plain(item["layer"], item["norms"])) for item in plain["layers"]]
    for district_id in dict.fromkeys(item["district_id"] for item in plain["layers"]):
        adopt_nation(house, AdoptNation(district_id=district_id))
    for scope, draft in layers:
        _publish(house, scope, draft)


def adopt_nation(house: House, ask: AdoptNation) -> NationAdopted:
    """Let the nation's norms be in force in a district; where they are, nothing changes."""
    nation = layer_from_yaml(NATIONAL.read_text(encoding="utf-8"))
    return NationAdopted(version=_publish(house, Scope(district_id=ask.district_id), nation).version)


OPERATED = {"adopt_nation": Operated(ask=AdoptNation, act=adopt_nation)}


def _scope(item: dict[str, Any]) -> Scope:
    return Scope(district_id=item["district_id"], school_id=item.get("school_id"))


def _publish(house: House, scope: Scope, draft: Draft) -> Edition:
    with house.database.begin(scope) as connection:
        return publish(store.RulebookUnit(connection, scope=scope, request_id="seed"), draft)
