"""Rulebook, as the gateway meets it."""

from contracts.rulebook import norms
from plumbing.caller import Caller
from plumbing.doors import HouseProvider, answers
from services.rulebook import wiring
from services.rulebook.application.reading import read_rules


class RulebookService:
    """The norms in force."""

    name = "rulebook"
    house = HouseProvider(wiring.build)

    @answers(norms.RULES)
    def rules(self, ask: norms.ReadRules, caller: Caller) -> norms.Rules:
        """Say what binds the asker's school."""
        return self.house.query(read_rules, ask, caller)
