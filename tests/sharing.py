"""Sharing: three processes divide the suite by files, some waiting while others work; two of them start a house.

A house is dear, to start and to keep. What needs one is therefore one of two parts, each with a house of its own, and
begins first; the rest is given out file by file to whoever has nothing to do.
"""

from xdist.scheduler import LoadScopeScheduling

HOUSES = {
    "one house": ("tests/attack/", "tests/ops/test_house.py"),
    "another house": ("tests/journeys/", "tests/torture/"),
}


def house_of(nodeid):
    """Return which house a test's file shares with others; None where it shares none."""
    return next((house for house, places in HOUSES.items() if nodeid.startswith(places)), None)


class ByHouse(LoadScopeScheduling):
    """Gives out the parts in the order in which their tests were collected."""

    def _split_scope(self, nodeid):
        return house_of(nodeid) or nodeid.partition("::")[0]
