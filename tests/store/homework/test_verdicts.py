"""What is remembered of a verdict, and that it comes out the same for ever."""

import pytest

from contracts.errors import RuleRefused
from contracts.homework.assignment import Kind, Practice
from engines.policy import Edition, Outcome
from services.homework.domain.kept_verdict import Broken
from tests.unit.homework import cast

WRITTEN = "written_total_average"


def editions(stage, nation=1, own=None):
    """Return the names of the stage's editions, the nation's first."""
    named = [Edition(stage.nation_id, nation), *([Edition(stage.layer_id, own)] if own else [])]
    return tuple(named)


def test_a_verdict_remembers_what_was_asked_and_under_which_editions(stage):
    stage.own_norms(cast.cap(50), sequence=4)
    stage.publish(20, by=stage.chinese)
    piece = stage.publish(25, practices=(Practice.SELF_MARKED,))
    (kept,) = stage.verdicts(piece)
    case = kept.question.case
    assert (case.standing[WRITTEN], case.adding[WRITTEN], case.school) == (20, 25, stage.school_id)
    assert (kept.sequence, kept.day, kept.outcome, kept.broken) == (1, stage.in_days(1), Outcome.COMPLIANT, ())
    assert kept.editions == editions(stage, own=4)


def test_it_knows_nothing_of_who_asked_or_what_the_homework_says(stage):
    (kept,) = stage.verdicts(stage.publish(20))
    assert set(kept.question.case.fields) == {
        "grade", "day_kind", "weekday", "kind", "place", "subject", "practices",
    }


def test_what_was_only_warned_of_is_remembered_by_norm_and_row(stage):
    stage.own_norms(cast.cap(10, force="warn", grades=[1, 2]), cast.cap(10, "all_total_average", force="warn"))
    piece = stage.publish(20, practices=(Practice.IN_RECESS,))
    (kept,) = stage.verdicts(piece)
    assert kept.outcome is Outcome.WARNING
    assert kept.broken == (
        Broken("national", "no_in_recess", 1), Broken("school", "cap_all_total_average", 1),
    )


def test_a_refused_draft_leaves_no_verdict_and_its_piece_none(stage):
    with pytest.raises(RuleRefused):
        stage.publish(61)
    piece = stage.publish(60)
    with pytest.raises(RuleRefused):
        stage.correct(piece, minutes=61)
    assert [kept.sequence for kept in stage.verdicts(piece)] == [1]


def test_each_version_keeps_its_own_verdict_and_a_withdrawal_needs_none(stage):
    piece = stage.publish(20)
    stage.own_norms(cast.cap(30, force="warn"))
    stage.correct(piece, minutes=35, kind=Kind.WRITTEN)
    stage.withdraw(piece)
    first, second = stage.verdicts(piece)
    assert (first.outcome, first.editions) == (Outcome.COMPLIANT, editions(stage))
    assert (second.outcome, second.editions) == (Outcome.WARNING, editions(stage, own=1))
    assert second.question.before.adding[WRITTEN] == 20


def test_whatever_is_laid_down_later_an_old_verdict_judged_again_comes_out_the_same(stage):
    stage.own_norms(cast.cap(40, force="warn"))
    pieces = [stage.publish(20, by=stage.chinese), stage.publish(30, practices=(Practice.IN_RECESS,))]
    stage.correct(pieces[0], by=stage.chinese, minutes=30)
    before = [verdict.findings for piece in pieces for verdict in stage.rejudged(piece)]
    stage.own_norms(cast.cap(0), sequence=2)
    stage.nation(cast.cap(10), sequence=2)
    for piece in pieces:
        for kept, verdict in zip(stage.verdicts(piece), stage.rejudged(piece), strict=True):
            assert kept.says(verdict)
    assert [verdict.findings for piece in pieces for verdict in stage.rejudged(piece)] == before
    assert [len(findings) for findings in before] == [0, 1, 2]


def test_a_correction_of_what_a_norm_laid_down_since_forbids_is_let_through_again(stage):
    stage.publish(30, by=stage.chinese)
    piece = stage.publish(30)
    stage.own_norms(cast.cap(20))
    stage.correct(piece, minutes=25)
    _, again = stage.rejudged(piece)
    assert stage.verdicts(piece)[1].says(again)
    assert not again.violations


def test_what_a_school_was_granted_counts_in_its_verdicts_for_ever(stage):
    granted = cast.cap(60, force="warn") | {
        "rows": [cast.row(60, grades=[4]), cast.row(60, grades=[3])],
        "derogations": [cast.derogation(stage.school_id, until=stage.in_days(30), value=70)],
    }
    stage.nation(granted, sequence=2)
    pieces = [stage.publish(minutes, kind=Kind.WRITTEN) for minutes in (65, 10)]
    stage.nation(cast.cap(60), sequence=3)
    verdicts = [(kept.outcome, kept.broken) for piece in pieces for kept in stage.verdicts(piece)]
    assert verdicts == [(Outcome.COMPLIANT, ()), (Outcome.WARNING, (Broken("national", granted["key"], 2),))]
    assert all(kept.says(again) for piece in pieces
               for kept, again in zip(stage.verdicts(piece), stage.rejudged(piece), strict=True))


def test_an_edition_that_comes_late_is_kept_but_does_not_stand(stage):
    stage.own_norms(cast.cap(30), sequence=3)
    stage.own_norms(cast.cap(10), sequence=2)
    piece = stage.publish(30)
    (kept,) = stage.verdicts(piece)
    assert kept.editions == editions(stage, own=3)
    late = Edition(stage.layer_id, 2)
    found = stage.store.ask(lambda unit, _: unit.editions([late, Edition(stage.layer_id, 9)]), None, stage.maths)
    assert [(edition, norm.rows[0].value) for edition, (norm,) in found.items()] == [(late, 10)]
