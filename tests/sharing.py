"""Sharing: three processes divide the suite by files, some waiting while others work; one house serves one of them.

A folder whose tests share a house stays together.
"""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/attack", "tests/journeys", "tests/torture")


class ByFolder(LoadScopeScheduling):
    """Gives out the parts in the order of their names."""

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)
