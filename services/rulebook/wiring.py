"""Wiring: the only file that knows which real parts rulebook runs on."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from contracts.errors import InvalidRequest
from contracts.rulebook.nation import AdoptNation, NationAdopted
from plumbing import clock
from plumbing.house import House
from plumbing.operate import Operated
from plumbing.scope import Scope
from services.rulebook import store
from services.rulebook.application import chain_drafting
from services.rulebook.application.chains import ChainText, publish_chain
from services.rulebook.application.drafting import write_draft as write_document
from services.rulebook.application.nation import NationText, adopt
from services.rulebook.application.publication import publish
from services.rulebook.application.reading_draft import read_draft as read_whole_draft
from services.rulebook.application.record import read_document as read_edition
from services.rulebook.domain.carrying import GrantLost
from services.rulebook.domain.edition import Edition
from services.rulebook.formats.chain_documents import shipped_chains
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml, layer_to_yaml

_TEXTS = Path(__file__).parent / "texts"
NATIONAL, CHAINS = _TEXTS / "national.yaml", _TEXTS / "chains.yaml"

Made = TypeVar("Made")


def build() -> House:
    """Return rulebook on its own database."""
    return House(service="rulebook", unit=store.RulebookUnit)


def seed(house: House, plain: dict[str, Any]) -> None:
    """Publish the layers of a file, and the nation's in every district it names; what stands already stays unsaid.

    `plain` is {"layers": [{"layer": "district" | "school", "district_id", "school_id" (null for a district's),
    "norms": [documents as `engines.policy.document` reads them; `layer` may be left out]}], "granted": [{"district_id",
    "norm": key of one of the nation's, "derogation": a document}], "chains": [{"district_id", "school_id", "affair",
    "chain": key of a shipped one}]}; the last two may be left out.
    Raises LayerUnreadable, NormUnreadable before the layer that it concerns is published; ChangesNothing for that one.
    """
    layers = [(_scope(item), layer_from_plain(item["layer"], item["norms"])) for item in plain["layers"]]
    for district_id in dict.fromkeys(item["district_id"] for item in plain["layers"]):
        _adopt(house, district_id, [one for one in plain.get("granted", ()) if one["district_id"] == district_id])
    for scope, draft in layers:
        _run(house, publish, draft, scope)
    for item in plain.get("chains", ()):
        _run(house, publish_chain, ChainText(affair=item["affair"], plain=SHIPPED[item["chain"]]), _scope(item))


def adopt_nation(house: House, ask: AdoptNation) -> NationAdopted:
    """Let the nation's norms be in force in a district, with what it has granted; where they are, nothing changes.

    Raises InvalidRequest where a derogation that still holds has no place in them.
    """
    try:
        return NationAdopted(version=_adopt(house, ask.district_id).version)
    except GrantLost as lost:
        raise InvalidRequest(str(lost)) from lost


write_draft = partial(write_document, read=layer_from_yaml)
read_draft = partial(read_whole_draft, write=layer_to_yaml)
read_document = partial(read_edition, write=layer_to_yaml)
_OF_APPLICATIONS = ("care_class", "care_class_principal", "clubs_class_school")
_CHAINS = shipped_chains(CHAINS.read_text(encoding="utf-8"))
SHIPPED = {key: _CHAINS[key] for key in _OF_APPLICATIONS}
read_chain = partial(chain_drafting.read_chain, shipped=SHIPPED)
write_step = partial(chain_drafting.write_step, shipped=SHIPPED)
move_step = partial(chain_drafting.move_step, shipped=SHIPPED)
drop_step = partial(chain_drafting.drop_step, shipped=SHIPPED)
take_over_chain = partial(chain_drafting.take_over_chain, shipped=SHIPPED)
drop_chain_draft = partial(chain_drafting.drop_chain_draft, shipped=SHIPPED)
publish_chain_draft = partial(chain_drafting.publish_chain_draft, shipped=SHIPPED)
OPERATED = {"adopt_nation": Operated(ask=AdoptNation, act=adopt_nation)}


def _scope(item: dict[str, Any]) -> Scope:
    return Scope(district_id=item["district_id"], school_id=item.get("school_id"))


def _adopt(house: House, district_id: str, granted: Iterable[dict[str, Any]] = ()) -> Edition:
    by_norm: dict[str, list[dict[str, Any]]] = {}
    for one in granted:
        by_norm.setdefault(one["norm"], []).append(one["derogation"])
    text = layer_from_yaml(NATIONAL.read_text(encoding="utf-8"))
    ask = NationText(text=text, today=clock.today(), granted=by_norm)
    return _run(house, adopt, ask, Scope(district_id=district_id))


def _run(house: House, act: Callable[[Any, Any], Made], ask: Any, scope: Scope) -> Made:
    with house.database.begin(scope) as connection:
        return act(store.RulebookUnit(connection, scope=scope, request_id="seed"), ask)
