"""Chains: one row for each affair of a school; its versions are only ever added."""

import json

from engines.approval import definition_from_plain, definition_to_plain
from plumbing.unit import Unit
from services.rulebook.domain.chain import Chain

_OPEN = "INSERT INTO chain (chain_id, affair) VALUES (:chain_id, :affair) ON CONFLICT DO NOTHING"
_HOLD = "SELECT chain_id FROM chain WHERE affair = :affair FOR UPDATE"
_CHAIN = """
SELECT chain.chain_id, chain.version, chain_version.definition, sequence, chain_draft.definition AS draft
FROM chain
LEFT JOIN chain_version USING (school_id, chain_id, version)
LEFT JOIN chain_draft USING (school_id, chain_id)
WHERE affair = :affair
"""
_KEEP = """
INSERT INTO chain_version (chain_id, version, definition, made_by)
VALUES (:chain_id, :version, CAST(:definition AS jsonb), :made_by)
"""
_STAND = "UPDATE chain SET version = :version WHERE chain_id = :chain_id"

_DRAFT = """
INSERT INTO chain_draft (chain_id, sequence, definition, changed_by)
VALUES (:chain_id, :sequence, CAST(:definition AS jsonb), :changed_by)
ON CONFLICT (school_id, chain_id) DO UPDATE
SET sequence = excluded.sequence, definition = excluded.definition, changed_by = excluded.changed_by
"""
_DROP = "DELETE FROM chain_draft WHERE chain_id = :chain_id"


class Chains(Unit):
    """A school's chains of approval."""

    def take_chain(self, affair: str) -> Chain:
        """Hold the school's chain for the affair until the transaction ends; return what stands, version 0 if new."""
        self.run(_OPEN, chain_id=self.new_id(), affair=affair)
        self.row(_HOLD, affair=affair)
        return self.look_at_chain(affair)

    def look_at_chain(self, affair: str) -> Chain:
        """Return what stands of the school's chain for the affair, and what it is to be; it is not held."""
        row = self.row(_CHAIN, affair=affair)
        if row is None:
            return Chain(chain_id=self.new_id(), affair=affair, version=0)
        return Chain(
            chain_id=row.chain_id, affair=affair, version=row.version, sequence=row.sequence or 0,
            definition=definition_from_plain(row.definition, row.version) if row.definition else None,
            draft=definition_from_plain(row.draft, 0) if row.draft else None,
        )

    def keep_chain(self, chain: Chain) -> None:
        """Add the version to the record; it is what stands now."""
        assert chain.definition is not None, "a version says something"
        self.run(
            _KEEP, chain_id=chain.chain_id, version=chain.version,
            definition=json.dumps(definition_to_plain(chain.definition), ensure_ascii=False),
            made_by=self.actor.person_id if self.actor else None,
        )
        self.run(_STAND, chain_id=chain.chain_id, version=chain.version)

    def keep_chain_draft(self, chain: Chain) -> None:
        """Let this be what the chain is to be."""
        assert chain.draft is not None and self.actor is not None, "somebody has changed something"
        self.run(
            _DRAFT, chain_id=chain.chain_id, sequence=chain.sequence, changed_by=self.actor.person_id,
            definition=json.dumps(definition_to_plain(chain.draft), ensure_ascii=False),
        )

    def drop_chain_draft(self, chain_id: str) -> None:
        """Forget what the chain was to be."""
        self.run(_DROP, chain_id=chain_id)
