"""Correct: what a published piece says is replaced, in the open."""

from functools import partial

from contracts.homework.assignment import CorrectHomework, Stands
from services.homework.application.asker import class_day, take_own_piece
from services.homework.application.judging import accepted, rulebook_of
from services.homework.application.pieces import corrected, refuse_unless_standing, said_by
from services.homework.application.reserve import reserve
from services.homework.application.unit import Unit
from services.homework.domain.class_day import less
from services.homework.domain.kept_verdict import KeptVerdict


def correct(unit: Unit, ask: CorrectHomework) -> Stands:
    """Let a piece read differently from now on, its reason on the board; its day's minutes follow (H1, H4).

    Fewer minutes always pass: a norm lowered later does not break what stands. Raises NotFound for a piece that is not
    the asker's, Conflict with what stands where it has changed since it was read, RuleRefused, Unavailable.
    """
    before = take_own_piece(unit, ask.assignment_id)
    refuse_unless_standing(before, ask.sequence)
    after = before.corrected(said_by(ask), reason=ask.reason, at=unit.now)
    day = class_day(unit, before.class_id, before.day)
    rulebook = rulebook_of(unit)
    rules = rulebook.rules_for(day.grade, day.day)
    ask_rules = partial(rules.question_of_correction, before, after)
    judged = accepted(rules, ask_rules(day.minutes))
    unit.restate(after)
    unit.emit(corrected(after))
    unit.audit("correct", "assignment", after.assignment_id)
    question, verdict = reserve(unit, day, less(after.load, before.load), rules, ask_rules, judged)
    unit.keep_verdict(KeptVerdict.of(after, question, verdict, rulebook.editions))
    return Stands(assignment_id=after.assignment_id, sequence=after.sequence)
