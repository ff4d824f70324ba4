"""Wiring: the only file that knows which real parts rulebook runs on."""

from pathlib import Path
from typing import Any

from plumbing.house import House
from plumbing.scope import Scope
from services.rulebook import store
from services.rulebook.application.publication import publish
from services.rulebook.domain.draft import Draft
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml

NATIONAL = Path(__file__).parent / "texts" / "national.yaml"


def build() -> House:
    """Return rulebook on its own database."""
    return House(service="rulebook", unit=store.RulebookUnit)


def seed(house: House, plain: dict[str, Any]) -> None:
    """Publish the layers of a file, and the nation's in every district it names; what stands already stays unsaid.

    `plain` is {"layers": [{"layer": "district" | "school", "district_id", "school_id" (null for a district's),
    "norms": [documents as `engines.policy.document` reads them; `layer` may be left out]}]}.
    Raises LayerUnreadable, NormUnreadable before anything is published.
    """
    layers = [(_scope(item), layer_from_plain(item["layer"], item["norms"])) for item in plain["layers"]]
    nation = layer_from_yaml(NATIONAL.read_text(encoding="utf-8"))
    for district_id in dict.fromkeys(scope.district_id for scope, _ in layers):
        _publish(house, Scope(district_id=district_id), nation)
    for scope, draft in layers:
        _publish(house, scope, draft)


def _scope(item: dict[str, Any]) -> Scope:
    return Scope(district_id=item["district_id"], school_id=item.get("school_id"))


def _publish(house: House, scope: Scope, draft: Draft) -> None:
    with house.database.begin(scope) as connection:
        publish(store.RulebookUnit(connection, scope=scope, request_id="seed"), draft)
