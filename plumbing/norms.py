"""Norms: what rulebook has published, kept edition by edition, with the one of each layer that stands."""

import json
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from contracts.errors import UnknownMessage
from contracts.rulebook.norms import NormsPublished
from engines.policy import Edition, Layer, Norm, NormUnreadable, norm_from_plain
from plumbing.scope import Scope
from plumbing.unit import Unit

_STANDING = """
SELECT layer, CAST(norms AS text), layer_id, version FROM district_layer
UNION ALL
SELECT layer, CAST(norms AS text), layer_id, version FROM school_layer
"""
_NEW_LAYER = """
WITH kept AS (
  INSERT INTO {of}_edition (layer_id, version, norms) VALUES (:layer_id, :version, CAST(:norms AS jsonb))
  ON CONFLICT DO NOTHING
)
INSERT INTO {of}_layer (layer_id, layer, version, norms, sequence)
VALUES (:layer_id, :layer, :version, CAST(:norms AS jsonb), :sequence)
ON CONFLICT ({of}_id, layer_id) DO UPDATE
SET layer = excluded.layer, version = excluded.version, norms = excluded.norms, sequence = excluded.sequence
WHERE {of}_layer.sequence < excluded.sequence
"""
_DISTRICT_LAYER, _SCHOOL_LAYER = _NEW_LAYER.format(of="district"), _NEW_LAYER.format(of="school")
_EDITIONS = """
SELECT layer_id, version, CAST(norms AS text) FROM district_edition WHERE layer_id = ANY (CAST(:layer_ids AS uuid[]))
UNION ALL
SELECT layer_id, version, CAST(norms AS text) FROM school_edition WHERE layer_id = ANY (CAST(:layer_ids AS uuid[]))
"""


class Standing(NamedTuple):
    """What binds a school: the norms, the highest layer's first, and the editions that they were read from."""

    norms: tuple[Norm, ...]
    editions: tuple[Edition, ...]


class Norms(Unit):
    """The house's own copy of what is in force over a school."""

    def standing_norms(self) -> Standing | None:
        """Return what binds the school; None until the nation's layer is known: missing norms never mean "allowed"."""
        rows = self.rows(_STANDING)
        layers = [row for layer in Layer for row in rows if row.layer == layer]
        if not layers or layers[0].layer != Layer.NATIONAL:
            return None
        return Standing(
            norms=tuple(norm for row in layers for norm in norms_in(row.norms)),
            editions=tuple(Edition(row.layer_id, row.version) for row in layers),
        )

    def learn_layer(self, published: NormsPublished, sequence: int) -> None:
        """Keep an edition of a layer for ever; it stands if it is newer than what does. Raises UnknownMessage."""
        refuse_unusable(published, self.scope)
        statement = _SCHOOL_LAYER if published.layer == Layer.SCHOOL else _DISTRICT_LAYER
        norms = json.dumps(published.norms, ensure_ascii=False)
        self.run(statement, **{**vars(published), "norms": norms}, sequence=sequence)

    def editions(self, wanted: Collection[Edition]) -> Mapping[Edition, Iterable[Norm]]:
        """Return what these editions say, as far as they are known here."""
        rows = self.rows(_EDITIONS, layer_ids=[edition.layer_id for edition in wanted])
        found = {Edition(row.layer_id, row.version): row.norms for row in rows}
        return {edition: norms_in(found[edition]) for edition in wanted if edition in found}


def refuse_unusable(published: NormsPublished, scope: Scope) -> None:
    """Raise UnknownMessage for a layer that cannot be read, or is not of whoever announced it."""
    try:
        norms = [norm_from_plain(plain) for plain in published.norms]
    except NormUnreadable as problem:
        raise UnknownMessage(str(problem)) from problem
    if any(norm.layer != published.layer for norm in norms) or published.layer not in list(Layer):
        raise UnknownMessage("规定里写的层级与发布的层级不符。")
    if scope.district_id is None or (published.layer == Layer.SCHOOL) is not (scope.school_id is not None):
        raise UnknownMessage("发布规定的层级与信封上的地区或学校不符。")


@lru_cache(maxsize=256)
def norms_in(text: str) -> tuple[Norm, ...]:
    """Return the norms of a layer's document, read once for as long as it reads the same."""
    return tuple(norm_from_plain(plain) for plain in json.loads(text))
