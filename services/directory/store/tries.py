"""Try counts: shared by every process of the house, each row held while its transaction decides."""

from collections.abc import Collection, Mapping

from services.directory.domain.tries import Tries
from services.directory.store.sealed import Sealed

_NEW = Tries()
_TAKE = """
INSERT INTO tries (name, made, heard_from, forgotten_from, proven)
SELECT name, :made, :heard_from, :forgotten_from, :proven FROM unnest(CAST(:names AS bytea[])) AS name ORDER BY name
ON CONFLICT (name) DO UPDATE SET made = tries.made
RETURNING name, made, heard_from, forgotten_from, proven
"""
"""In one statement, and a row that stands is written too, so that it is held: nobody may drop it in between."""

_KEEP = """
UPDATE tries SET made = :made, heard_from = :heard_from, forgotten_from = :forgotten_from, proven = :proven
WHERE name = :name
"""


class TryCounts(Sealed):
    """What was tried in vain, by name; a name may be a phone, and is kept as an index only."""

    def take_tries(self, names: Collection[str]) -> Mapping[str, Tries]:
        """Return what is counted under these names and hold it: nobody else counts there before the end."""
        by_hash = {self._index(name): name for name in names}
        return {
            by_hash[bytes(row.name)]: Tries(
                made=row.made, heard_from=row.heard_from, forgotten_from=row.forgotten_from, proven=row.proven
            )
            for row in self.rows(_TAKE, names=list(by_hash), **vars(_NEW))
        }

    def keep_tries(self, tries: Mapping[str, Tries]) -> None:
        """Keep what is counted under each name."""
        for name, kept in tries.items():
            self.run(_KEEP, name=self._index(name), **vars(kept))

    def _index(self, name: str) -> bytes:
        return self._vault.index(name, "tries|name")
