"""The thirteen demo schools' own rules, contradictions included: whatever they say can be judged and guarded."""

from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml

import demo
from contracts.homework.assignment import Kind, Place
from engines.schooldays import SchoolCalendar, Term
from services.homework.domain.rulebook import Rulebook
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml
from services.rulebook.wiring import NATIONAL
from tests.unit.homework.memory_unit import EMPTY
from tests.unit.homework.test_piece import a_piece

LAYERS = yaml.safe_load((Path(demo.__file__).parent / "layers.yaml").read_text(encoding="utf-8"))
ABOVE = (
    *layer_from_yaml(NATIONAL.read_text(encoding="utf-8")).norms,
    *layer_from_plain("district", LAYERS["district"]).norms,
)
KINDS, MINUTES = (Kind.WRITTEN, Kind.READING), (1, 30, 31, 60, 61, 91)
SCHOOL_DAY = date(2026, 9, 2)
CALENDAR = SchoolCalendar(terms=(Term(name="学期", first=date(2026, 9, 1), last=date(2027, 1, 20)),))


@cache
def rulebook_of(school):
    own = layer_from_plain("school", LAYERS["schools"][school]).norms
    return Rulebook(school_id=school, norms=(*ABOVE, *own), calendar=CALENDAR)


@pytest.mark.parametrize("school", LAYERS["schools"])
def test_what_a_demo_school_lets_through_is_what_its_guard_lets_through(school):
    for grade, kind, place, minutes in product(range(1, 10), KINDS, Place, MINUTES):
        rules = rulebook_of(school).rules_for(grade, SCHOOL_DAY)
        piece = a_piece(kind=kind.value, place=place.value, minutes=minutes)
        over = [finding for finding in rules.judge(piece, EMPTY).violations if finding.norm.counter]
        guarded = [counter for counter, limit in rules.caps.items() if piece.load[counter] > limit]
        assert bool(over) is bool(guarded), (grade, kind, place, minutes)


def test_first_graders_of_no_demo_school_write_at_home_and_none_is_kept_from_reading():
    for school in LAYERS["schools"]:
        rules = rulebook_of(school).rules_for(1, SCHOOL_DAY)
        assert rules.judge(a_piece(minutes=1), EMPTY).violations
        assert not rules.judge(a_piece(kind="reading", place="school", minutes=10), EMPTY).violations
