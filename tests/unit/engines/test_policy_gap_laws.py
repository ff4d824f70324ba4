"""A norm that is read never falls silent between two days on which it speaks, and none is refused for less."""

from datetime import date, timedelta
from itertools import groupby, product

from hypothesis import given
from hypothesis import strategies as st

from engines.policy import Row
from engines.policy.gap import first_gap
from tests.unit.engines.strategies import SCOPES

DAYS = [date(2026, 9, 1) + timedelta(days=number) for number in range(8)]
CELLS = tuple(product((*SCOPES["grades"], 2), (*SCOPES["day_kinds"], "holiday")))
"""Among them those that no row names, and that only an unlimited one speaks of."""
some = {name: st.none() | st.frozensets(st.sampled_from(SCOPES[name]), min_size=1) for name in ("grades", "day_kinds")}
spans = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted)


def row(span, open_end, grades, day_kinds):
    last = None if open_end else span[1]
    return Row(
        value=60, effective_from=span[0], effective_to=last, clause="条款", source="文件", grades=grades,
        day_kinds=day_kinds,
    )


rows = st.lists(st.builds(row, spans, st.booleans(), some["grades"], some["day_kinds"]), min_size=1, max_size=5)


@given(rows)
def test_a_gap_is_found_exactly_where_some_case_is_spoken_of_before_and_after_and_not_between(rows):
    broken = any(len([said for said, _ in groupby(speaks(rows, *cell)) if said]) > 1 for cell in CELLS)
    assert (first_gap(rows) is not None) == broken


@given(rows)
def test_the_days_and_cases_that_are_named_have_no_row_and_both_rows_speak_of_the_cases(rows):
    gap = first_gap(rows)
    if gap is None:
        return
    before, after, silent = rows[gap.before], rows[gap.after], gap.silent
    assert before.effective_to < silent.first <= silent.last < after.effective_from
    for grade, day_kind in CELLS:
        if grade in silent.sides[0] and day_kind in silent.sides[1]:
            assert covers(before, grade, day_kind) and covers(after, grade, day_kind)
            said = [row for row in rows if covers(row, grade, day_kind) and row.in_force(silent.first)]
            assert said == []


def speaks(rows, grade, day_kind):
    return [any(row.in_force(day) and covers(row, grade, day_kind) for row in rows) for day in DAYS]


def covers(row, grade, day_kind):
    return (row.grades is None or grade in row.grades) and (row.day_kinds is None or day_kind in row.day_kinds)
