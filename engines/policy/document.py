"""Document: a norm as plain, JSON-safe data, read strictly and written back the same."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, combinations
from typing import Any

from engines.policy.about import ABOUT_WORDS, About
from engines.policy.derogation import Derogation
from engines.policy.derogation_document import derogation_to_plain, derogations_from_plain, plain_derogation
from engines.policy.gap import first_gap
from engines.policy.measure import Measure, measure_named, measures_of
from engines.policy.norm import Bound, Force, Layer, Norm
from engines.policy.plain import NormPlain
from engines.policy.region_words import whom
from engines.policy.row import Row
from engines.policy.row_document import plain_row, row_from_plain, row_to_plain
from engines.policy.unit import Unit

_NAMES = ("key", "title", "about", "layer", "measure", "bound", "unit", "force", "rows")
_DEROGABLE_BY, _DEROGATIONS = "derogable_by", "derogations"


def norm_from_plain(plain: Mapping[str, Any]) -> Norm:
    """Return the norm that the document describes.

    `about` may be absent and is then homework; `derogable_by` as well, and is then the norm's own layer.

    Raises NormUnreadable for an unknown or missing key, a value of the wrong kind, a bound, unit or scope that the
    measure cannot have, two rows that would cover the same case on the same day, days without a row between two rows
    for the same case, derogations left to a layer that may not grant them, or one that loosens nothing.
    """
    document = NormPlain(norm=str(plain.get("key", "?")), row=None, content=plain)
    document.only((*_NAMES, _DEROGABLE_BY, _DEROGATIONS))
    layer = document.choice("layer", Layer)
    about = document.choice("about", About) if "about" in plain else About.HOMEWORK
    measure = _measure(document, about)
    bound, rows = _bound(document, measure), _rows(document, measure, about)
    return Norm(
        key=document.key("key"),
        title=document.text("title"),
        about=about,
        layer=layer,
        measure=document.text("measure"),
        bound=bound,
        unit=_unit(document, measure),
        force=document.choice("force", Force),
        rows=rows,
        derogations=_derogations(document, measure, about, bound, rows),
        left_to=_left_to(document, layer),
    )


def norm_to_plain(norm: Norm) -> dict[str, Any]:
    """Return the norm as JSON-safe data; reading it gives the same norm."""
    header = {name: str(getattr(norm, name)) for name in _NAMES if name != "rows"}
    plain = {**header, "rows": [row_to_plain(row, norm.unit) for row in norm.rows]}
    if norm.left_to is not None:
        plain[_DEROGABLE_BY] = str(norm.left_to)
    if norm.derogations:
        plain[_DEROGATIONS] = [derogation_to_plain(granted, norm.unit) for granted in norm.derogations]
    return plain


def granting(norm: Norm, documents: Iterable[Mapping[str, Any]]) -> Norm:
    """Return the norm with these derogations as well; one that it has is not granted twice. Raises NormUnreadable."""
    bare = norm_to_plain(replace(norm, derogations=()))
    asked = [norm_from_plain({**bare, _DEROGATIONS: [document]}).derogations for document in documents]
    every = dict.fromkeys((*norm.derogations, *chain(*asked)))
    plain = [derogation_to_plain(granted, norm.unit) for granted in every]
    return norm_from_plain({**bare, _DEROGATIONS: plain}) if plain else norm


def _measure(document: NormPlain, about: About) -> Measure:
    named = document.text("measure")
    measure = measure_named(named)
    if measure is None or about not in measure.abouts:
        others = "、".join(ABOUT_WORDS[other] for other in measure.abouts) if measure else ""
        what = f"{named!r} 说的是{others}，不是{ABOUT_WORDS[about]}" if measure else f"measure 不能是 {named!r}"
        document.refuse(what, f"about 写 {about} 的，measure 可以写的有：{'、'.join(measures_of(about))}")
    return measure


def _bound(document: NormPlain, measure: Measure) -> Bound:
    bound = document.choice("bound", Bound)
    if bound not in measure.bounds:
        document.refuse(f"{document.text('measure')} 不能用 {bound}", f"可以用：{'、'.join(measure.bounds)}")
    return bound


def _unit(document: NormPlain, measure: Measure) -> Unit:
    unit = document.choice("unit", Unit)
    if unit is not measure.unit:
        document.refuse(f"{document.text('measure')} 的 unit 不能是 {unit}", f"应写 {measure.unit}")
    return unit


def _rows(document: NormPlain, measure: Measure, about: About) -> tuple[Row, ...]:
    numbered = enumerate(document.some("rows"), start=1)
    lines = [plain_row(document.norm, number, content) for number, content in numbered]
    rows = tuple(row_from_plain(line, measure, about) for line in lines)
    for (first, one), (second, other) in combinations(enumerate(rows, start=1), 2):
        if one.overlaps(other):
            where = plain_row(document.norm, second, {})
            where.refuse(f"与第 {first} 行管到同一情形、同一天", "请划清年级或日期，使每种情形只有一行")
    _refuse_gap(document, rows)
    return rows


def _refuse_gap(document: NormPlain, rows: tuple[Row, ...]) -> None:
    gap = first_gap(rows)
    if gap is not None:
        days = f"{gap.silent.first} 至 {gap.silent.last}"
        plain_row(document.norm, gap.after + 1, {}).refuse(
            f"与第 {gap.before + 1} 行之间，{days} 没有规定（{whom(gap.silent)}）",
            "请让两行的日期相接，或补上中间的一行；不再需要前一行的，请删去",
        )


def _left_to(document: NormPlain, layer: Layer) -> Layer | None:
    if _DEROGABLE_BY not in document.content:
        return None
    named = document.choice(_DEROGABLE_BY, Layer)
    possible = [layer, *(one for one in Layer if layer.depth < one.depth < Layer.SCHOOL.depth)]
    if named not in possible:
        document.refuse(f"{layer} 的规定，{_DEROGABLE_BY} 不能是 {named}", f"可以写的有：{'、'.join(possible)}")
    return None if named is layer else named


def _derogations(
    document: NormPlain, measure: Measure, about: About, bound: Bound, rows: tuple[Row, ...]
) -> tuple[Derogation, ...]:
    if _DEROGATIONS not in document.content:
        return ()
    contents = document.some(_DEROGATIONS)
    lines = [plain_derogation(document.norm, number, content) for number, content in enumerate(contents, start=1)]
    return derogations_from_plain(lines, measure, about, bound, rows)
