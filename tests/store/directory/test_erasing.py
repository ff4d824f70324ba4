"""A child's data are deleted: two people say so, or its time is over; what was only there for it goes with it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from contracts.actor import Actor, Grant, Role
from contracts.directory.erasure import (
    AskErasure,
    ConfirmErasure,
    DropErasure,
    EraseLeft,
    ErasureReason,
    PupilErased,
    ReadErasures,
)
from contracts.directory.school import GuardianshipChanged
from contracts.directory.session import SessionEnded
from contracts.errors import Conflict, InvalidRequest, NotFound, WrongSignIn
from plumbing.caller import Caller
from plumbing.ids import new_id
from services.directory.application.erasures.deciding import (
    KEPT_AFTER_LEAVING,
    STANDS,
    ask_erasure,
    confirm_erasure,
    drop_erasure,
    erase_left,
    read_erasures,
)

_TABLES = text("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
_LEFT = text("UPDATE pupil SET class_id = NULL, seat_number = NULL, left_on = :day WHERE pupil_id = :pupil_id")
_ANSWERED = text("""
INSERT INTO idempotency (actor_id, key, call, body_sha256, answer) VALUES (:actor, :key, 'x', 'x', :answer)
""")
_POINTS_AT_PEOPLE = text("""
SELECT attname FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[cardinality(conkey)]
WHERE contype = 'f' AND confrelid IN ('person'::regclass, 'account'::regclass)
""")


class Office:
    """Two people of the first school's office, and how they delete."""

    def __init__(self, stage):
        self.stage = stage
        self.one, self.other = self._colleague(Role.ACADEMIC_OFFICE), self._colleague(Role.PRINCIPAL)

    def _colleague(self, role, school=None):
        return Actor(
            person_id=new_id(), district_id=self.stage.roll.district.district_id,
            school_id=(school or self.stage.first).school_id, grants=(Grant(role=role),),
        )

    def elsewhere(self):
        """Return somebody of another school's office."""
        return self._colleague(Role.ACADEMIC_OFFICE, self.stage.second)

    def does(self, use_case, ask, actor):
        return self.stage.store.change(use_case, ask, Caller(actor=actor, call="test", request_id="test"))

    def asks(self, pupil, by=None, reason=ErasureReason.FAMILY):
        return self.does(ask_erasure, AskErasure(pupil_id=pupil.pupil_id, reason=reason), by or self.one)

    def confirms(self, pupil, by=None):
        return self.does(confirm_erasure, ConfirmErasure(pupil_id=pupil.pupil_id), by or self.other).erased

    def erases(self, pupil):
        self.asks(pupil)
        return self.confirms(pupil)

    def drops(self, pupil, by=None):
        self.does(drop_erasure, DropErasure(pupil_id=pupil.pupil_id), by or self.other)

    def erases_left(self, *pupils, by=None):
        ask = EraseLeft(pupil_ids=tuple(one.pupil_id for one in pupils))
        return self.does(erase_left, ask, by or self.one).erased

    def sees(self, by=None):
        return self.does(read_erasures, ReadErasures(), by or self.one)

    def leaves(self, pupil, days_ago):
        """Let the child have left so many days ago."""
        with self.stage.store.inspector.begin(self.stage.district) as connection:
            day = self.stage.store.house.unit(connection, scope=self.stage.district, request_id="").today
            connection.execute(_LEFT, {"day": day - timedelta(days=days_ago), "pupil_id": pupil.pupil_id})

    def found(self, *words):
        """Return in which tables one of these words still stands."""
        with self.stage.store.inspector.begin(self.stage.district) as connection:
            tables = connection.execute(_TABLES).scalars().all()
            everything = {
                name: connection.execute(text(f'SELECT string_agg(t::text, chr(10)) FROM "{name}" t')).scalar() or ""
                for name in tables
            }
        return {name for name, rows in everything.items() for word in words if word in rows}


@pytest.fixture
def office(real_stage):
    return Office(real_stage)


@pytest.fixture
def child(office):
    """The only child of its only guardian."""
    return office.stage.other


IDS_ONLY = {"audit", "outbox", "stream", "erasure"}


def test_one_person_alone_deletes_nothing(office, child):
    office.asks(child)
    with pytest.raises(Conflict, match="删除要两个人"):
        office.confirms(child, by=office.one)
    assert office.stage.names(office.one, pupils=(child,)).pupils


def test_when_a_second_person_confirms_nothing_is_known_of_the_child_and_of_who_was_here_for_it_alone(office, child):
    stage, guardian = office.stage, office.stage.neighbour
    stage.sign_in(guardian)
    assert office.found(guardian.person_id) >= {"person", "account", "session", "guardianship"}
    assert office.erases(child) == 1
    assert office.found(guardian.login, guardian.person_id) <= IDS_ONLY
    assert office.found(child.pupil_id) <= IDS_ONLY
    with pytest.raises(WrongSignIn):
        stage.sign_in(guardian)


def test_a_guardian_who_has_another_child_in_whatever_school_stays(office):
    stage = office.stage
    office.erases(stage.child)
    office.erases(stage.sibling)
    assert stage.actors(stage.parent)[0].children()[0].pupil_id == stage.elder.pupil_id


def test_a_guardian_who_has_a_post_stays_a_colleague(office, child):
    stage = office.stage
    stage.take_in(stage.with_first_school(pupils=(
        stage.child, stage.sibling, replace(child, guardian_ids=(stage.head.person_id,)),
    )))
    office.erases(child)
    assert stage.actors(stage.head)[0].roles() == {Role.HEAD_TEACHER, Role.TEACHER}


def test_others_are_told_by_id_only_and_sessions_are_over(office, child):
    stage = office.stage
    session = stage.session(stage.sign_in(stage.neighbour).token)
    told = len(stage.store.news(stage.within(stage.first)))
    office.erases(child)
    news = stage.store.news(stage.within(stage.first))[told:]
    assert news == [
        SessionEnded(session_id=session.session_id),
        GuardianshipChanged(pupil_id=child.pupil_id, guardian_ids=()),
        PupilErased(pupil_id=child.pupil_id),
    ]


def test_who_asked_who_confirmed_and_when_stays_on_record(office, child):
    office.erases(child)
    recorded = office.stage.store.audited(office.stage.first.school_id)
    assert (office.one.person_id, "ask_erasure", child.pupil_id) in recorded
    assert (office.other.person_id, "erase", child.pupil_id) in recorded


def test_a_request_is_seen_by_the_whole_office_and_may_be_dropped(office, child):
    office.asks(child)
    (mine,), (theirs,) = office.sees().asked, office.sees(office.other).asked
    assert (mine.name, mine.own, theirs.own) == (child.name, True, False)
    with pytest.raises(NotFound):
        office.drops(child, by=office.elsewhere())
    office.drops(child)
    assert office.sees().asked == ()
    with pytest.raises(NotFound):
        office.confirms(child)


def test_a_request_that_nobody_confirms_runs_out(office, child, later):
    office.asks(child)
    later(STANDS.days * 86_400)
    assert office.sees().asked == ()
    with pytest.raises(NotFound):
        office.confirms(child)
    office.asks(child, by=office.other)
    assert office.confirms(child, by=office.one) == 1


def test_asked_again_it_is_the_first_request(office, child):
    assert office.asks(child) == office.asks(child, by=office.other, reason=ErasureReason.MISTAKE)
    with pytest.raises(Conflict):
        office.confirms(child, by=office.one)


def test_the_office_of_another_school_neither_sees_nor_deletes(office, child):
    with pytest.raises(NotFound):
        office.asks(child, by=office.elsewhere())
    office.asks(child)
    assert office.sees(office.elsewhere()).asked == ()
    with pytest.raises(NotFound):
        office.confirms(child, by=office.elsewhere())


def test_a_year_after_leaving_one_person_is_enough_and_not_a_day_before(office, child):
    days = KEPT_AFTER_LEAVING.days
    office.leaves(child, days)
    assert (office.sees().left, office.erases_left(child)) == ((), 0)
    office.leaves(child, days + 1)
    (left,) = office.sees().left
    assert (left.pupil_id, office.sees().left_in_all) == (child.pupil_id, 1)
    assert office.erases_left(child, office.stage.child) == 1
    assert office.stage.names(office.one, pupils=(office.stage.child,)).pupils, "who has not left is not deleted so"
    assert office.erases_left(child) == 0


def test_who_asked_may_still_delete_when_its_time_is_over(office, child):
    office.asks(child)
    office.leaves(child, KEPT_AFTER_LEAVING.days + 1)
    assert office.erases_left(child) == 1


def test_too_many_at_once_are_refused(office):
    with pytest.raises(InvalidRequest):
        office.does(erase_left, EraseLeft(pupil_ids=tuple(new_id() for _ in range(201))), office.one)


def test_answers_that_speak_of_the_child_are_forgotten_and_others_stay(office, child):
    house = office.stage.store.house
    scope = office.stage.within(office.stage.first)
    with house.database.begin(scope) as connection:
        for word in (child.pupil_id, office.stage.child.pupil_id):
            connection.execute(_ANSWERED, {"actor": new_id(), "key": word, "answer": json.dumps({"of": word})})
    office.erases(child)
    assert "idempotency" not in office.found(child.pupil_id)
    assert "idempotency" in office.found(office.stage.child.pupil_id)


def test_whatever_points_at_a_person_says_whose_it_is_by_the_same_name(office):
    """So it goes with them; a table that said it otherwise would keep them from being forgotten at all."""
    with office.stage.store.inspector.begin(office.stage.district) as connection:
        assert set(connection.execute(_POINTS_AT_PEOPLE).scalars()) == {"person_id"}
