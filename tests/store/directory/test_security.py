"""A school may ask its staff for a second factor: from its day on who has none is told so with every session."""

from datetime import timedelta

import pytest

from contracts.directory.security import DemandSecondFactor, ReadSecurity, ResetSecondFactor, SecondFactorDemand
from contracts.errors import Conflict, NotFound, NotSignedIn
from plumbing import clock, one_time
from plumbing.caller import Caller
from services.directory.application.second_factor.security import (
    demand_second_factor,
    read_security,
    reset_second_factor,
)
from tests.store.directory.test_posts import School

STEP = 30


@pytest.fixture
def school(stage):
    return School(stage, stage._person("office"))


def _caller(actor):
    return Caller(actor=actor, call="test", request_id="test")


def demands(school, days=0, demand=SecondFactorDemand.REQUIRED):
    ask = DemandSecondFactor(demand=demand, grace_days=days)
    return school.store.change(demand_second_factor, ask, _caller(school.office)).second_factor_from


def unproven(school):
    found = school.store.query(read_security, ReadSecurity(), _caller(school.office))
    return found.second_factor_from, {one.name for one in found.unproven}


def asked_of(stage, who):
    return stage.session(stage.sign_in(who).token).second_factor_from


def sets_up(stage, who, later):
    actor = stage.actors(who)[0]
    secret = stage.begin_factor(actor).secret
    later(STEP)
    stage.confirm_factor(actor, one_time.code_of(secret, one_time.present_step()))
    later(STEP)
    return actor, lambda: one_time.code_of(secret, one_time.present_step())


def test_until_the_school_asks_each_decides_alone(school, stage):
    assert unproven(school) == (None, {stage.head.name, school.wu.name})
    assert asked_of(stage, stage.head) is None


def test_the_staff_are_told_the_day_and_families_and_other_schools_are_not(school, stage):
    day = clock.today() + timedelta(days=14)
    assert demands(school, 14) == day
    assert asked_of(stage, stage.head) == day
    assert asked_of(stage, stage.parent) is None
    assert asked_of(stage, stage.principal) is None


def test_whoever_has_one_is_asked_for_nothing_more(school, stage, later):
    demands(school)
    _, code = sets_up(stage, stage.head, later)
    signed = stage.sign_in_with(stage.sign_in(stage.head), code())
    assert stage.session(signed.token).second_factor_from is None
    assert unproven(school)[1] == {school.wu.name}


def test_while_the_school_asks_nobody_turns_theirs_off(school, stage, later):
    demands(school, 14)
    actor, code = sets_up(stage, stage.head, later)
    with pytest.raises(Conflict):
        stage.end_factor(actor, code())
    later(STEP)
    demands(school, demand=SecondFactorDemand.OWN_CHOICE)
    stage.end_factor(actor, code())
    assert not stage.factor(actor).on


def test_who_has_lost_phone_and_codes_is_let_in_by_the_office_and_starts_anew(school, stage, later):
    demands(school)
    sets_up(stage, stage.head, later)
    reset = ResetSecondFactor(person_id=stage.head.person_id)
    school.store.change(reset_second_factor, reset, _caller(school.office))
    signed = stage.sign_in(stage.head)
    assert not signed.second_step
    assert stage.session(signed.token).second_factor_from == clock.today()


def test_a_reset_ends_what_was_open_and_nobody_resets_their_own(school, stage, later):
    open_before = stage.sign_in(stage.head)
    sets_up(stage, stage.head, later)
    for who, error in ((school.wu, NotFound), (stage.principal, NotFound), (stage.parent, NotFound)):
        with pytest.raises(error):
            reset = ResetSecondFactor(person_id=who.person_id)
            school.store.change(reset_second_factor, reset, _caller(school.office))
    school.store.change(reset_second_factor, ResetSecondFactor(person_id=stage.head.person_id), _caller(school.office))
    with pytest.raises(NotSignedIn):
        stage.session(open_before.token)


def test_asking_is_on_record(school, stage):
    demands(school, 7)
    assert "demand_second_factor" in {row[1] for row in stage.store.audited(stage.first.school_id)}
