"""Two people act on one child at the same moment: one of them was first, and the other is told so."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from contracts.directory.school import PupilPlaced
from contracts.enrolment.application import ApplicationSubmitted, Apply
from contracts.enrolment.part import ApplicationState
from contracts.errors import Conflict
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.enrolment.application.submission import apply
from services.enrolment.store import EnrolmentUnit
from tests.store.enrolment import cast
from tests.store.enrolment.at_once import wait_until_done_or_waiting

pytestmark = pytest.mark.servers


@pytest.fixture
def stage(real_school):
    return real_school()


def together(*acts):
    """Run the acts at the same moment; return what each came to, a conflict included."""
    start = threading.Barrier(len(acts))

    def run(act):
        start.wait()
        try:
            return act()
        except Conflict as refused:
            return refused

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def split(outcomes):
    """Return what was done, and what was refused."""
    done = [outcome for outcome in outcomes if not isinstance(outcome, Conflict)]
    return done, [outcome for outcome in outcomes if isinstance(outcome, Conflict)]


def test_two_parents_who_apply_at_once_make_one_application_and_the_other_sees_it(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    done, refused = split(together(*[lambda: stage.apply(guardian, care=(1,))] * 5))
    assert (len(done), len(refused)) == (1, 4)
    assert {r.details["stands"]["application_id"] for r in refused} == {done[0].application_id}
    assert [type(news) for news in stage.store.news()] == [ApplicationSubmitted]


def test_two_head_teachers_who_decide_at_once_make_one_decision(stage):
    choir = stage.offer(cast.club())
    application = stage.apply(stage.family(), club=choir.offering_id)
    done, refused = split(together(*[lambda: stage.approve(application), lambda: stage.reject(application)] * 2))
    assert (len(done), len(refused)) == (1, 3)
    assert {r.details["stands"]["state"] for r in refused} == {done[0].state}
    held = 1 if done[0].state is ApplicationState.APPROVED else 0
    assert stage.store.counted(choir.offering_id) == (held, held, 20)


def test_who_withdraws_while_the_place_is_being_given_holds_nothing_in_the_end(stage):
    choir = stage.offer(cast.club(capacity=1))
    for _ in range(8):
        guardian = stage.family()
        application = stage.apply(guardian, club=choir.offering_id)
        together(lambda a=application: stage.approve(a), lambda a=application, g=guardian: stage.withdraw(a, g))
        assert stage.read(application, guardian).state is ApplicationState.WITHDRAWN
        assert stage.store.counted(choir.offering_id) == (0, 0, 1)


def test_a_child_who_changes_class_while_the_family_applies_is_decided_by_the_new_head_teacher(
    stage, enrolment_house, enrolment_inspector
):
    stage.offer(cast.care())
    guardian, new_class = stage.family(), new_id()
    pupil_id = guardian.children()[0].pupil_id
    moved = PupilPlaced(pupil_id=pupil_id, class_id=new_class)
    moving = threading.Thread(target=lambda: stage.hear(moved, sequence=2))
    scope = Scope(district_id=cast.district_of(stage.school_id), school_id=stage.school_id)
    with enrolment_house.database.begin(scope) as connection:
        unit = EnrolmentUnit(connection, scope=scope, request_id="test", actor=guardian)
        application = apply(unit, Apply(pupil_id=pupil_id, care_weekdays=(1,)))
        moving.start()
        wait_until_done_or_waiting(moving, enrolment_inspector)
    moving.join()
    assert stage.read(application, cast.head(stage.school_id, new_class)).actions == ("decide", "hand")
