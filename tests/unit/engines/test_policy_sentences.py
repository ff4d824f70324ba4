"""The sentences of sentences/*.yaml, written so that a head teacher can read and add to them, hold."""

import pytest

from engines.policy import judge
from tests.unit.engines.sentence import OUTCOMES, case_of, day_of, norms_of, sentences


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
