"""What only the real store can show: at once means once, nobody falls between two transactions, schools have walls."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy.exc import ProgrammingError

from contracts.actor import Actor
from contracts.directory.school import GuardianshipChanged
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.notify.application.facts import learn
from services.notify.application.telling import tell
from services.notify.domain.announcement import announcement
from services.notify.store import NotifyUnit
from tests.store.enrolment.at_once import Counting, wait_until_done_or_waiting
from tests.store.notify.stage import DISTRICT, homework

pytestmark = pytest.mark.servers


@pytest.fixture
def stage(real_school):
    return real_school()


@pytest.fixture
def open_unit(stage, notify_house):
    """Return a context in which a transaction of this school stays open."""

    @contextmanager
    def open_unit():
        scope = Scope(district_id=DISTRICT, school_id=stage.school_id)
        with notify_house.database.begin(scope) as connection:
            yield NotifyUnit(connection, scope=scope, request_id="test")

    return open_unit


def test_one_event_delivered_five_times_at_once_has_one_effect(stage):
    guardians = [stage.person() for _ in range(6)]
    for guardian in guardians:
        stage.pupil(guardian)
    piece, message_id = homework(stage.class_id), new_id()
    with ThreadPoolExecutor(5) as threads:
        for delivery in [threads.submit(stage.tell, piece, message_id) for _ in range(5)]:
            delivery.result()
    assert [len(stage.told(guardian)) for guardian in guardians] == [1] * 6
    assert stage.receipts(piece.assignment_id) == {piece.assignment_id: (6, 0)}


def test_a_guardian_learned_of_while_homework_is_told_is_told_too(stage, notify_inspector, open_unit):
    mother = stage.person()
    pupil_id = stage.pupil()
    piece = homework(stage.class_id)
    changed = GuardianshipChanged(pupil_id=pupil_id, guardian_ids=(mother.person_id,))
    learning = threading.Thread(target=lambda: stage.learn(changed, sequence=2))
    with open_unit() as unit:
        unit.announce(new_id(), announcement(piece.type, piece.aggregate_id, piece.dump()))
        learning.start()
        wait_until_done_or_waiting(learning, notify_inspector)
    learning.join()
    assert [about for _, about, _ in stage.told(mother)] == [piece.assignment_id]


def test_homework_told_while_a_guardian_is_learned_of_reaches_them_too(stage, notify_inspector, open_unit):
    mother = stage.person()
    pupil_id = stage.pupil()
    piece = homework(stage.class_id)
    telling = threading.Thread(target=lambda: stage.tell(piece))
    with open_unit() as unit:
        unit.keep_guardians(pupil_id, (mother.person_id,), 2)
        unit.tell_guardians(pupil_id, unit.now)
        telling.start()
        wait_until_done_or_waiting(telling, notify_inspector)
    telling.join()
    assert [about for _, about, _ in stage.told(mother)] == [piece.assignment_id]


def test_telling_costs_the_same_few_statements_however_many_are_told(stage, notify_house):
    statements = []
    for families in (1, 20):
        for _ in range(families):
            stage.pupil(stage.person())
        with Counting(notify_house) as counted:
            piece = stage.tell(homework(stage.class_id))
        statements.append(len(counted))
    enter, once, lock, keep, told = 1, 1, 1, 1, 1
    assert statements == [enter + once + lock + keep + told] * 2
    assert stage.receipts(piece.assignment_id) == {piece.assignment_id: (21, 0)}


def test_a_fact_heard_again_by_a_replay_costs_nothing_more(stage, notify_house):
    mother = stage.person()
    pupil_id = stage.pupil(mother)
    with Counting(notify_house) as counted:
        stage.learn(GuardianshipChanged(pupil_id=pupil_id, guardian_ids=(mother.person_id,)))
    enter, once, keep = 1, 1, 1
    assert len(counted) == enter + once + keep


def test_an_inbox_page_costs_two_queries(stage, notify_house):
    mother = stage.person()
    stage.pupil(mother)
    for _ in range(3):
        stage.tell(homework(stage.class_id))
    with Counting(notify_house) as counted:
        assert len(stage.inbox(mother).messages) == 3
    enter, page, unread = 1, 1, 1
    assert len(counted) == enter + page + unread


def test_in_another_school_the_same_person_has_another_inbox(stage, real_school):
    mother, elsewhere = stage.person(), real_school()
    stage.pupil(mother)
    piece = stage.tell(homework(stage.class_id))
    same_person = Actor(person_id=mother.person_id, district_id=DISTRICT, school_id=elsewhere.school_id)
    assert elsewhere.told(same_person) == []
    assert elsewhere.receipts(piece.assignment_id) == {}
    elsewhere.tell(homework(stage.class_id))
    assert len(stage.told(mother)) == 1, "a class number of another school is another class"


@pytest.mark.parametrize("use_case", [learn, tell])
def test_an_event_of_no_school_is_refused_and_leaves_nothing(stage, use_case):
    stage.store.school_id, school_id = None, stage.store.school_id
    changed = GuardianshipChanged(pupil_id=new_id(), guardian_ids=())
    with pytest.raises(ProgrammingError, match="row-level security"):
        stage.learn(changed) if use_case is learn else stage.tell(homework(stage.class_id))
    stage.store.school_id = school_id
    assert stage.told(stage.person()) == []
