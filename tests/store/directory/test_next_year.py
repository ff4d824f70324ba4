"""A school goes on into its next year: shown before, begun once, all of it; what was keeps the class of then."""

import os
import signal
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from contracts.actor import Role, visitor
from contracts.directory.school import ClassOpened, PupilPlaced, StaffGranted
from contracts.errors import Conflict
from contracts.job import JobState, ReadJob
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.house import House
from plumbing.ids import new_id
from plumbing.jobs import calls
from plumbing.scope import Scope
from plumbing.sealing import Vault
from services.directory.store import DirectoryUnit
from tests.plumbing.workshop import wait_for
from tests.store.directory.office import ENDS
from tests.store.directory.real import RealStore
from tests.store.directory.stage import Stage
from tests.store.directory.test_rosters import database, house, worker  # noqa: F401
from tests.store.directory.year_end import YearEnd


@pytest.fixture
def school(real_stage):
    return YearEnd(real_stage)


@pytest.fixture
def news(school):
    """Return what was announced since the fixture, or since it was last asked, by kind."""
    told = school.told()

    def fresh():
        nonlocal told
        new = school.news_since(told)
        told += len(new)
        return {kind: [event for event in new if isinstance(event, kind)] for kind in map(type, new)}

    return fresh


def test_the_preview_says_what_becomes_of_each_class_and_changes_nothing(school, news):
    shown = school.preview
    assert (shown.present, shown.year, shown.hinders) == (school.present, school.present + 1, "")
    assert [(one.name, one.becomes, one.pupils, one.has_head) for one in shown.classes] == [
        ("三（2）班", "四（2）班", 2, True), ("五（1）班", "六（1）班", 1, False), ("六（1）班", "", 1, False),
    ]
    assert (shown.graduates, shown.unplaced, shown.first_day) == (1, 0, school.new.first)
    assert news() == {}


def test_every_class_goes_up_as_a_new_class_and_the_old_one_keeps_its_grade(school, news):
    school.begins()
    assert school.classes == ["四（2）班", "六（1）班"]
    told = news()[ClassOpened]
    third = school.stage.third.class_id
    closed = next(one for one in told if one.class_id == third)
    following = next(one for one in told if one.continues == third)
    assert (closed.grade, closed.last_day) == (3, school.new.first - timedelta(days=1))
    assert (following.grade, following.number, following.first_day) == (4, 2, school.new.first)
    names = school.stage.names(school.actor, classes=(school.stage.third,)).classes
    assert names == {third: "三（2）班"}


def test_pupils_and_teachers_go_with_their_class_and_who_graduates_has_left(school, news):
    school.begins()
    told = news()
    following = {one.continues: one.class_id for one in told[ClassOpened] if one.continues}
    placed = {one.pupil_id: (one.class_id, one.seat_number) for one in told[PupilPlaced]}
    stage = school.stage
    assert placed == {
        stage.child.pupil_id: (following[stage.third.class_id], 1),
        stage.other.pupil_id: (following[stage.third.class_id], 2),
        stage.sibling.pupil_id: (following[stage.fifth.class_id], 1),
        school.eldest.pupil_id: (None, None),
    }
    (granted,) = told[StaffGranted]
    assert [(grant.role, grant.class_id) for grant in granted.grants] == [
        (Role.HEAD_TEACHER, following[stage.third.class_id]), (Role.TEACHER, following[stage.third.class_id]),
    ]


@pytest.mark.parametrize(("days_before", "still_seen"), [(1, True), (0, False)])
def test_a_graduates_family_sees_the_record_until_the_year_is_over_and_not_a_day_longer(
    school, later, directory_database, directory_keys, days_before, still_seen
):
    school.begins()
    later((school.new.first - school.today).days * 86_400 - days_before * 86_400)
    with reopened(directory_database, directory_keys) as later_on:
        held = later_on.query(lambda unit, _: unit.standing(school.stage.neighbour.person_id), None, visiting())
    children = [grant.pupil_id for actor in held.actors for grant in actor.children()]
    assert school.stage.other.pupil_id in children
    assert (school.eldest.pupil_id in children) is still_seen


@contextmanager
def reopened(server, keys):
    """The same house, opened after the clock has moved: a connection takes the clock along from its beginning."""
    opened = Database(server.url("directory"), pool_size=1)
    yield House(service="directory", unit=partial(DirectoryUnit, vault=Vault(keys)), database=opened)
    opened.engine.dispose()


def visiting():
    return Caller(actor=visitor(), call="test", request_id="test")


def test_a_role_that_begins_later_begins_in_the_class_of_then(school):
    stage, store = school.stage, school.stage.store
    staff_id, third = stage.first.staff[0].staff_id, stage.third.class_id
    with store.inspector.begin(stage.district) as connection:
        connection.execute(_TO_COME, {
            "school": stage.first.school_id, "id": new_id(), "staff": staff_id, "third": third,
            "first": school.new.first,
        })
    school.begins()
    assert store.look(_BEGINS_IN, school=stage.first.school_id) == [(4,)]


_TO_COME = text("""
INSERT INTO grant_to_come (school_id, grant_id, staff_id, role, class_id, first)
VALUES (:school, :id, :staff, 'head_teacher', :third, :first)
""")
_BEGINS_IN = text("""
SELECT school_class.grade FROM grant_to_come JOIN school_class USING (school_id, class_id) WHERE school_id = :school
""")


def test_a_second_time_changes_nothing(school, news):
    school.begins()
    news()
    school.begins()
    assert news() == {}
    with pytest.raises(Conflict, match=f"已经是 {school.present + 1}—{school.present + 2} 学年"):
        school.asks_to_begin()


def test_the_year_after_is_not_begun_before_this_one_is_over(school):
    school.begins()
    assert f"还没有 {school.present + 2}—" in school.preview.hinders
    with pytest.raises(Conflict):
        school.asks_to_begin(school.present + 2)


def test_without_the_next_years_calendar_it_is_refused_and_says_so(school, news):
    school.announced(school.old)
    with pytest.raises(Conflict, match=r"还没有 .* 学年的校历"):
        school.asks_to_begin()
    with pytest.raises(Conflict):
        school.begins()
    assert news() == {}


def test_another_school_of_the_district_stays_in_its_year(school):
    before = school.stage.store.news(school.stage.within(school.stage.second))
    school.begins()
    assert school.stage.store.news(school.stage.within(school.stage.second)) == before


@pytest.fixture
def at_work(house, worker, inspector):  # noqa: F811
    return YearEnd(Stage(RealStore(house, inspector)))


@pytest.fixture(scope="module")
def inspector(database):  # noqa: F811
    owner = Database(database.url("directory_owner"), pool_size=2)
    yield owner
    owner.engine.dispose()


def job_of(school, job_id):
    return school.ask(calls.read_job, ReadJob(job_id=job_id))


def ended(school, job_id):
    found = job_of(school, job_id)
    return found if found.state in ENDS else None


def test_the_job_begins_the_year_and_the_page_knows_it(at_work):
    asked = at_work.asks_to_begin()
    done = wait_for(lambda: ended(at_work, asked.job_id), "the job to end")
    assert (done.state, done.code) == (JobState.DONE, "")
    assert at_work.preview.job.state == JobState.DONE
    assert (at_work.preview.present, at_work.classes) == (at_work.present + 1, ["四（2）班", "六（1）班"])


def test_pressed_twice_it_is_one_job(at_work):
    first, second = at_work.asks_to_begin(), None
    try:
        second = at_work.asks_to_begin()
    except Conflict:  # it has begun meanwhile
        assert at_work.preview.present == at_work.present + 1
    else:
        assert second.job_id == first.job_id
    wait_for(lambda: ended(at_work, first.job_id), "the job to end")
    assert at_work.classes == ["四（2）班", "六（1）班"]


def test_killed_in_the_middle_nothing_of_it_stands_and_the_next_attempt_does_all_of_it(
    at_work, worker, inspector  # noqa: F811
):
    before = at_work.told()
    with inspector.begin(Scope()) as elsewhere:
        elsewhere.execute(_HELD_UP, {"pupil_id": at_work.eldest.pupil_id})
        asked = at_work.asks_to_begin()
        wait_for(lambda: elsewhere.execute(_WAITING).scalar(), "the job to be in the middle")
        for child in children_of(worker.process.pid):
            os.kill(child, signal.SIGKILL)
        assert at_work.classes == ["三（2）班", "五（1）班", "六（1）班"]
    wait_for(lambda: ended(at_work, asked.job_id), "the job to end")
    assert at_work.classes == ["四（2）班", "六（1）班"]
    told = [type(event) for event in at_work.news_since(before)]
    assert {kind: told.count(kind) for kind in told} == {ClassOpened: 5, PupilPlaced: 4, StaffGranted: 1}


_HELD_UP = text("SELECT FROM pupil WHERE pupil_id = :pupil_id FOR UPDATE")
_WAITING = text("SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted")


def children_of(pid):
    """Return the processes that a process has started."""
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
