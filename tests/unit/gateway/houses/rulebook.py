"""rulebook in memory: the little school's norms, and what a test says about their dates."""

from contracts.actor import Actor
from contracts.rulebook.norm_checkup import NormCheckup, NormGap, ReadNormCheckup
from contracts.rulebook.norms import ReadRules, Rules
from tests.unit.gateway.houses.rules import RULES


class Rulebook:
    """`gaps` are norms that do not hold, or not for long."""

    def __init__(self) -> None:
        self.in_force = len(RULES)
        self.gaps: tuple[NormGap, ...] = ()

    def rules(self, _: ReadRules, __: Actor) -> Rules:
        return Rules(rules=RULES)

    def norm_checkup(self, _: ReadNormCheckup, __: Actor) -> NormCheckup:
        return NormCheckup(in_force=self.in_force, gaps=self.gaps)
