"""What several layers of rules say alike is told once, with the clause of each."""

from datetime import date

from contracts.errors import RuleRefused
from contracts.finding import Finding, Offer
from contracts.homework.assignment import PublishHomework
from gateway.forms.form import Form
from gateway.forms.plain import given_from
from gateway.forms.questions import Questions
from gateway.forms.told import told

FEWER = Offer(words="改为 25 分钟", field="minutes", value="25")
READING = Offer(words="改为口头·阅读", field="kind", value="reading")


def finding(layer: str, arithmetic: str = "65 超过 60", offers: tuple[Offer, ...] = (FEWER,)) -> Finding:
    return Finding(
        norm="written", layer=layer, force="refuse", field="minutes", sentence="每天不超过 60 分钟",
        arithmetic=arithmetic, clause=f"{layer} 的原文", source=layer, since=date(2021, 9, 1), offers=offers,
    )


def test_three_layers_with_one_cap_are_one_refusal_with_three_clauses() -> None:
    (one,) = told((finding("national"), finding("district"), finding("school")))
    assert [f.clause for f in one.findings] == ["national 的原文", "district 的原文", "school 的原文"]
    assert one.offers == (FEWER,)


def test_an_offer_of_any_layer_is_offered() -> None:
    (one,) = told((finding("national"), finding("school", offers=(FEWER, READING))))
    assert one.offers == (FEWER, READING)


def test_two_caps_stay_two_refusals_in_their_order() -> None:
    both = told((finding("national"), finding("school", arithmetic="65 超过 30")))
    assert [one.said.layer for one in both] == ["national", "school"]


def test_the_same_sum_is_said_once_in_the_summary() -> None:
    questions = Questions(message=PublishHomework, title="布置作业", action="发布")
    findings = [finding(layer).dump() for layer in ("national", "district", "school")]
    form = Form(questions, given_from({})).refused(RuleRefused(details={"findings": findings}))
    assert [words for words, _ in form.summary] == ["预计用时（分钟）：65 超过 60"]
