"""Drafts: at most one row for each layer."""

from engines.policy import Layer
from services.rulebook.domain.working_draft import WorkingDraft
from services.rulebook.store.layers import Layers, norms_as_json, norms_from_json

_DRAFT = """
SELECT draft_id, layer_id, sequence, norms, authors, changed_at FROM draft JOIN layer USING (district_id, layer_id)
WHERE layer = :layer AND school_id IS NOT DISTINCT FROM CAST(:school_id AS uuid)
"""
_KEEP = """
INSERT INTO draft (layer_id, draft_id, sequence, norms, authors, changed_at)
VALUES (:layer_id, :draft_id, :sequence, CAST(:norms AS jsonb), CAST(:authors AS uuid[]), :changed_at)
ON CONFLICT (district_id, layer_id) DO UPDATE SET
  draft_id = EXCLUDED.draft_id, sequence = EXCLUDED.sequence, norms = EXCLUDED.norms, authors = EXCLUDED.authors,
  changed_at = EXCLUDED.changed_at
"""
_DROP = "DELETE FROM draft WHERE draft_id = :draft_id"


class Drafts(Layers):
    """What layers are to say."""

    def draft(self, layer: Layer) -> WorkingDraft | None:
        """Return the draft of the scope's layer of this height, if there is one."""
        row = self.row(_DRAFT, layer=layer, school_id=self.school_id)
        if row is None:
            return None
        said = {**row._asdict(), "norms": norms_from_json(row.norms), "authors": tuple(row.authors)}
        return WorkingDraft(**said)

    def keep_draft(self, draft: WorkingDraft) -> None:
        """Let this be the layer's draft from now on."""
        self.run(_KEEP, **{**vars(draft), "norms": norms_as_json(draft.norms), "authors": list(draft.authors)})

    def drop_draft(self, draft_id: str) -> None:
        """Forget the draft."""
        self.run(_DROP, draft_id=draft_id)
