"""What holds for any norms and any homework."""

from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from engines.policy import Layer, Outcome, changed, judge, limits, norm_from_plain, norm_to_plain, tightest
from tests.unit.engines.strategies import DAYS, SCHOOLS, caps, cases, days, granting, lists, norms

books = st.lists(norms(), max_size=6)


@given(books, st.lists(norms(layer=st.sampled_from([Layer.DISTRICT, Layer.SCHOOL])), max_size=4), cases, days)
def test_no_lower_layer_ever_turns_a_violation_into_a_pass(upper, lower, case, on):
    alone, together = judge(upper, case, on), judge(upper + lower, case, on)
    assert together.outcome is Outcome.VIOLATION or alone.outcome is not Outcome.VIOLATION
    told = [finding.norm for finding in together.violations]
    assert all(finding.norm in told for finding in alone.violations)


@given(books, st.lists(norms(layer=st.sampled_from([Layer.DISTRICT, Layer.SCHOOL])), max_size=4), cases, days)
def test_a_case_is_refused_exactly_where_some_norm_alone_refuses_it_so_no_norm_loosens_another(upper, lower, case, on):
    alone = [judge([norm], case, on).outcome for norm in upper + lower]
    assert (judge(upper + lower, case, on).outcome is Outcome.VIOLATION) == (Outcome.VIOLATION in alone)


@given((caps() | lists()).flatmap(granting), cases)
def test_a_derogation_loosens_its_norm_within_its_school_scope_and_dates_and_nowhere_else(norm, case):
    (given,), strict = norm.derogations, replace(norm, derogations=())
    for on, here in product(DAYS, (replace(case, school=school) for school in SCHOOLS)):
        before, after = judge([strict], here, on).findings, judge([norm], here, on).findings
        if is_granted(given, here, on):
            assert before or not after
            assert given.value is not None or not after
        else:
            assert [(found.row, found.observed) for found in before] == [(found.row, found.observed) for found in after]


def is_granted(given, case, on):
    limited = {"grade": given.grades, "day_kind": given.day_kinds, "place": given.places, "kind": given.kinds}
    in_scope = all(allowed is None or case.fields[field] in allowed for field, allowed in limited.items())
    return in_scope and case.school in given.schools and given.effective_from <= on <= given.effective_to


@given(books, cases, days)
def test_every_offer_contents_its_norm_and_makes_nothing_worse(book, case, on):
    before = judge(book, case, on)
    for finding in before.findings:
        for offer in finding.remedy:
            after = judge(book, changed(case, offer.field, offer.value), on)
            assert finding.norm not in [left.norm for left in after.findings]
            assert all(left.norm in [other.norm for other in before.violations] for left in after.violations)
            assert all(left.field != finding.field for left in after.violations)


@given(books, cases, days)
def test_where_one_thing_is_wrong_an_offer_makes_the_whole_piece_pass(book, case, on):
    verdict = judge(book, case, on)
    if len({finding.field for finding in verdict.violations}) == 1:
        for offer in (offer for finding in verdict.violations for offer in finding.remedy):
            assert not judge(book, changed(case, offer.field, offer.value), on).violations


@given(books, cases, days)
def test_not_one_minute_more_than_offered_would_pass(book, case, on):
    for finding in judge(book, case, on).violations:
        if finding.passing_minutes is not None:
            after = judge(book, changed(case, "minutes", finding.passing_minutes + 1), on)
            assert any(left.field == "minutes" for left in after.violations)


@given(books, cases, days, st.integers(0, 120))
def test_a_shorter_piece_is_never_refused_where_a_longer_one_passes(book, case, on, minutes):
    shorter = judge(book, changed(case, "minutes", minutes), on)
    assert not shorter.violations or judge(book, case, on).violations


@given(books, cases, days)
def test_the_limits_shown_are_the_limits_judged_by(book, case, on):
    passed = [
        limit for limit in limits(book, case, on)
        if case.adding[limit.counter] and case.standing[limit.counter] + case.adding[limit.counter] > limit.minutes
    ]
    refused = [finding.norm for finding in judge(book, case, on).violations if finding.field == "minutes"]
    assert [limit.norm for limit in passed] == sorted(refused, key=book.index)


@given(books, cases, days)
def test_the_tightest_limit_leaves_no_more_than_any_other(book, case, on):
    caps = limits(book, case, on)
    least = tightest(caps, case.standing)
    assert (least is None) == (not caps)
    assert all(least.left(case.standing) <= limit.left(case.standing) for limit in caps)


@given(books, cases, days, st.randoms(use_true_random=False))
def test_the_order_in_which_norms_are_kept_changes_nothing(book, case, on, chance):
    shuffled = chance.sample(book, len(book))
    one, other = judge(book, case, on), judge(shuffled, case, on)
    assert one.outcome is other.outcome
    assert sorted(map(repr, one.findings)) == sorted(map(repr, other.findings))


@given(books, cases, days)
def test_what_is_told_once_leaves_out_nothing_that_is_refused(book, case, on):
    verdict = judge(book, case, on)
    kept = {(finding.norm.measure, finding.norm.bound, finding.force) for finding in verdict.controlling}
    assert kept == {(finding.norm.measure, finding.norm.bound, finding.force) for finding in verdict.findings}


@given(norms())
def test_a_norm_written_down_and_read_again_is_the_same_norm(norm):
    assert norm_from_plain(norm_to_plain(norm)) == norm


@given(books, cases, days)
def test_a_case_is_not_changed_by_being_judged(book, case, on):
    copy = replace(case, fields=dict(case.fields), standing=dict(case.standing), adding=dict(case.adding))
    judge(book, case, on)
    assert case == copy
