"""Chains: one row for each affair of a school; its versions are only ever added."""

import json

from engines.approval import definition_from_plain, definition_to_plain
from plumbing.unit import Unit
from services.rulebook.domain.chain import Chain

_OPEN = "INSERT INTO chain (chain_id, affair) VALUES (:chain_id, :affair) ON CONFLICT DO NOTHING"
_HOLD = "SELECT chain_id, version FROM chain WHERE affair = :affair FOR UPDATE"
_VERSION = "SELECT definition FROM chain_version WHERE chain_id = :chain_id AND version = :version"
_KEEP = """
INSERT INTO chain_version (chain_id, version, definition, made_by)
VALUES (:chain_id, :version, CAST(:definition AS jsonb), :made_by)
"""
_STAND = "UPDATE chain SET version = :version WHERE chain_id = :chain_id"


class Chains(Unit):
    """A school's chains of approval."""

    def take_chain(self, affair: str) -> Chain:
        """Hold the school's chain for the affair until the transaction ends; return what stands, version 0 if new."""
        self.run(_OPEN, chain_id=self.new_id(), affair=affair)
        held = self.row(_HOLD, affair=affair)
        assert held is not None, "opened just now, or before"
        row = self.row(_VERSION, chain_id=held.chain_id, version=held.version)
        definition = definition_from_plain(row.definition, held.version) if row else None
        return Chain(chain_id=held.chain_id, affair=affair, version=held.version, definition=definition)

    def keep_chain(self, chain: Chain) -> None:
        """Add the version to the record; it is what stands now."""
        assert chain.definition is not None, "a version says something"
        self.run(
            _KEEP, chain_id=chain.chain_id, version=chain.version,
            definition=json.dumps(definition_to_plain(chain.definition), ensure_ascii=False),
            made_by=self.actor.person_id if self.actor else None,
        )
        self.run(_STAND, chain_id=chain.chain_id, version=chain.version)
