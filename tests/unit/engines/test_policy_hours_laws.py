"""What holds for any norms on numbers: the hours of the after-school service, from above and from below."""

from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from engines.policy import Layer, changed, judge, norm_from_plain, norm_to_plain, witnesses
from tests.unit.engines.strategies import DAYS, GRADES, SCOPES, care, days, hours, numbers

books = st.lists(hours(), max_size=6)
cases = st.builds(care, st.sampled_from(GRADES), st.sampled_from(SCOPES["day_kinds"]), numbers, numbers, numbers)


@given(books, cases, days)
def test_every_number_that_is_offered_contents_its_norm_and_breaks_no_other(book, case, on):
    for finding in judge(book, case, on).findings:
        for offer in finding.remedy:
            after = judge(book, changed(case, offer.field, offer.value), on)
            assert finding.norm not in [left.norm for left in after.findings]
            assert all(left.norm.measure != offer.field for left in after.violations)


@given(books, cases, days)
def test_where_the_norms_on_a_number_leave_room_it_is_offered(book, case, on):
    for finding in judge(book, case, on).violations:
        left = [judge(book, changed(case, finding.field, number), on).findings for number in range(7)]
        assert bool(finding.remedy) == any(not amiss(found, finding) for found in left)


def amiss(found, mended):
    """Say whether the norm is still broken, or another one refuses the same field."""
    return any(one.norm == mended.norm or (one.refuses and one.field == mended.field) for one in found)


@given(hours(st.just(Layer.NATIONAL)), hours(st.just(Layer.SCHOOL)))
def test_a_row_that_is_refused_as_useless_never_changes_a_verdict(above, own):
    rows = (replace(above.rows[0], value=own.rows[0].value),)
    own = replace(own, measure=above.measure, unit=above.unit, bound=above.bound, rows=rows)
    if witnesses([above], [own]):
        for on, grade, day_kind, number in product(DAYS, GRADES, SCOPES["day_kinds"], range(8)):
            case = care(grade, day_kind, number, number, number)
            assert judge([above], case, on).outcome is judge([above, own], case, on).outcome


@given(hours())
def test_a_norm_on_a_number_written_down_and_read_again_is_the_same(norm):
    assert norm_from_plain(norm_to_plain(norm)) == norm
