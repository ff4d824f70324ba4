"""The house behind every part of the door."""

from plumbing.doors import HouseProvider
from services.directory import wiring


class OwnHouse:
    """What a part of the door stands on."""

    house = HouseProvider(wiring.build)
