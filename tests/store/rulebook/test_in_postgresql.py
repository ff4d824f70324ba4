"""What only the real store can show: at once means once, the record is only added to, walls between districts."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from contracts.rulebook.chain import ChainPublished
from contracts.rulebook.norms import NormsPublished
from demo.documents import documents as of_the_demo
from engines.policy import Layer
from plumbing.ids import new_id
from plumbing.operate import operated
from plumbing.scope import Scope
from services.rulebook import wiring
from tests.store.rulebook.stage import Stage
from tests.unit.engines.builders import cap, derogation, norm, row

pytestmark = pytest.mark.servers


@pytest.fixture
def stage(real_store):
    return Stage(real_store)


def documents(minutes):
    return [{
        "key": "minutes", "title": "总量", "measure": "all_home_maximum", "bound": "at_most", "unit": "minutes",
        "force": "refuse", "rows": [row(value=minutes)],
    }]


def seeded(stage, school_id, minutes=30):
    own = {"layer": "school", "district_id": stage.district_id, "school_id": school_id, "norms": documents(minutes)}
    above = {"layer": "district", "district_id": stage.district_id, "school_id": None, "norms": []}
    wiring.seed(stage.store.house, {"layers": [above, own]})


def test_the_seed_publishes_the_nation_the_district_and_the_school_in_this_order(stage):
    school_id = new_id()
    seeded(stage, school_id)
    assert [(told, event.layer) for told, event in stage.news()] == [
        (None, "national"), (None, "district"), (school_id, "school"),
    ]
    said = [rule.sentence for rule in stage.rules(school_id)]
    assert "三至六年级每天的书面作业（在校与回家合计）平均不超过 60 分钟。" in said


def test_a_second_seed_publishes_nothing_and_a_changed_one_only_what_changed(stage):
    school_id = new_id()
    for minutes in (30, 30, 20):
        seeded(stage, school_id, minutes)
    assert [(event.layer, event.version) for _, event in stage.news()][3:] == [("school", 2)]


def test_a_seed_that_cannot_be_read_publishes_nothing_at_all(stage):
    with pytest.raises(Exception, match="value 不能是 -1"):
        seeded(stage, new_id(), minutes=-1)
    assert stage.news() == []


def test_the_demos_layers_are_published_with_what_the_district_grants_and_a_second_seed_says_nothing_new(stage):
    document = of_the_demo(date(2026, 11, 22))["rulebook.json"]
    stage.district_id = document["layers"][0]["district_id"]
    for _ in range(2):
        wiring.seed(stage.store.house, document)
    every = [event for _, event in stage.news()]
    told = [event for event in every if isinstance(event, NormsPublished)]
    assert [event.layer for event in told] == ["national", "district", *["school"] * 13]
    chains = [(event.affair, event.version) for event in every if isinstance(event, ChainPublished)]
    assert chains == [("basic_care", 1), ("club", 1)] * 13
    granted = [norm["key"] for event in told[:2] for norm in event.norms for _ in norm.get("derogations", ())]
    assert Counter(granted) == {
        "service_days_a_week": 2, "service_minutes_a_day": 4, "not_before_off_work": 1, "ends_at": 1
    }


def test_the_operator_is_told_which_derogation_keeps_a_newer_national_text_out(stage):
    ask = {"district_id": stage.district_id}
    granted = derogation("a", value=75, effective_to="2099-12-31")
    stage.publish(Layer.NATIONAL, cap(60, key="gone", title="旧条文", derogations=[granted]))
    refused = operated(stage.store.house, wiring.OPERATED, "adopt_nation", ask)
    where = "规定“旧条文”：到 2099-12-31 的一条准予（周四下午教师集体学习）"
    assert refused["refused"].startswith(f"{where}在新的条文里没有这一条了")
    assert len(stage.news()) == 1


def test_one_layer_published_five_times_at_once_is_published_once(stage):
    with ThreadPoolExecutor(5) as threads:
        editions = list(threads.map(lambda _: stage.publish(Layer.NATIONAL, cap(60)), range(5)))
    assert {edition.version for edition in editions} == {1}
    assert len(stage.news()) == 1


def test_five_different_editions_published_at_once_stand_one_after_the_other(stage):
    with ThreadPoolExecutor(5) as threads:
        editions = list(threads.map(lambda n: stage.publish(Layer.NATIONAL, cap(n)), range(5)))
    assert sorted(edition.version for edition in editions) == [1, 2, 3, 4, 5]
    assert [event.version for _, event in stage.news()] == [1, 2, 3, 4, 5]
    last = max(editions, key=lambda edition: edition.version)
    assert stage.publish(Layer.NATIONAL, *last.norms) == last


@pytest.mark.parametrize("change", ["UPDATE edition SET norms = '[]'", "DELETE FROM edition", "DELETE FROM layer"])
def test_the_house_cannot_rewrite_what_was_said(stage, change):
    stage.publish(Layer.NATIONAL, cap(60))
    scope = Scope(district_id=stage.district_id)
    with pytest.raises(ProgrammingError, match="permission denied"), stage.store.house.database.begin(scope) as open:
        open.execute(text(change))


def test_a_norm_with_every_kind_of_scope_comes_back_the_same(stage):
    everything = norm(
        {"value": ["reading"], "grades": [1, 6], "day_kinds": ["weekend"], "weekdays": [6],
         "kinds": ["reading"], "places": ["home"], "subjects": ["语文"], "effective_to": "2030-01-01"},
        measure="kind", bound="one_of", unit="codes",
    )
    late = norm(
        {"value": "18:30", "session_kinds": ["late"], "seasons": ["winter"]}, key="late", about="care",
        measure="ends_at", bound="at_most", unit="time",
    )
    first = stage.publish(Layer.NATIONAL, everything, late)
    assert stage.publish(Layer.NATIONAL, everything, late) == first
