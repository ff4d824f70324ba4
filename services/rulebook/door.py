"""Rulebook, as the gateway meets it."""

from contracts.rulebook import norm_checkup, norms
from plumbing.caller import Caller
from plumbing.doors import HouseProvider, answers
from services.rulebook import wiring
from services.rulebook.application.norm_checkup import read_norm_checkup
from services.rulebook.application.reading import read_rules


class RulebookService:
    """The norms in force."""

    name = "rulebook"
    house = HouseProvider(wiring.build)

    @answers(norms.RULES)
    def rules(self, ask: norms.ReadRules, caller: Caller) -> norms.Rules:
        """Say what binds the asker's school."""
        return self.house.query(read_rules, ask, caller)

    @answers(norm_checkup.NORM_CHECKUP)
    def norm_checkup(self, ask: norm_checkup.ReadNormCheckup, caller: Caller) -> norm_checkup.NormCheckup:
        """Say which norms have no date that holds."""
        return self.house.query(read_norm_checkup, ask, caller)
