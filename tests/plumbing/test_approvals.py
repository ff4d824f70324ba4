"""Cases in PostgreSQL: they come back as they went in, one or many at a time, and are found by whom they wait for."""

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from engines.approval import SYSTEM, Approve, Claim, Refused, Reject, Return, Ring, State, Why
from engines.approval.held import Changed, Held, key_of
from ops.running import wait_for
from plumbing.database import Database
from plumbing.ids import new_id
from tests.plumbing.approving import COLLEAGUE, FOUR_ONE, FRIDAY, HEAD, OFFICE, THREE_TWO, School, done_to
from tests.unit.engines.test_approval_laws import definitions, walked, walks


@pytest.fixture(scope="session")
def database(database_of):
    database = Database(database_of("enrolment").url("enrolment"))
    yield database
    database.engine.dispose()


@pytest.fixture
def school(database):
    return School(database)


def test_a_case_comes_back_as_it_went_in(school):
    case_id = school.begin(clubs=2, applied_by="guardian", late=True)
    [kept] = school.does(HEAD, Claim(task=1), case_id)
    assert school.case(case_id) == kept
    [kept] = school.does(HEAD, Approve(task=1, comment="齐全"), case_id)
    assert school.case(case_id) == kept
    assert (kept.step, kept.opened) == ("school", 2)


def test_its_history_is_told_line_by_line(school):
    case_id = school.begin()
    school.does(HEAD, Return(task=1, comment="请补过敏史"), case_id)
    lines = school.in_one(lambda cases: cases.histories([case_id])[case_id])
    assert [str(line.what) for line in lines] == ["started", "step_begun", "returned"]
    assert (lines[2].actor, lines[2].comment, lines[2].at, lines[2].task) == (HEAD, "请补过敏史", FRIDAY, 1)


def test_a_task_is_found_by_those_who_may_take_it_and_by_nobody_else(school):
    case_id = school.begin()
    mine, others = key_of("head_teacher", THREE_TWO), key_of("head_teacher", FOUR_ONE)
    assert [(one.case_id, one.number, one.step, one.claimed) for one in school.inbox(mine)] == [
        (case_id, 1, "class", False)
    ]
    assert school.inbox(others, "academic_office", HEAD) == ()
    assert school.inbox(mine)[0].due == date(2026, 11, 24)


def test_what_one_has_claimed_waits_for_them_alone_and_since_it_began(school):
    case_id = school.begin()
    school.does(HEAD, Approve(task=1), case_id)
    assert [one.number for one in school.inbox("academic_office", "after_school_office")] == [2], "and only once"
    school.does(COLLEAGUE, Claim(task=2), case_id, now=FRIDAY + timedelta(hours=5))
    assert school.inbox("academic_office", OFFICE) == ()
    assert [(one.begun_at, one.claimed) for one in school.inbox(COLLEAGUE)] == [(FRIDAY, True)]


def test_what_is_decided_waits_for_nobody(school):
    case_id = school.begin()
    school.does(HEAD, Reject(task=1, comment="重复"), case_id)
    assert school.inbox(key_of("head_teacher", THREE_TWO), "academic_office", HEAD) == ()
    assert school.case(case_id).state is State.REJECTED


def test_an_inbox_is_read_page_by_page_the_oldest_first(school):
    begun = [school.begin(now=FRIDAY + timedelta(minutes=number)) for number in range(53)]
    mine = key_of("head_teacher", THREE_TWO)
    first = school.inbox(mine)
    assert [one.case_id for one in first] == begun[:50]
    rest = school.inbox(mine, after=first[-1].mark)
    assert [one.case_id for one in rest] == begun[50:]
    assert school.inbox(mine, after=rest[-1].mark) == ()


def test_the_page_after_one_whose_last_task_was_decided_meanwhile_goes_on_there(school):
    begun = [school.begin(now=FRIDAY + timedelta(minutes=number)) for number in range(52)]
    mine = key_of("head_teacher", THREE_TWO)
    last = school.inbox(mine)[-1]
    school.does(HEAD, Approve(task=1), last.case_id)
    assert [one.case_id for one in school.inbox(mine, after=last.mark)] == begun[50:]


def test_five_hundred_are_decided_in_as_many_statements_as_one(school, database):
    case_ids = school.begin_many(20)
    counted = [statements_of(database, lambda ids=ids: school.does(HEAD, Approve(task=1), *ids))
               for ids in (case_ids[:1], case_ids[1:])]
    assert counted[0] == counted[1]
    assert {school.case(case_id).step for case_id in case_ids} == {"school"}


def test_two_who_decide_at_the_same_moment_decide_one_after_the_other(school):
    case_id, refused = school.begin(), []

    def decide():
        try:
            school.does(HEAD, Approve(task=1), case_id)
        except Refused as why:
            refused.append(why.why)

    second = threading.Thread(target=decide)

    def decide_while_the_second_waits(cases):
        held = cases.in_hand([case_id])
        second.start()
        wait_for(lambda: cases.row("SELECT pid FROM pg_locks WHERE NOT granted") or not second.is_alive(), 10)
        cases.keep(done_to(held, HEAD, Approve(task=1)))

    school.in_one(decide_while_the_second_waits)
    second.join(10)
    assert refused == [Why.NO_SUCH_TASK]
    lines = school.in_one(lambda cases: cases.histories([case_id])[case_id])
    assert [str(line.what) for line in lines].count("approved") == 1


def test_nobody_keeps_what_they_have_not_held(school):
    case_id = school.begin()
    [before] = school.in_one(lambda cases: cases.in_hand([case_id]))
    school.does(HEAD, Claim(task=1), case_id)
    stale = Changed(held=before, case=replace(before.case, state=State.CLOSED, step=None, tasks=()), told=(), at=FRIDAY)
    with pytest.raises(AssertionError, match="held"):
        school.in_one(lambda cases: cases.keep([stale]))
    assert school.case(case_id).step == "class"


def test_the_calendar_finds_what_it_has_something_to_say_of(school):
    case_id, other = school.begin(), school.begin()
    school.does(HEAD, Approve(task=1), other)
    assert school.ringing(date(2026, 11, 22)) == ()
    assert school.ringing(date(2026, 11, 23)) == ((case_id, 1),)
    school.does(SYSTEM, Ring(task=1), case_id, now=FRIDAY + timedelta(days=3))
    assert school.ringing(date(2026, 11, 24)) == ()
    assert school.ringing(date(2026, 11, 25)) == ((case_id, 1),)


def test_another_school_finds_nothing(school, database):
    case_id = school.begin()
    other = School(database)
    assert other.inbox(key_of("head_teacher", THREE_TWO)) == ()
    assert other.in_one(lambda cases: cases.in_hand([case_id])) == ()
    assert other.in_one(lambda cases: cases.histories([case_id])[case_id]) == ()


def test_what_is_forgotten_leaves_nothing(school):
    case_id = school.begin()
    school.in_one(lambda cases: cases.forget_cases([case_id]))
    assert school.in_one(lambda cases: cases.in_hand([case_id])) == ()
    assert school.in_one(lambda cases: cases.histories([case_id])[case_id]) == ()
    assert school.inbox(key_of("head_teacher", THREE_TWO)) == ()


@given(definitions, walks, st.integers(0, 1))
def test_whatever_people_do_what_is_kept_is_what_the_engine_says(database, definition, walk, clubs):
    school, case_id, held = School(database), new_id(), None
    for before, after, _, told in walked(definition, walk, clubs):
        if held is None:
            begun = Held(case_id=case_id, case=named(before), places={})
            school.in_one(lambda cases, begun=begun: cases.begin([begun]))

        def act(cases, now=after, lines=told):
            [one] = cases.in_hand([case_id])
            cases.keep([Changed(held=one, case=named(now), told=tuple(map(said, lines)), at=FRIDAY)])
            return cases.in_hand([case_id])[0]

        held = school.in_one(act)
        assert held.case == named(after)
        open_tasks = {task.number for task in named(after).tasks if task.open}
        names = [name for task in named(after).tasks for name in (*task.groups, *task.users, task.assignee) if name]
        assert {one.number for one in school.inbox(*names)} == open_tasks


PEOPLE = {name: new_id() for name in ("a", "b", "c", "mother")}


def named(case):
    """Return the case with ids in the place of the letters that the laws walk with."""
    return replace(
        case, applicants=frozenset(map(PEOPLE.get, case.applicants)), own=frozenset(map(PEOPLE.get, case.own)),
        tasks=tuple(
            replace(task, assignee=PEOPLE.get(task.assignee), owner=PEOPLE.get(task.owner)) for task in case.tasks
        ),
    )


def said(line):
    return replace(line, instead_of=PEOPLE.get(line.instead_of))


def statements_of(database, act):
    """Return how many statements an act sends."""
    sent = []

    def listener(*told):
        sent.append(told[2])

    event.listen(database.engine, "before_cursor_execute", listener)
    try:
        act()
    finally:
        event.remove(database.engine, "before_cursor_execute", listener)
    return len(sent)
