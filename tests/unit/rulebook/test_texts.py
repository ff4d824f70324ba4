"""What the house ships and what the demo's schools decided: readable, cited, and free of norms that never bind."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from engines.policy import CountedPlace, Layer, Statistic, norm_from_plain, norm_to_plain, witnesses
from services.rulebook.application.reading import rules_of
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml
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


def test_every_national_norm_refuses_quotes_a_document_and_is_in_force():
    for norm in nation():
        assert norm.refuses and norm.layer is Layer.NATIONAL
        for row in norm.rows:
            assert "《" in row.source and row.clause.endswith("。") and row.in_force(date(2026, 11, 22))


def test_thirteen_schools_have_their_layer():
    assert "".join(SCHOOLS) == "abcdefghijklm"


@pytest.mark.parametrize("key", SCHOOLS)
def test_a_school_s_rules_read_as_sentences_with_clause_and_source(key):
    rules = [rule for norm in of_school(key) for rule in rules_of(norm, date(2026, 11, 22))]
    assert all(rule.sentence.endswith("。") and rule.clause and rule.source for rule in rules)
    assert len(rules) >= len(of_school(key))


def test_the_district_s_layer_is_readable():
    assert len(layer_from_plain("district", LAYERS["district"]).norms) == 2


@pytest.mark.parametrize("key", SCHOOLS)
def test_no_row_of_a_demo_school_is_useless_under_the_nation_and_the_district(key):
    district = layer_from_plain("district", LAYERS["district"]).norms
    assert witnesses(nation(), district) == ()
    assert witnesses((*nation(), *district), of_school(key), key) == ()


def test_norms_once_announced_can_be_read_for_ever():
    examples = sorted(EXAMPLES.glob("rulebook.norms_published.v1*.json"))
    assert examples
    for example in examples:
        told = json.loads(example.read_text(encoding="utf-8"))
        norms = [norm_from_plain(plain) for plain in told["norms"]]
        assert [norm_to_plain(norm) for norm in norms] == told["norms"]
