"""Rulebook of the demo: the layers of district and schools, what the district has granted, and each school's chains."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from demo.people import District
from engines.schooldays import Term

_LAYERS = Path(__file__).parent / "layers.yaml"
_GRANTED_BY = "区教育局"
_CHAINS_BY_STEPS = {
    (): ("care_class", "clubs_class_school"),
    ("guardian_applies", "class_review", "principal_approval"): ("care_class_principal", "care_class_principal"),
    ("guardian_applies", "class_review", "school_arranges"): ("care_class", "care_class"),
    ("pupil_applies_guardian_signs", "class_review", "school_arranges"): ("care_class", "care_class"),
    ("guardian_applies", "class_review", "school_review", "arrangement"): ("care_class", "clubs_class_school"),
}
Plain = dict[str, Any]


def rulebook(district: District, granted_for: Term) -> Plain:
    """Return what rulebook's seed reads: the layers, the derogations from the nation's norms, and who decides what.

    `granted_for` is the time, from a term's first day on, for which the derogations are granted.
    """
    return {
        "layers": list(_layers(district, granted_for)), "granted": list(_of_the_nation(district, granted_for)),
        "chains": list(_chains(district)),
    }


def _chains(district: District) -> Iterator[Plain]:
    """A school whose plan is silent decides clubs once more than care."""
    for school in district.schools:
        care, club = _CHAINS_BY_STEPS[tuple(school.plan.care.get("chain", ()))]
        for affair, chain in (("basic_care", care), ("club", club)):
            where = {"district_id": district.district_id, "school_id": school.school_id}
            yield {**where, "affair": affair, "chain": chain}


def _layers(district: District, granted_for: Term) -> Iterator[Plain]:
    common = {"district_id": district.district_id}
    own = [_granting(norm, district, granted_for) for norm in _document()["district"]]
    yield {"layer": "district", **common, "school_id": None, "norms": own}
    for school in district.schools:
        norms = _document()["schools"][school.plan.key]
        yield {"layer": "school", **common, "school_id": school.school_id, "norms": norms}


def _of_the_nation(district: District, granted_for: Term) -> Iterator[Plain]:
    for told in _document()["granted"]:
        if "national" in told["layers"]:
            derogation = _derogation(district, granted_for, told)
            yield {"district_id": district.district_id, "norm": told["norm"], "derogation": derogation}


def _granting(norm: Plain, district: District, granted_for: Term) -> Plain:
    """Return a norm of the district with what is granted from it."""
    told = [one for one in _document()["granted"] if "district" in one["layers"] and one["norm"] == norm["key"]]
    return {**norm, "derogations": [_derogation(district, granted_for, one) for one in told]} if told else norm


def _derogation(district: District, granted_for: Term, told: Plain) -> Plain:
    said = {name: value for name, value in told.items() if name not in ("norm", "layers")}
    schools = [district.school(key).school_id for key in told["schools"]]
    dates = {"effective_from": granted_for.first.isoformat(), "effective_to": granted_for.last.isoformat()}
    return {**said, **dates, "schools": schools, "granted_by": _GRANTED_BY}


@cache
def _document() -> Plain:
    return dict(yaml.safe_load(_LAYERS.read_text(encoding="utf-8")))
