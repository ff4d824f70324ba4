"""Publish: a teacher's draft becomes visible to its class."""

from functools import partial

from contracts.homework.assignment import Published, PublishHomework
from services.homework.application.asker import class_day_taught
from services.homework.application.findings import finding_of
from services.homework.application.judging import accepted, refuse_outside_window, rulebook_of
from services.homework.application.other_day import offering_another
from services.homework.application.pieces import piece_of, published
from services.homework.application.reserve import reserve
from services.homework.application.unit import Unit
from services.homework.domain.kept_verdict import KeptVerdict


def publish(unit: Unit, ask: PublishHomework) -> Published:
    """Put a draft on the board that breaks no rule; refuse it, saying each thing wrong once, otherwise (H1 H2 H4 H7).

    Raises NotFound for a class and subject the asker does not teach, InvalidRequest for a day outside the window,
    RuleRefused, Unavailable while the norms are not known.
    """
    day = class_day_taught(unit, ask.class_id, ask.day, ask.subject)
    refuse_outside_window(ask.day, unit.today)
    piece = piece_of(unit, ask)
    rulebook = rulebook_of(unit)
    rules = rulebook.rules_for(day.grade, day.day)
    ask_rules = partial(rules.question, piece)
    with offering_another(unit, rulebook, day, piece):
        judged = accepted(rules, ask_rules(day.minutes))
        unit.keep(piece)
        unit.emit(published(piece))
        unit.audit("publish", "assignment", piece.assignment_id)
        question, verdict = reserve(unit, day, piece.load, rules, ask_rules, judged)  # late: from here the class waits
    unit.keep_verdict(KeptVerdict.of(piece, question, verdict, rulebook.editions))
    return Published(assignment_id=piece.assignment_id, warnings=tuple(map(finding_of, verdict.controlling)))
