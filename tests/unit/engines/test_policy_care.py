"""Norms on numbers other than the day's homework: the after-school service (E7)."""

import pytest

from engines.policy import About, Case, Outcome, judge
from tests.unit.engines.builders import MONDAY, norm


def at_least(minutes, **stated):
    return norm({"value": minutes}, about="care", measure="service_minutes", bound="at_least", unit="minutes", **stated)


TWO_HOURS = at_least(120)
FIVE_DAYS = norm({"value": 5}, about="care", measure="service_days", bound="at_most", unit="days")


def care(**fields):
    return Case(about=About.CARE, fields={"service_minutes": 120, "service_days": 5, **fields}, standing={}, adding={})


def outcome(norms, **fields):
    return judge(norms, care(**fields), MONDAY).outcome


@pytest.mark.parametrize(("minutes", "passes"), [(121, True), (120, True), (119, False)])
def test_the_service_lasts_two_hours_or_more(minutes, passes):
    assert (outcome([TWO_HOURS], service_minutes=minutes) is Outcome.COMPLIANT) == passes


@pytest.mark.parametrize(("days", "passes"), [(4, True), (5, True), (6, False)])
def test_the_service_runs_on_no_more_than_five_days(days, passes):
    assert (outcome([FIVE_DAYS], service_days=days) is Outcome.COMPLIANT) == passes


def test_a_service_that_is_too_short_is_told_how_long_it_has_to_be():
    (finding,) = judge([TWO_HOURS], care(service_minutes=90), MONDAY).findings
    assert finding.arithmetic == "现为 90 分钟，少于 120 分钟"
    (offer,) = finding.remedy
    assert (offer.field, offer.value, offer.words) == ("service_minutes", 120, "改为 120 分钟")


def test_of_two_layers_the_one_that_asks_for_more_is_told():
    longer = at_least(150, layer="school")
    verdict = judge([TWO_HOURS, longer], care(service_minutes=90), MONDAY)
    assert [finding.limit for finding in verdict.controlling] == [150]
    assert [[offer.value for offer in finding.remedy] for finding in verdict.findings] == [[150], [150]]
