"""The five houses in memory: they answer with contracts messages and hold themselves to the same promises as the real ones."""

from tests.unit.gateway.houses.houses import InMemoryHouses

__all__ = ["InMemoryHouses"]
