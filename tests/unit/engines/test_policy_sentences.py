"""The sentences of sentences/*.yaml, written so that a head teacher can read and add to them, hold."""

import pytest

from engines.policy import Layer, NormUnreadable, explain, judge, norm_from_plain, witnesses
from engines.policy.vocabulary import fields_of
from tests.unit.engines.sentence import MATTERS, OUTCOMES, SCHOOLS, case_of, day_of, norms_of, sentences
from tests.unit.engines.written import norm_of


def name(value):
    return value if isinstance(value, str) else value["说明"]


@pytest.mark.parametrize(("rule", "told"), sentences(), ids=name)
def test_the_rules_say_what_the_sentence_says(rule, told):
    verdict = judge(norms_of(told), case_of(told), day_of(told))
    assert verdict.outcome is OUTCOMES[told["结论"]]
    if "因为" in told:
        assert list(dict.fromkeys(finding.arithmetic for finding in verdict.controlling)) == told["因为"]
    if "可以改" in told:
        offers = [offer.words for finding in verdict.controlling for offer in finding.remedy]
        assert list(dict.fromkeys(offers)) == told["可以改"]
    if "经过" in told:
        lines = [looked.line for looked in explain(norms_of(told), case_of(told), day_of(told))]
        assert [line for line in told["经过"] if line not in lines] == []


def test_every_norm_of_the_nation_the_district_and_the_schools_stops_or_warns_somebody_in_a_sentence():
    met = set()
    for _, told in sentences():
        for finding in judge(norms_of(told), case_of(told), day_of(told)).findings:
            met.add((told.get("学校") if finding.layer is Layer.SCHOOL else None, finding.layer, finding.norm.key))
    schools = [(key, norm) for key in SCHOOLS for norm in norms_of({"学校": key})]
    every = {(key if norm.layer is Layer.SCHOOL else None, norm.layer, norm.key) for key, norm in schools}
    assert sorted(map(str, every - met)) == []


@pytest.mark.parametrize("matter", sorted(MATTERS.keys() - {"作业"}))
def test_what_is_usual_is_told_whole_and_breaks_no_rule_of_the_nation_or_the_district(matter):
    told = {"学校": "b", matter: {}}
    assert case_of(told).fields.keys() == {field.name for field in fields_of(MATTERS[matter])}
    assert judge(norms_of(told), case_of(told), day_of(told)).findings == ()


def norms(layers):
    return [norm_from_plain(norm_of(layer, lines)) for layer, lines in layers.items()]


@pytest.mark.parametrize(("rule", "told"), sentences("written"), ids=name)
def test_whoever_writes_a_norm_is_told_what_is_wrong_with_it_before_it_is_in_force(rule, told):
    if "读不出来" in told:
        with pytest.raises(NormUnreadable) as refusal:
            norms(told["本层"])
        assert refusal.value.what == told["读不出来"]
    else:
        found = witnesses(norms(told.get("上面", {})), norms(told["本层"]))
        assert [witness.words for witness in found] == told["不起作用"]
