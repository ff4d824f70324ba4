"""A school asks to be let off a norm above; only the district grants it, only where it may, and it ends by itself."""

import pytest

from contracts.errors import Conflict, InvalidRequest, NotFound
from contracts.rulebook.derogation import DerogationState
from engines.policy import Layer
from plumbing.ids import new_id
from tests.store.rulebook.office import Officer, day
from tests.unit.engines.builders import cap, norm

FIVE_DAYS = norm(
    {"value": 5}, about="care", measure="service_days", bound="at_least", unit="days", key="five_days",
    title="每周五天", derogable_by="district",
)
REASON = "周四下午教师集体学习"


@pytest.fixture
def school_id():
    return new_id()


@pytest.fixture
def office(stage, school_id):
    stage.publish(Layer.NATIONAL, FIVE_DAYS, cap(60))
    return Officer(stage, school_id)


@pytest.fixture
def district(stage):
    return Officer(stage)


def states(officer, on=None):
    return [one.state for one in officer.derogations(on).derogations]


def four_days(officer, on=None):
    return officer.tries(about="care", minutes=None, on=on, service_days=4).outcome


def test_what_the_district_grants_holds_until_its_last_day_and_ends_by_itself(stage, office, district):
    assert four_days(office) == "violation"
    request_id = office.asks("five_days", layer="national", value=("4",))
    assert states(office) == states(district) == [DerogationState.ASKED]
    assert four_days(office) == "violation"
    district.grants(request_id)
    assert [four_days(office, day(n)) for n in (0, 60, 61)] == ["compliant", "compliant", "violation"]
    assert [states(office, day(n)) for n in (0, 60, 61)] == [["ending"], ["ending"], ["over"]]
    assert four_days(Officer(stage, new_id())) == "violation"


def test_every_house_hears_what_is_granted_and_the_record_says_to_whom_and_why(stage, office, district, school_id):
    district.grants(office.asks("five_days", layer="national", value=("4",)))
    (_, event) = stage.news()[-1]
    (granted,) = event.norms[0]["derogations"]
    assert (granted["schools"], granted["reason"], granted["granted_by"]) == (
        [school_id], REASON, "区教育局教基〔2026〕12 号",
    )
    edition = office.editions()[0]
    assert (edition.act, edition.by, edition.authors) == ("granted", district.person_id, (office.person_id,))


def test_what_was_granted_already_is_not_granted_twice(stage, office, district):
    twice = [office.asks("five_days", layer="national", value=("4",)) for _ in range(2)]
    district.grants(twice[0])
    with pytest.raises(Conflict, match="同样的准予已经有了"):
        district.grants(twice[1])
    assert [event.version for _, event in stage.news()] == [1, 2]


def test_a_norm_of_the_nation_that_is_not_left_to_the_district_cannot_be_asked_for(office):
    with pytest.raises(InvalidRequest, match="没有授权区县放宽"):
        office.asks("norm", layer="national", value=("75",))


def test_a_school_need_not_ask_for_what_is_its_own(stage, office, school_id):
    stage.publish(Layer.SCHOOL, cap(30, layer="school", key="own"), school_id=school_id)
    with pytest.raises(InvalidRequest, match="本校自己的规定，不用申请"):
        office.asks("own", layer="school", value=("40",))


def test_a_derogation_reaches_only_what_was_asked_for(stage, office, district):
    free = norm({"value": 0}, about="offering", measure="fee_yuan", bound="at_most", unit="yuan", key="free",
                layer="district", title="不收费")
    stage.publish(Layer.DISTRICT, free)
    district.grants(office.asks("free", value=("100",), offering_kinds=("club",)))
    judged = [
        office.tries(about="offering", minutes=None, offering_kind=kind, fee_yuan=80).outcome
        for kind in ("club", "basic_care")
    ]
    assert judged == ["compliant", "violation"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"value": ("6",)}, "“改为” 不比第 1 行宽"),
        ({"effective_from": day(-20), "effective_to": day(-10)}, "已经过去"),
        ({"effective_to": day(-1), "effective_from": day()}, "已经过去"),
        ({"effective_from": day(90)}, "“到哪一天为止” 早于 “从哪一天起”"),
    ],
)
def test_what_would_loosen_nothing_is_refused_when_it_is_asked(office, wrong, words):
    with pytest.raises(InvalidRequest, match=words):
        office.asks("five_days", layer="national", **{"value": ("4",), **wrong})
    assert states(office) == []


def test_a_norm_that_is_not_there_cannot_be_asked_for(office):
    with pytest.raises(InvalidRequest, match="没有这条规定"):
        office.asks("no_such")


def test_a_request_is_decided_once(office, district):
    request_id = office.asks("five_days", layer="national")
    district.refuses(request_id, "本学期先按五天执行")
    (refused,) = office.derogations().derogations
    assert (refused.state, refused.words) == ("refused", "本学期先按五天执行")
    for late in (lambda: district.grants(request_id), lambda: office.withdraws(request_id)):
        with pytest.raises(Conflict, match="已经有了结果"):
            late()


def test_a_school_may_take_back_what_is_not_decided_and_nobody_elses(stage, office):
    request_id = office.asks("five_days", layer="national")
    with pytest.raises(NotFound):
        Officer(stage, new_id()).withdraws(request_id)
    office.withdraws(request_id)
    assert states(office) == ["withdrawn"]


def test_a_district_does_not_see_or_decide_the_requests_of_another(stage, office):
    request_id = office.asks("five_days", layer="national")
    stage.district_id = new_id()
    stranger = Officer(stage)
    assert states(stranger) == []
    with pytest.raises(NotFound):
        stranger.grants(request_id)


def test_nothing_is_granted_for_days_that_are_past(office, district, stage):
    district.grants(office.asks("five_days", layer="national", effective_from=day(-5)))
    (granted,) = stage.news()[-1][1].norms[0]["derogations"]
    assert granted["effective_from"] == str(day())


def test_the_district_cannot_lift_its_own_norm_while_the_nation_still_asks_the_same(stage, office, district):
    own = norm(
        {"value": 60, "grades": [3]}, measure="written_total_average", bound="at_most", unit="minutes", key="sixty",
        layer="district",
    )
    stage.publish(Layer.DISTRICT, own)
    with pytest.raises(InvalidRequest, match="仍然要遵守"):
        district.grants(office.asks("sixty", value=("75",)))
    assert states(office) == ["asked"]


def test_the_office_is_told_what_it_may_ask_for(office):
    assert [(one.norm, one.numeric, one.rule) for one in office.derogations().loosenable] == [
        ("five_days", True, "课后服务，每周课后服务天数不少于 5 天。"),
    ]


def test_what_was_granted_without_having_been_asked_for_is_shown_too(stage, office, school_id):
    line = {
        "schools": [school_id], "value": 4, "effective_from": str(day()), "effective_to": str(day(200)),
        "reason": REASON, "granted_by": "区教育局",
    }
    stage.publish(Layer.NATIONAL, norm({"value": 5}, about="care", measure="service_days", bound="at_least",
                                       unit="days", key="five_days", derogable_by="district", derogations=[line]))
    (shown,) = office.derogations().derogations
    assert (shown.request_id, shown.state, shown.reason) == (None, "in_force", REASON)
    assert "4 天" in shown.sentence


def test_a_request_stays_readable_when_its_norm_has_become_as_loose_or_is_gone(stage, office, district):
    request_id = office.asks("five_days", layer="national", value=("4",))
    looser = norm({"value": 4}, about="care", measure="service_days", bound="at_least", unit="days", key="five_days",
                  title="每周四天", derogable_by="district")
    stage.publish(Layer.NATIONAL, looser)
    (waiting,) = office.derogations().derogations
    assert (waiting.title, waiting.sentence, waiting.reason) == ("每周四天", "", REASON)
    with pytest.raises(InvalidRequest, match="value 不比第 1 行宽"):
        district.grants(request_id)
    stage.publish(Layer.NATIONAL, cap(60))
    assert states(office) == ["asked"]
    with pytest.raises(Conflict, match="这条规定已经变了"):
        district.grants(request_id)
