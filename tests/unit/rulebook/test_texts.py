"""What the house ships and what the demo's schools decided: readable, cited, and free of norms that never bind."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from engines.policy import CountedPlace, Layer, Statistic, norm_from_plain, norm_to_plain
from services.rulebook.application.reading import rules_of
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml, layer_to_yaml
from services.rulebook.wiring import NATIONAL

LAYERS = yaml.safe_load((Path(__file__).parents[3] / "demo" / "layers.yaml").read_text(encoding="utf-8"))
EXAMPLES = Path(__file__).parents[2] / "contracts" / "examples"
SCHOOLS = sorted(LAYERS["schools"])


def nation():
    return layer_from_yaml(NATIONAL.read_text(encoding="utf-8")).norms


def of_school(key):
    return layer_from_plain("school", LAYERS["schools"][key]).norms


def cap_of(norms, grade):
    caps = [(row.number, norm.counter) for norm in norms if norm.counter for row in norm.rows if grade in row.grades]
    ((minutes, counter),) = caps
    return minutes, counter.place, counter.statistic


@pytest.mark.parametrize(("grades", "minutes"), [((3, 4, 5, 6), 60), ((7, 8, 9), 90)])
def test_the_nation_caps_written_work_of_a_typical_pupil_wherever_it_is_done(grades, minutes):
    for grade in grades:
        assert cap_of(nation(), grade) == (minutes, CountedPlace.TOTAL, Statistic.AVERAGE)


def test_the_nation_wants_no_written_work_at_home_in_grades_one_and_two():
    for grade in (1, 2):
        assert cap_of(nation(), grade) == (0, CountedPlace.HOME, Statistic.MAXIMUM)


def test_the_nation_bans_what_its_documents_name():
    banned = {code for norm in nation() if norm.measure == "practices" for row in norm.rows for code in row.codes}
    assert banned == {
        "copying", "punitive", "beyond_standard", "set_for_guardians", "marked_by_guardians", "self_marked", "by_phone",
    }


def test_every_national_norm_quotes_a_document_or_says_that_it_does_not_and_is_in_force():
    for norm in nation():
        assert norm.layer is Layer.NATIONAL
        for row in norm.rows:
            assert row.clause.endswith("。") and row.in_force(date(2026, 11, 22))
            assert "《" in row.source or "要点" in row.source
            assert norm.refuses is ("原则上" not in row.clause)


def test_the_nation_says_only_what_all_agree_on_and_leaves_the_hours_of_care_to_the_district():
    numbers = {norm.measure: norm.rows[0].value for norm in nation() if norm.unit != "codes" and not norm.counter}
    assert numbers == {"service_days": 5, "service_minutes": 120, "minutes_before_off_work": 0}
    assert {norm.measure for norm in nation() if norm.derogable_by is Layer.DISTRICT} == set(numbers)
    assert {norm.bound for norm in nation() if norm.unit == "codes"} == {"forbidden"}


def test_thirteen_schools_have_their_layer():
    assert "".join(SCHOOLS) == "abcdefghijklm"


@pytest.mark.parametrize("key", SCHOOLS)
def test_a_school_s_rules_read_as_sentences_with_clause_and_source(key):
    rules = [rule for norm in of_school(key) for rule in rules_of(norm, date(2026, 11, 22))]
    assert all(rule.sentence.endswith("。") and rule.clause and rule.source for rule in rules)
    assert len(rules) >= len(of_school(key))


def test_the_district_s_layer_is_readable():
    norms = layer_from_plain("district", LAYERS["district"]).norms
    assert {norm.about for norm in norms} >= {"homework", "exemption", "exam", "care", "training"}


@pytest.mark.parametrize("key", SCHOOLS)
def test_a_layer_written_as_a_file_reads_the_same(key):
    own = layer_from_plain("school", LAYERS["schools"][key])
    assert layer_from_yaml(layer_to_yaml(own)) == own


def test_norms_once_announced_can_be_read_for_ever():
    examples = sorted(EXAMPLES.glob("rulebook.norms_published.v1*.json"))
    assert examples
    for example in examples:
        told = json.loads(example.read_text(encoding="utf-8"))
        norms = [norm_from_plain(plain) for plain in told["norms"]]
        assert [norm_to_plain(norm) for norm in norms] == told["norms"]
