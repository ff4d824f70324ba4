"""Judge: what publishing a draft would meet at this moment; nothing is kept."""

from contracts.homework.assignment import Draft, Judged
from services.homework.application.asker import class_day_taught
from services.homework.application.budget import budget_of
from services.homework.application.findings import finding_of
from services.homework.application.judging import answerable, refuse_outside_window, rulebook_of
from services.homework.application.other_day import with_another
from services.homework.application.pieces import piece_of
from services.homework.application.unit import Unit


def judge(unit: Unit, ask: Draft) -> Judged:
    """Return each thing wrong with a draft, once, and the budget it would draw on.

    Raises as publishing does, save RuleRefused.
    """
    day = class_day_taught(unit, ask.class_id, ask.day, ask.subject)
    refuse_outside_window(ask.day, unit.today)
    piece = piece_of(unit, ask)
    rulebook = rulebook_of(unit)
    rules = rulebook.rules_for(day.grade, day.day)
    with answerable():
        verdict = rules.judge(piece, day.minutes)
    findings = with_another(tuple(map(finding_of, verdict.controlling)), unit, rulebook, day, piece)
    return Judged(findings=findings, budget=budget_of(day, rules, piece.load))
