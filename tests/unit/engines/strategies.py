"""Strategies: norms that often meet, as a rule book could hold them, and any homework a teacher could set."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from engines.policy import About, Bound, Case, Counter, Derogation, Force, Layer, Norm, Row, Unit, counters_of
from engines.policy.fields.day import DAY_KINDS
from engines.policy.fields.homework import KINDS, PLACES

FIRST = date(2026, 9, 1)
DAYS = tuple(FIRST + timedelta(days=number) for number in range(4))
SCHOOLS = ("a", "b")
GRADES, SUBJECTS, PRACTICES = (1, 3, 8), ("语文", "音乐"), ("punitive", "copying", "in_recess")
CODES = {"practices": PRACTICES, "kind": tuple(KINDS)[:3], "place": tuple(PLACES), "subject": SUBJECTS}
SCOPES = {"grades": GRADES, "day_kinds": tuple(DAY_KINDS)[:2], "places": tuple(PLACES), "kinds": CODES["kind"]}

minutes = st.integers(0, 90)
layers = st.sampled_from(Layer)
forces = st.sampled_from([Force.REFUSE, Force.REFUSE, Force.WARN])
days = st.sampled_from(DAYS)


@cache
def scopes(*dimensions):
    """No scope, or one dimension limited to some of its values."""
    one_value = [st.fixed_dictionaries({name: st.frozensets(st.sampled_from(SCOPES[name]), min_size=1, max_size=1)})
                 for name in dimensions]
    return st.one_of(st.just({}), *one_value)


validities = st.tuples(st.sampled_from(DAYS[:2]), st.none() | st.sampled_from(DAYS[1:]))


def row(value, scope, validity):
    first, last = validity
    return Row(value=value, effective_from=first, effective_to=last, clause="条款", source="文件", **scope)


def norm(layer, force, row, measure, bound, unit, about=About.HOMEWORK):
    return Norm(
        key="norm", title="规定", layer=layer, force=force, rows=(row,), measure=measure, bound=bound, unit=unit,
        about=about,
    )


def caps(layer=layers):
    lines = st.builds(row, minutes, scopes("grades", "day_kinds"), validities)
    measures = st.sampled_from([counter.key for counter in Counter.every()])
    return st.builds(norm, layer, forces, lines, measures, st.just(Bound.AT_MOST), st.just(Unit.MINUTES))


def lists(layer=layers):
    bounds = st.sampled_from([Bound.FORBIDDEN, Bound.ONE_OF, Bound.REQUIRED])
    codes = st.just(Unit.CODES)
    return st.one_of([st.builds(norm, layer, forces, _lines(of), st.just(of), bounds, codes) for of in CODES])


def _lines(measure):
    value = st.lists(st.sampled_from(CODES[measure]), min_size=1, max_size=2, unique=True).map(tuple)
    return st.builds(row, value, scopes(*SCOPES), validities)


HOURS = {"service_days": Unit.DAYS, "service_minutes": Unit.MINUTES, "ends_at": Unit.TIME}
numbers = st.integers(0, 6)


def hours(layer=layers):
    """Norms on the hours of the after-school service: numbers, from above or below."""
    lines = st.builds(row, numbers, scopes("grades", "day_kinds"), validities)
    bounds, about = st.sampled_from([Bound.AT_MOST, Bound.AT_LEAST]), st.just(About.CARE)
    return st.one_of([
        st.builds(norm, layer, forces, lines, st.just(measure), bounds, st.just(unit), about)
        for measure, unit in HOURS.items()
    ])


def care(grade, day_kind, *said):
    fields = {"grade": grade, "day_kind": day_kind, **dict(zip(HOURS, said, strict=True))}
    return Case(about=About.CARE, fields=fields, standing={}, adding={}, school=SCHOOLS[0])


def norms(layer=layers):
    """Any norm, now and then with a derogation for some schools."""
    return (caps(layer) | lists(layer)).flatmap(now_and_then_granting)


@st.composite
def now_and_then_granting(draw, norm):
    """The norm as it is, or with a derogation that meets its row and only loosens."""
    return draw(granting(norm)) if draw(st.booleans()) else norm


@st.composite
def granting(draw, norm):
    """The norm with a derogation that meets its row and only loosens."""
    (row,) = norm.rows
    possible = ("grades", "day_kinds") if norm.counter else SCOPES
    given = draw(derogations(*(name for name in possible if name != f"{norm.measure}s")).filter(row.overlaps))
    return replace(norm, derogations=(replace(given, value=wider(norm, row) if draw(st.booleans()) else None),))


@cache
def derogations(*dimensions):
    """Any derogation that lifts a norm, everywhere or limited in one dimension."""
    return st.builds(derogation, st.frozensets(st.sampled_from(SCHOOLS), min_size=1), scopes(*dimensions), days, days)


def derogation(schools, scope, one, other):
    first, last = sorted([one, other])
    return Derogation(
        schools=schools, effective_from=first, effective_to=last, reason="理由", granted_by="本层", **scope
    )


def wider(norm, row):
    """A value that allows more than the row's; None if there is none."""
    if norm.counter is not None:
        return row.value + 15
    if norm.bound is Bound.ONE_OF:
        return next(((*row.value, code) for code in CODES[norm.measure] if code not in row.value), None)
    return row.value[:1] if len(row.value) > 1 else None


def case(grade, day_kind, kind, place, subject, practices, standing, typical, slower, school):
    fields = {
        "grade": grade, "day_kind": day_kind, "weekday": 1, "season": "winter", "kind": kind, "place": place,
        "subject": subject, "practices": tuple(practices),
    }
    return Case(
        fields=fields,
        standing=counters_of(True, True, standing, standing + slower),
        adding=counters_of(kind == "written", place == "home", typical, typical + slower),
        school=school,
    )


cases = st.builds(
    case, st.sampled_from(GRADES), st.sampled_from(SCOPES["day_kinds"]), st.sampled_from(CODES["kind"]),
    st.sampled_from(CODES["place"]), st.sampled_from(SUBJECTS),
    st.lists(st.sampled_from(PRACTICES), max_size=2, unique=True), minutes, minutes, st.sampled_from([0, 15]),
    st.sampled_from(SCHOOLS),
)
