"""What is refused as useless never changes a verdict; what is not refused decides somewhere, or says what is true."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from engines.policy import Bound, Case, Counter, Layer, Outcome, Unit, counters_of, judge, witnesses
from engines.policy.counter import Statistic
from engines.policy.vocabulary import KINDS
from tests.unit.engines import strategies
from tests.unit.engines.strategies import CODES, DAYS, GRADES, SCHOOLS, SCOPES, forces, row, scopes, validities

HIGHER = st.sampled_from([Layer.NATIONAL, Layer.DISTRICT])
LOWEST = st.just(Layer.SCHOOL)
COUNTERS = ("written_home_maximum", "written_total_average", "all_total_maximum")
EVERY_DAY = (*DAYS, DAYS[-1] + timedelta(days=1))
POINTS = tuple(product(EVERY_DAY, (*GRADES, 2), (*SCOPES["day_kinds"], "holiday")))
PASSES = (Outcome.COMPLIANT, Outcome.NOT_REGULATED)


REACHES = st.just({}) | scopes("grades", "day_kinds"), st.just((DAYS[0], None)) | validities
"""Often everything and for good: only such rows are overruled, or overrule."""


def caps(layer):
    lines = st.builds(row, st.sampled_from([0, 30, 60, 75]), *REACHES)
    measures = st.sampled_from(COUNTERS)
    return st.builds(strategies.norm, layer, forces, lines, measures, st.just(Bound.AT_MOST), st.just(Unit.MINUTES))


def allowances(layer):
    value = st.lists(st.sampled_from(CODES["kind"]), min_size=1, max_size=3, unique=True).map(tuple)
    lines = st.builds(row, value, *REACHES)
    return st.builds(strategies.norm, layer, forces, lines, st.just("kind"), st.just(Bound.ONE_OF), st.just(Unit.CODES))


def bans(layer):
    return allowances(layer).map(lambda norm: replace(norm, bound=Bound.FORBIDDEN))


def granting(norms):
    return norms.flatmap(strategies.now_and_then_granting)


def books(most, *families):
    return st.one_of([
        st.tuples(st.lists(granting(family(HIGHER)), max_size=most), granting(family(LOWEST))) for family in families
    ])


@given(books(2, caps, allowances, bans))
def test_what_is_refused_changes_no_verdict_anywhere(book):
    above, own = book
    for witness in witnesses(above, [own], SCHOOLS[0]):
        without = [] if witness.row else [replace(own, derogations=())]
        assert not any(differs(above, own, without, point, SCHOOLS[0]) for point in POINTS)


@given(books(2, caps, allowances))
def test_what_a_district_is_refused_changes_no_verdict_at_any_of_its_schools(book):
    above, own = book
    if any(witness.row for witness in witnesses(above, [own])):
        assert not any(differs(above, own, [], point, school) for point in POINTS for school in (*SCHOOLS, "c"))


@given(st.one_of(books(2, caps), books(1, allowances)))
def test_what_is_not_refused_decides_somewhere_or_says_what_is_true(book):
    above, own = book[0], replace(book[1], derogations=())
    if not witnesses(above, [own], SCHOOLS[0]):
        assert any(differs(above, own, [], point, SCHOOLS[0]) or is_true(above, own, point) for point in POINTS)


def differs(above, own, instead, point, school):
    """Say whether some homework at this point meets another outcome for what the lower layer says."""
    every = (*pieces(own, point, over=1), *of_every_kind(point, KINDS))
    cases = (replace(case, school=school) for case in every)
    return any(
        judge([*above, own], case, point[0]).outcome is not judge([*above, *instead], case, point[0]).outcome
        for case in cases
    )


def is_true(above, own, point):
    """Say whether, where the row reaches, what it allows to the full is allowed."""
    (line,) = own.rows
    on = point[0]
    if not line.in_force(on) or not line.covers(next(of_every_kind(point, ["written"]))):
        return False
    allowed = [judge(above, case, on).outcome in PASSES for case in fully(own, point)]
    return any(allowed) if own.counter else all(allowed)


def fully(own, point):
    return pieces(own, point, over=0) if own.counter else of_every_kind(point, own.rows[0].codes)


def pieces(own, point, over):
    """Every way to bring the row's minutes, and so many more, to its counter and as little as can be to others."""
    if not own.counter:
        return
    minutes = own.rows[0].number + over
    typically = (0, minutes) if own.counter.statistic is Statistic.MAXIMUM else (minutes,)
    for kind, place, typical in product(("written", "reading"), ("home", "school"), typically):
        adding = counters_of(kind == "written", place == "home", typical, minutes)
        if adding[own.measure] == minutes:
            yield case_of(point, kind, place, adding)


def of_every_kind(point, kinds):
    for kind in kinds:
        yield case_of(point, kind, "home", dict.fromkeys((counter.key for counter in Counter.every()), 0))


def case_of(point, kind, place, adding):
    _, grade, day_kind = point
    fields = {"grade": grade, "day_kind": day_kind, "kind": kind, "place": place}
    return Case(fields=fields, standing=dict.fromkeys(adding, 0), adding=adding, school=SCHOOLS[0])
