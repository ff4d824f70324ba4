"""Layers: one row for each layer of a district or school; its editions are only ever added."""

import json
from collections.abc import Sequence
from typing import Any

from engines.policy import Layer, Norm, norm_from_plain, norm_to_plain
from plumbing.unit import Unit
from services.rulebook.domain.edition import Edition

_OPEN = """
INSERT INTO layer (layer_id, layer, school_id) VALUES (:layer_id, :layer, :school_id) ON CONFLICT DO NOTHING
"""
_HOLD = """
SELECT layer_id, version FROM layer WHERE layer = :layer AND school_id IS NOT DISTINCT FROM CAST(:school_id AS uuid)
FOR UPDATE
"""
_EDITION = "SELECT norms FROM edition WHERE layer_id = :layer_id AND version = :version"
_KEEP = "INSERT INTO edition (layer_id, version, norms) VALUES (:layer_id, :version, CAST(:norms AS jsonb))"
_STAND = "UPDATE layer SET version = :version WHERE layer_id = :layer_id AND version = :version - 1"
_STANDING = """
SELECT edition.norms FROM layer JOIN edition USING (district_id, layer_id, version)
WHERE layer.school_id IS NULL OR layer.school_id = qingfu.school()
ORDER BY layer.layer_id
"""


class RulebookUnit(Unit):
    """One transaction of rulebook."""

    @property
    def school_id(self) -> str | None:
        """Return the school of the scope, if it names one."""
        return self.scope.school_id

    def take_layer(self, layer: Layer) -> Edition:
        """Hold the scope's layer of this height; return what stands, version 0 if new."""
        school_id = self._school_of(layer)
        self.run(_OPEN, layer_id=self.new_id(), layer=layer, school_id=school_id)
        row = self.row(_HOLD, layer=layer, school_id=school_id)
        assert row is not None, "opened just now, or before"
        return Edition(
            layer_id=row.layer_id, layer=layer, version=row.version, norms=self._norms(row.layer_id, row.version)
        )

    def keep(self, edition: Edition) -> None:
        """Add the edition to the record; it is what stands now."""
        norms = json.dumps([norm_to_plain(norm) for norm in edition.norms], ensure_ascii=False)
        self.run(_KEEP, layer_id=edition.layer_id, version=edition.version, norms=norms)
        self.run(_STAND, layer_id=edition.layer_id, version=edition.version)

    def standing(self) -> tuple[Norm, ...]:
        """Return the norms of every layer over the scope's school."""
        return tuple(norm for row in self.rows(_STANDING) for norm in _read(row.norms))

    def _norms(self, layer_id: str, version: int) -> tuple[Norm, ...]:
        row = self.row(_EDITION, layer_id=layer_id, version=version)
        return _read(row.norms) if row else ()

    def _school_of(self, layer: Layer) -> str | None:
        of_a_school = layer is Layer.SCHOOL
        assert of_a_school == (self.scope.school_id is not None), "a layer is published in the scope it holds for"
        return self.scope.school_id


def _read(norms: Sequence[dict[str, Any]]) -> tuple[Norm, ...]:
    return tuple(map(norm_from_plain, norms))
