"""试一试: a case that nobody has done is judged and explained, under what is in force or under the draft."""

import pytest

from contracts.errors import InvalidRequest
from contracts.rulebook.trying import ReadVocabulary
from engines.policy import Layer
from plumbing.ids import new_id
from services.rulebook.application.vocabulary import read_vocabulary
from tests.store.rulebook.office import Officer, day
from tests.unit.engines.builders import ban, cap, norm


@pytest.fixture
def office(stage):
    stage.publish(Layer.NATIONAL, cap(60, grades="3-6"), ban("punitive", key="ban"))
    return Officer(stage, new_id())


def test_a_piece_that_is_too_long_is_told_with_its_sum_and_what_would_pass(office):
    tried = office.tries(minutes=30, standing=35)
    assert tried.outcome == "violation"
    (finding,) = tried.findings
    assert finding.arithmetic == "已有 35 分钟 + 本次 30 分钟 = 65 分钟，超过 60 分钟"
    assert finding.offers[0].words == "改为 25 分钟"


def test_every_row_says_why_it_did_or_did_not_bind(office):
    told = [(line.layer, line.why) for line in office.tries(grade=1).lines]
    assert told == [("national", "outside"), ("national", "holds")]


def test_a_draft_can_be_tried_before_it_is_adopted(office):
    office.writes(30)
    assert [office.tries(minutes=40, draft=draft).outcome for draft in (False, True)] == ["compliant", "violation"]
    assert office.tries(minutes=40, draft=True, on=day(-1)).outcome == "compliant"


def test_what_the_norms_ask_and_the_case_does_not_say_is_asked_for_never_allowed(office):
    with pytest.raises(InvalidRequest, match="缺少“年级”") as refusal:
        office.tries(grade="")
    assert list(refusal.value.details["fields"]) == ["grade"]
    with pytest.raises(InvalidRequest) as refusal:
        office.tries(minutes=None)
    assert list(refusal.value.details["fields"]) == ["minutes"]


def test_a_matter_that_norms_do_not_speak_of_is_refused(office):
    with pytest.raises(InvalidRequest, match="没有“lunch”这类规定"):
        office.tries(about="lunch")


def test_a_time_of_the_day_is_typed_as_people_write_it_and_offered_so(stage, office):
    until = norm(
        {"value": "17:00"}, about="care", measure="ends_at", bound="at_least", unit="time", layer="district",
    )
    stage.publish(Layer.DISTRICT, until)
    (finding,) = office.tries(about="care", minutes=None, ends_at="16:40").findings
    assert [(offer.field, offer.value) for offer in finding.offers] == [("ends_at", "17:00")]
    assert office.tries(about="care", minutes=None, ends_at="17:00").outcome == "compliant"
    for strange in ("5点", "1700"):
        with pytest.raises(InvalidRequest, match="“结束时间”的内容无法识别"):
            office.tries(about="care", minutes=None, ends_at=strange)


def test_what_norms_can_speak_of_is_told_in_words(office):
    told = office.does(read_vocabulary, ReadVocabulary())
    care = next(matter for matter in told.matters if matter.about == "care")
    assert (care.words, {field.name: field.kind for field in care.fields}["ends_at"]) == ("课后服务", "time")
    homework = next(matter for matter in told.matters if matter.about == "homework")
    cap = next(measure for measure in homework.measures if measure.name == "written_home_maximum")
    assert (cap.words, cap.bounds) == ("每天回家做的书面作业的分钟数，按每个学生算", ("at_most",))
    assert cap.scopes == ("grades", "day_kinds", "weekdays", "seasons")
    assert {"grades", "weekdays", "session_kinds"} <= {scope.name for scope in told.scopes}


def test_numbers_typed_into_a_form_are_numbers(office):
    assert office.tries(grade="3", minutes=61).outcome == "violation"
