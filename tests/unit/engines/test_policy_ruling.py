"""A ruling that is kept and asked again says of every case what the rules say of it when read row by row."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.policy import About, CaseIncomplete, Outcome, Ruling, judge
from tests.unit.engines import plainly
from tests.unit.engines.builders import MONDAY, ban, cap, derogation, homework, only
from tests.unit.engines.strategies import cases, days, norms

STRANGE = {
    "grade": [None, 0, 1.0, True, "3", [3]], "place": [None, "hmoe", 7, ["home"]], "practices": [None, ["x"], ("x",)],
}
holes = st.sampled_from([(name, value) for name, values in STRANGE.items() for value in values])


@st.composite
def any_case(draw):
    """A case, and now and then one that says something strange, or does not say it."""
    case = draw(cases)
    if draw(st.integers(0, 3)):
        return case
    name, value = draw(holes)
    fields = {**case.fields, name: value} if value is not None else {k: v for k, v in case.fields.items() if k != name}
    return replace(case, fields=fields)


def told(ruling, case):
    try:
        verdict = ruling.judge(case)
    except CaseIncomplete:
        return None
    return verdict.outcome, [(f.norm, f.row, f.observed, f.standing) for f in verdict.findings]


@given(st.lists(norms(), max_size=8), st.lists(any_case(), min_size=1, max_size=8), days)
def test_it_says_what_the_rules_say_one_by_one(book, asked, on):
    ruling = Ruling.of(book, on)
    for case in (*asked, *asked):
        assert told(ruling, case) == plainly.judged(book, case, on)


@pytest.mark.parametrize("strange", [True, 3.0, "3"])
def test_what_only_equals_a_grade_is_none_however_often_the_grade_was_met(strange):
    ruling = Ruling.of([cap(60, grades="3-6")], MONDAY)
    ruling.judge(homework())
    with pytest.raises(CaseIncomplete, match="grade"):
        ruling.judge(homework(grade=strange))


def test_what_was_said_of_one_grade_is_not_said_of_the_next():
    ruling = Ruling.of([cap(60, grades="3-6")], MONDAY)
    outcomes = [ruling.judge(homework(70, grade=grade)).outcome for grade in (3, 8, 3)]
    assert outcomes == [Outcome.VIOLATION, Outcome.NOT_REGULATED, Outcome.VIOLATION]


def test_what_was_said_of_one_subject_is_not_said_of_the_next():
    ruling = Ruling.of([only("语文", measure="subject")], MONDAY)
    outcomes = [ruling.judge(homework(subject=subject)).outcome for subject in ("音乐", "语文", "音乐")]
    assert outcomes == [Outcome.VIOLATION, Outcome.COMPLIANT, Outcome.VIOLATION]


def test_an_exam_is_not_taken_for_homework_that_reads_the_same():
    of_exams = only("数学", "音乐", measure="subject", about="exam", key="exams")
    ruling = Ruling.of([only("数学", measure="subject"), of_exams], MONDAY)
    lesson = homework(subject="音乐")
    assert ruling.judge(lesson).violations
    assert ruling.judge(replace(lesson, about=About.EXAM)).outcome is Outcome.COMPLIANT
    assert ruling.judge(replace(lesson, about=About.CARE)).outcome is Outcome.NOT_REGULATED


def test_what_one_school_is_granted_the_next_one_is_not():
    ruling = Ruling.of([cap(60, derogations=[derogation("a")])], MONDAY)
    outcomes = [ruling.judge(homework(70, school=school)).outcome for school in "aba"]
    assert outcomes == [Outcome.NOT_REGULATED, Outcome.VIOLATION, Outcome.NOT_REGULATED]


def test_what_no_norm_asks_for_may_be_anything():
    ruling = Ruling.of([cap(60)], MONDAY)
    assert ruling.judge(homework(grade=[3], practices=["x"])) == ruling.judge(homework())


def test_more_sorts_of_cases_than_are_remembered_are_judged_alike():
    ruling = Ruling.of([only("语文", measure="subject")], MONDAY)
    subjects = [f"学科{number}" for number in range(1200)]
    assert all(ruling.judge(homework(subject=subject)).violations[0].observed == (subject,) for subject in subjects)
    assert not ruling.judge(homework(subject="语文")).violations


def test_what_would_pass_is_found_when_somebody_looks():
    asked, case = [], homework(70)
    finding = replace(judge([cap(60)], case, MONDAY).findings[0], ways_out=lambda found: asked.append(found) or ())
    assert (asked, finding.arithmetic) == ([], "本次 70 分钟，超过 60 分钟")
    assert (finding.remedy, finding.remedy, asked) == ((), (), [finding])


def test_two_findings_are_the_same_whether_anybody_has_looked_at_what_would_pass():
    norms, piece = [cap(60), ban("punitive")], homework(70, practices=("punitive",))
    one, other = judge(norms, piece, MONDAY), judge(norms, piece, MONDAY)
    assert all(finding.remedy for finding in one.findings)
    assert (one, hash(one)) == (other, hash(other))
