"""Layers: one row for each layer of a district or school; its editions are only ever added."""

import json
from collections.abc import Sequence
from typing import Any

from engines.policy import Layer, Norm, norm_from_plain, norm_to_plain
from plumbing.unit import Unit
from services.rulebook.domain.edition import Edition
from services.rulebook.domain.made import Made, Recorded

_OPEN = """
INSERT INTO layer (layer_id, layer, school_id) VALUES (:layer_id, :layer, :school_id) ON CONFLICT DO NOTHING
"""
_HOLD = """
SELECT layer_id, version FROM layer WHERE layer = :layer AND school_id IS NOT DISTINCT FROM CAST(:school_id AS uuid)
FOR UPDATE
"""
_EDITION = "SELECT norms FROM edition WHERE layer_id = :layer_id AND version = :version"
_KEEP = """
INSERT INTO edition (layer_id, version, norms, act, made_by, authors, reason, first_change)
VALUES (:layer_id, :version, CAST(:norms AS jsonb), :act, :by, CAST(:authors AS uuid[]), :reason, :first_change)
"""
_STAND = "UPDATE layer SET version = :version WHERE layer_id = :layer_id AND version = :version - 1"
_STANDING = """
SELECT edition.norms FROM layer JOIN edition USING (district_id, layer_id, version)
WHERE layer.school_id IS NULL OR layer.school_id = qingfu.school()
ORDER BY layer.layer_id
"""
_ONE = """
SELECT layer.layer_id, edition.version, edition.norms
FROM layer JOIN edition ON (edition.district_id, edition.layer_id) = (layer.district_id, layer.layer_id)
WHERE layer.layer = :layer AND (layer.school_id IS NULL OR layer.school_id = qingfu.school())
  AND edition.version = coalesce(CAST(:version AS integer), layer.version)
"""
_EDITIONS = """
SELECT layer.layer, edition.version, published_at, act, made_by, authors, reason, first_change
FROM layer JOIN edition ON (edition.district_id, edition.layer_id) = (layer.district_id, layer.layer_id)
WHERE layer.school_id IS NULL OR layer.school_id = qingfu.school()
ORDER BY published_at DESC, layer.layer, edition.version DESC LIMIT :most
"""


class Layers(Unit):
    """The layers of a district and its schools, and all that they ever said."""

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

    def keep(self, edition: Edition, made: Made) -> None:
        """Add the edition to the record; it is what stands now."""
        self.run(
            _KEEP, layer_id=edition.layer_id, version=edition.version, norms=norms_as_json(edition.norms),
            **{**vars(made), "authors": list(made.authors)},
        )
        self.run(_STAND, layer_id=edition.layer_id, version=edition.version)

    def standing(self) -> tuple[Norm, ...]:
        """Return the norms of every layer over the scope's school."""
        return tuple(norm for row in self.rows(_STANDING) for norm in norms_from_json(row.norms))

    def edition(self, layer: Layer, version: int | None = None) -> Edition | None:
        """Return an edition of a layer over the scope's school, the one that stands if none is named."""
        row = self.row(_ONE, layer=layer, version=version)
        if row is None:
            return None
        return Edition(layer_id=row.layer_id, layer=layer, version=row.version, norms=norms_from_json(row.norms))

    def editions(self, most: int) -> Sequence[Recorded]:
        """Return the latest editions of the layers over the scope's school, newest first."""
        return [
            Recorded(
                layer=Layer(row.layer), version=row.version, published_at=row.published_at,
                made=Made(
                    act=row.act, by=row.made_by, authors=tuple(row.authors), reason=row.reason,
                    first_change=row.first_change,
                ),
            )
            for row in self.rows(_EDITIONS, most=most)
        ]

    def _norms(self, layer_id: str, version: int) -> tuple[Norm, ...]:
        row = self.row(_EDITION, layer_id=layer_id, version=version)
        return norms_from_json(row.norms) if row else ()

    def _school_of(self, layer: Layer) -> str | None:
        of_a_school = layer is Layer.SCHOOL
        assert of_a_school == (self.scope.school_id is not None), "a layer is published in the scope it holds for"
        return self.scope.school_id


def norms_from_json(norms: Sequence[dict[str, Any]]) -> tuple[Norm, ...]:
    """Return norms as they were stored."""
    return tuple(map(norm_from_plain, norms))


def norms_as_json(norms: Sequence[Norm]) -> str:
    """Return norms as they are stored."""
    return json.dumps([norm_to_plain(norm) for norm in norms], ensure_ascii=False)
