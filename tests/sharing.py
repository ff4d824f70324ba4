"""Sharing: three processes, of which some wait while others work, divide the suite by files; a folder whose tests share a house stays with one of them."""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/attack", "tests/journeys", "tests/torture")


class ByFolder(LoadScopeScheduling):
    """Gives out the parts in the order of their names."""

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)
