"""The five houses in memory: they answer with contracts messages and keep the promises that the real ones keep."""

from tests.unit.gateway.houses.houses import InMemoryHouses

__all__ = ["InMemoryHouses"]
