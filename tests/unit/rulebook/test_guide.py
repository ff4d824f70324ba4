"""The guide on writing a norm: every example is read and judged, and every word that may be written is in it."""

import re
from pathlib import Path

import pytest
import yaml

from engines.policy import About, Bound, Force, Layer, NormUnreadable, Unit, derogation_sentence, judge, sentence
from engines.policy.measure import measures_of
from engines.policy.vocabulary import SCOPE
from services.rulebook.formats.layer_document import layer_from_yaml
from tests.unit.engines.sentence import OUTCOMES, case_of, day_of

PAGE = (Path(__file__).parents[3] / "docs" / "guide" / "norms.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```yaml\n(.*?)```\n((?:\n- (?:读作|读不出来)：[^\n]*(?:\n- 读作：[^\n]*)*\n)?)", re.DOTALL)
SAID = re.compile(r"- (读作|读不出来)：(.*)")


def examples():
    """Each layer of the page with what is said of it, and the cases that are judged by it."""
    found, layer = [], None
    for text, below in EXAMPLE.findall(PAGE):
        if text.startswith("layer:"):
            layer = text
            found.append((layer, SAID.findall(below), []))
        else:
            found[-1][2].extend(yaml.safe_load(text))
    return found


READ = [(layer, said, told) for layer, said, told in examples() if said[0][0] == "读作"]
REFUSED = [(layer, words) for layer, ((how, words), *_), _ in examples() if how == "读不出来"]


def test_the_page_has_examples_of_both():
    assert len(READ) == 4 and len(REFUSED) == 4
    assert sum(len(told) for *_, told in READ) == 7


@pytest.mark.parametrize(("layer", "said", "_"), READ)
def test_an_example_reads_as_the_page_says(layer, said, _):
    norms = layer_from_yaml(layer).norms
    sentences = [sentence(norm, row) for norm in norms for row in norm.rows]
    sentences += [derogation_sentence(norm, granted) for norm in norms for granted in norm.derogations]
    assert [words for _, words in said] == sentences


@pytest.mark.parametrize(("layer", "told"), [(layer, one) for layer, _, told in READ for one in told])
def test_a_case_is_judged_as_the_page_says(layer, told):
    verdict = judge(layer_from_yaml(layer).norms, case_of(told), day_of(told))
    assert verdict.outcome is OUTCOMES[told["结论"]]
    if "因为" in told:
        assert [finding.arithmetic for finding in verdict.findings] == told["因为"]
    if "可以改" in told:
        assert [offer.words for finding in verdict.findings for offer in finding.remedy] == told["可以改"]


@pytest.mark.parametrize(("layer", "words"), REFUSED)
def test_what_is_wrong_is_told_as_the_page_says(layer, words):
    with pytest.raises(NormUnreadable) as refusal:
        layer_from_yaml(layer)
    assert str(refusal.value).startswith(words)


@pytest.mark.parametrize("about", About)
def test_every_matter_stands_on_the_page_with_all_that_a_norm_on_it_may_look_at(about):
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{about}` |")]
    assert set(re.findall(r"`([a-z_]+)`", line)) == {about, *measures_of(about)}


def test_every_key_and_word_that_may_be_written_is_explained():
    keys = {"key", "title", "about", "measure", "bound", "unit", "force", "derogable_by", "rows", "derogations"}
    of_a_row = {"value", "effective_from", "effective_to", "clause", "source", *SCOPE}
    words = {*keys, *of_a_row, *Bound, *Force, *Unit}
    assert words - set(re.findall(r"`([a-z_]+)`", PAGE)) == set()
    assert all(f"layer: {layer}" in PAGE for layer in Layer)
