"""Two at once: of those who draft, adopt, grant or take back at the same time, one does, and the others are told."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from contracts.errors import Conflict, ServiceError
from engines.policy import Layer
from plumbing.ids import new_id
from plumbing.scope import Scope
from tests.store.rulebook.office import Officer
from tests.store.rulebook.stage import Stage
from tests.store.rulebook.test_derogations import FIVE_DAYS
from tests.unit.engines.builders import cap

pytestmark = pytest.mark.servers
SCHOOL = new_id()


@pytest.fixture
def stage(real_store):
    return Stage(real_store)


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
