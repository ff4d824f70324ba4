"""What only the real store can show: at once means once, the record is only added to, walls between districts."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from contracts.errors import Conflict, ServiceError
from engines.policy import Layer
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.rulebook import wiring
from tests.store.rulebook.office import Officer
from tests.store.rulebook.stage import Stage
from tests.store.rulebook.test_derogations import FIVE_DAYS
from tests.unit.engines.builders import cap, norm, row

pytestmark = pytest.mark.servers
SCHOOL = new_id()


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
        {"value": ["reading"], "grades": [1, 6], "day_kinds": ["weekend"], "weekdays": [6], "seasons": ["winter"],
         "kinds": ["reading"], "places": ["home"], "subjects": ["语文"], "effective_to": "2030-01-01"},
        measure="kind", bound="one_of", unit="codes",
    )
    late = norm(
        {"value": "18:30", "session_kinds": ["late"]}, key="late", about="care", measure="ends_at", bound="at_most",
        unit="time",
    )
    first = stage.publish(Layer.NATIONAL, everything, late)
    assert stage.publish(Layer.NATIONAL, everything, late) == first


def at_once(*acts):
    """Let each of them begin at the same time; return their answers, or what they raised."""
    def outcome(act):
        try:
            return act()
        except ServiceError as problem:
            return problem

    with ThreadPoolExecutor(len(acts)) as threads:
        return [done.result() for done in [threads.submit(outcome, act) for act in acts]]


def test_of_five_who_begin_a_draft_at_once_one_begins_it_and_the_others_are_shown_it(stage):
    offices = [Officer(stage, SCHOOL) for _ in range(5)]
    answers = at_once(*(partial(office.writes, 30, sequence=0) for office in offices))
    assert sorted(type(answer).__name__ for answer in answers) == ["Conflict"] * 4 + ["DraftKept"]
    assert len(offices[0].draft().authors) == 1


def test_a_draft_adopted_by_five_at_once_is_adopted_once(stage):
    Officer(stage, SCHOOL).writes(30)
    offices = [Officer(stage, SCHOOL) for _ in range(5)]
    seen = offices[0].draft()
    answers = at_once(*(partial(office.adopts, seen=seen) for office in offices))
    assert sorted(type(answer).__name__ for answer in answers) == ["Conflict"] * 4 + ["DraftAdopted"]
    assert [event.version for _, event in stage.news()] == [1]


def test_a_request_granted_and_taken_back_at_once_is_one_of_the_two(stage):
    stage.publish(Layer.NATIONAL, FIVE_DAYS)
    school, district = Officer(stage, SCHOOL), Officer(stage)
    request_id = school.asks("five_days", layer="national")
    answers = at_once(partial(district.grants, request_id), partial(school.withdraws, request_id))
    assert [isinstance(answer, Conflict) for answer in answers].count(True) == 1
    granted = any(norm.get("derogations") for _, event in stage.news() for norm in event.norms)
    assert granted == (not isinstance(answers[0], Conflict))


def test_the_database_itself_lets_nobody_adopt_what_they_wrote(stage):
    edition = stage.publish(Layer.NATIONAL, cap(60))
    person_id, scope = new_id(), Scope(district_id=stage.district_id)
    with pytest.raises(IntegrityError), stage.store.house.database.begin(scope) as open:
        open.execute(text(
            "INSERT INTO edition (layer_id, version, norms, act, made_by, authors)"
            f" VALUES ('{edition.layer_id}', 2, '[]', 'adopted', '{person_id}', '{{{person_id}}}')"
        ))
