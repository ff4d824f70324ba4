"""Publish: a teacher's draft becomes visible to its class."""

from functools import partial

from contracts.homework.assignment import Published, PublishHomework
from services.homework.application.asker import class_day_taught
from services.homework.application.findings import finding_of
from services.homework.application.judging import accepted, refuse_outside_window, rulebook_of
from services.homework.application.pieces import piece_of, published
from services.homework.application.reserve import reserve
from services.homework.application.unit import Unit


def publish(unit: Unit, ask: PublishHomework) -> Published:
    """Put a draft on the board that breaks no rule; refuse it, saying each thing wrong once, otherwise (H1 H2 H4 H7).

    Raises NotFound for a class and subject the asker does not teach, InvalidRequest for a day outside the window,
    RuleRefused, Unavailable while the norms are not known.
    """
    day = class_day_taught(unit, ask.class_id, ask.day, ask.subject)
    refuse_outside_window(ask.day, unit.today)
    piece = piece_of(unit, ask)
    rules = rulebook_of(unit).rules_for(day.grade, day.day)
    judge = partial(rules.judge, piece)
    warnings = accepted(judge, day.minutes)
    unit.keep(piece)
    unit.emit(published(piece))
    unit.audit("publish", "assignment", piece.assignment_id)
    reserve(unit, day, piece.load, rules, judge)  # last: whoever holds this row holds up the whole class
    return Published(assignment_id=piece.assignment_id, warnings=tuple(finding_of(warning) for warning in warnings))
