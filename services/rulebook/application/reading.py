"""Reading: the norms in force as sentences, each with its clause and since when; and what a school is excused from."""

from collections.abc import Iterator
from datetime import date

from contracts.rulebook.norms import Excused, ReadRules, Rule, Rules
from engines.policy import Norm, derogation_sentence, sentence
from engines.policy.about import ABOUT_WORDS
from services.rulebook.application.unit import Unit


def read_rules(unit: Unit, ask: ReadRules) -> Rules:
    """Return what binds the asker's school on the day: the nation's rules first, then the district's, then its own."""
    norms = sorted(unit.standing(), key=lambda norm: norm.layer.depth)
    return Rules(
        rules=tuple(rule for norm in norms for rule in rules_of(norm, ask.on)),
        excused=tuple(one for norm in norms for one in _excused(norm, unit.school_id, ask.on)),
    )


def rules_of(norm: Norm, on: date) -> Iterator[Rule]:
    """Yield one rule for each row that is in force on the day."""
    for row in norm.rows:
        if row.in_force(on):
            yield Rule(
                norm=norm.key, layer=norm.layer, about=norm.about, matter=ABOUT_WORDS[norm.about],
                sentence=sentence(norm, row), clause=row.clause, source=row.source, since=row.effective_from,
            )


def _excused(norm: Norm, school_id: str | None, on: date) -> Iterator[Excused]:
    for granted in norm.derogations:
        if school_id in granted.schools and granted.in_force(on):
            yield Excused(
                norm=norm.key, layer=norm.layer, title=norm.title, sentence=derogation_sentence(norm, granted),
                until=granted.effective_to,
            )
