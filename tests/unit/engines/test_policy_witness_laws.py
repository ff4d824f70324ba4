"""What is refused as useless never changes a verdict; what is not refused decides somewhere, or says what is true."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from engines.policy import Bound, Case, Force, Layer, Outcome, Ruling, Unit, counters_of, witnesses
from engines.policy.counter import Statistic
from engines.policy.fields.homework import KINDS, PLACES
from tests.unit.engines import strategies
from tests.unit.engines.strategies import CODES, DAYS, GRADES, SCHOOLS, SCOPES, forces, row, scopes, validities

HIGHER = st.sampled_from([Layer.NATIONAL, Layer.DISTRICT])
LOWEST = st.just(Layer.SCHOOL)
COUNTERS = ("written_home_maximum", "written_total_average", "all_total_maximum")
EVERY_DAY = (*DAYS, DAYS[-1] + timedelta(days=1))
POINTS = tuple(product((*GRADES, 2), (*SCOPES["day_kinds"], "holiday"), PLACES))
NOTHING = counters_of(False, False, 0, 0)
AMISS = {Force.REFUSE: (Outcome.VIOLATION,), Force.WARN: (Outcome.VIOLATION, Outcome.WARNING)}


REACHES = st.just({}) | scopes("grades", "day_kinds"), st.just((DAYS[0], None)) | validities
"""Often everything and for good: only such rows are overruled, or overrule."""


def caps(layer):
    minutes = st.sampled_from([30, 60, 75] if layer is LOWEST else [0, 30, 60])
    lines = st.builds(row, minutes, *REACHES)
    measures = st.sampled_from(COUNTERS)
    return st.builds(strategies.norm, layer, forces, lines, measures, st.just(Bound.AT_MOST), st.just(Unit.MINUTES))


def allowances(layer):
    sizes = {"min_size": 2, "max_size": 3} if layer is LOWEST else {"min_size": 1, "max_size": 2}
    value = st.lists(st.sampled_from(CODES["kind"]), unique=True, **sizes).map(tuple)
    lines = st.builds(row, value, *REACHES)
    return st.builds(strategies.norm, layer, forces, lines, st.just("kind"), st.just(Bound.ONE_OF), st.just(Unit.CODES))


def bans(layer):
    return allowances(layer).map(lambda norm: replace(norm, bound=Bound.FORBIDDEN))


def granting(norms):
    return norms.flatmap(strategies.now_and_then_granting)


def books(most, *families):
    """Norms of the layers above, and one below that often reaches as far as one of them and mostly asks for less."""
    above = {family: st.lists(granting(family(HIGHER)), min_size=1, max_size=most) for family in families}
    return st.one_of([norms.flatmap(below(family)) for family, norms in above.items()])


def below(family):
    def own(above):
        drawn = family(LOWEST)
        rival = st.builds(as_far_as, st.sampled_from(above), drawn)
        return st.tuples(st.just(above), granting(rival | drawn))

    return own


def as_far_as(upper, own):
    return replace(own, measure=upper.measure, rows=(replace(upper.rows[0], value=own.rows[0].value),))


@given(books(2, caps, allowances, bans))
def test_what_is_refused_changes_no_verdict_anywhere(book):
    above, own = book
    for witness in witnesses(above, [own], SCHOOLS[0]):
        without = [] if witness.row else [replace(own, derogations=())]
        assert not differs(above, own, without, SCHOOLS[0])


@given(books(2, caps, allowances))
def test_what_a_district_is_refused_changes_no_verdict_at_any_of_its_schools(book):
    above, own = book
    if any(witness.row for witness in witnesses(above, [own])):
        assert not any(differs(above, own, [], school) for school in (*SCHOOLS, "c"))


@given(st.one_of(books(2, caps), books(1, allowances)))
def test_what_is_not_refused_decides_somewhere_or_says_what_is_true(book):
    above, own = book[0], replace(book[1], derogations=())
    if not witnesses(above, [own], SCHOOLS[0]):
        assert differs(above, own, [], SCHOOLS[0]) or is_true(above, own)


def differs(above, own, instead, school):
    """Say whether some homework on some day meets another outcome for what the lower layer says."""
    return any(
        with_it.judge(case).outcome is not without.judge(case).outcome
        for on in EVERY_DAY
        for with_it, without in [(Ruling.of([*above, own], on), Ruling.of([*above, *instead], on))]
        for point in POINTS
        for case in (*pieces(own, point, over=1, school=school), *of_every_kind(point, KINDS, school))
    )


def is_true(above, own):
    """Say whether somewhere, where the row reaches, what it allows to the full is no more amiss than it says itself."""
    (line,) = own.rows
    for on in filter(line.in_force, EVERY_DAY):
        ruling = Ruling.of(above, on)
        for point in POINTS:
            if line.covers(next(of_every_kind(point, KINDS, SCHOOLS[0]))):
                allowed = [ruling.judge(case).outcome not in AMISS[own.force] for case in fully(own, point)]
                if any(allowed) if own.counter else all(allowed):
                    return True
    return False


def fully(own, point):
    if own.counter:
        return pieces(own, point, over=0, school=SCHOOLS[0])
    return of_every_kind(point, own.rows[0].codes, SCHOOLS[0])


def pieces(own, point, over, school):
    """Every way to bring the row's minutes, and so many more, to its counter and as little as can be to others."""
    if not own.counter:
        return
    minutes = own.rows[0].number + over
    typically = (0, minutes) if own.counter.statistic is Statistic.MAXIMUM else (minutes,)
    for kind, typical in product(("written", "reading"), typically):
        adding = counters_of(kind == "written", point[-1] == "home", typical, minutes)
        if adding[own.measure] == minutes:
            yield case_of(point, kind, adding, school)


def of_every_kind(point, kinds, school):
    for kind in kinds:
        yield case_of(point, kind, NOTHING, school)


def case_of(point, kind, adding, school):
    grade, day_kind, place = point
    fields = {"grade": grade, "day_kind": day_kind, "kind": kind, "place": place}
    return Case(fields=fields, standing=dict.fromkeys(adding, 0), adding=adding, school=school)
