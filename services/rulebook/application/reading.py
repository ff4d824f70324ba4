"""Reading: the norms in force as sentences, each with its clause and since when."""

from collections.abc import Iterator
from datetime import date

from contracts.rulebook.norms import ReadRules, Rule, Rules
from engines.policy import Norm, sentence
from services.rulebook.application.unit import Unit


def read_rules(unit: Unit, ask: ReadRules) -> Rules:
    """Return what binds the asker's school on the day: the nation's rules first, then the district's, then its own."""
    norms = sorted(unit.standing(), key=lambda norm: norm.layer.depth)
    return Rules(rules=tuple(rule for norm in norms for rule in rules_of(norm, ask.on)))


def rules_of(norm: Norm, on: date) -> Iterator[Rule]:
    """Yield one rule for each row that is in force on the day."""
    for row in norm.rows:
        if row.in_force(on):
            yield Rule(
                norm=norm.key,
                layer=norm.layer,
                sentence=sentence(norm, row),
                clause=row.clause,
                source=row.source,
                since=row.effective_from,
            )
