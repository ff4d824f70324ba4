"""An office signs somebody of its school out everywhere, for a reason; they come in again by their password."""

from dataclasses import replace

import pytest

from contracts.actor import Grant, Role
from contracts.directory.session import SessionEnded
from contracts.directory.signing_out import SignOutPerson, SignOutReason
from contracts.errors import NotFound, NotSignedIn
from plumbing.caller import Caller
from services.directory.application.signing_in.signing_out import sign_out_person
from tests.store.directory.households import Household
from tests.store.directory.test_posts import School


@pytest.fixture
def school(stage):
    return School(stage, stage._person("office"))


def _caller(actor):
    return Caller(actor=actor, call="test", request_id="test")


def signs_out(stage, office, who, reason=SignOutReason.LOST):
    ask = SignOutPerson(person_id=who.person_id, reason=reason)
    return stage.store.change(sign_out_person, ask, _caller(office)).ended


def told(stage):
    return {event.session_id for event in stage.news() if isinstance(event, SessionEnded)}


@pytest.mark.parametrize("who", ["head", "parent"])
def test_one_of_the_staff_and_a_guardian_are_out_everywhere_and_that_is_told(who, school, stage):
    person = getattr(stage, who)
    phone, desk = stage.sign_in(person), stage.sign_in(person)
    ids = {stage.session(each.token).session_id for each in (phone, desk)}
    assert signs_out(stage, school.office, person) == 2
    for each in (phone, desk):
        with pytest.raises(NotSignedIn):
            stage.session(each.token)
    assert told(stage) == ids


def test_the_password_opens_a_session_again_at_once_and_says_what_was(school, stage):
    stage.sign_in(stage.parent)
    stage.sign_in(stage.parent)
    signs_out(stage, school.office, stage.parent, SignOutReason.SUSPECTED)
    (actor, *_) = stage.actors(stage.parent)
    said = stage.signed_out(actor)
    assert (said.reason, said.devices) == (SignOutReason.SUSPECTED, 2)


def test_what_a_person_ends_themselves_is_nobody_elses_doing(stage):
    desk = stage.session(stage.sign_in(stage.parent).token)
    (actor, *_) = stage.actors(stage.parent)
    stage.end_session(actor, desk.session_id)
    assert stage.signed_out(actor) is None


def test_who_is_signed_in_nowhere_is_signed_out_of_nothing(school, stage):
    assert signs_out(stage, school.office, stage.parent) == 0
    assert told(stage) == set()
    assert stage.signed_out(stage.actors(stage.parent)[0]) is None


def test_another_schools_own_people_the_districts_and_oneself_are_not_there(school, stage):
    others = [stage.principal, stage.officer, school.wu]
    tokens = [stage.sign_in(who).token for who in others]
    for who in others:
        with pytest.raises(NotFound):
            signs_out(stage, school.office, who)
    assert all(stage.session(token) for token in tokens)


def test_a_parent_who_has_a_post_at_another_school_is_that_schools(school, stage):
    parent = replace(stage.second.staff[0], person_id=stage.parent.person_id, staff_id=stage.parent.person_id)
    parent = replace(parent, grants=(Grant(role=Role.TEACHER, class_id=stage.seventh.class_id, subject="语文"),))
    second = replace(stage.second, staff=(*stage.second.staff, parent))
    stage.take_in(replace(stage.roll, schools=(stage.first, second)))
    with pytest.raises(NotFound):
        signs_out(stage, school.office, stage.parent)
    signs_out(stage, Household(stage).office(stage.second), stage.parent)


def test_who_was_signed_out_why_and_by_whom_is_on_record(school, stage):
    signs_out(stage, school.office, stage.head)
    signs_out(stage, school.office, stage.parent, SignOutReason.OWN_WISH)
    kept = {(who, action) for who, action, _ in stage.store.audited(stage.first.school_id)}
    wu = school.wu.person_id
    assert {(wu, "sign_out_person_lost"), (wu, "sign_out_person_own_wish")} <= kept


def test_the_page_of_a_colleague_offers_it_and_the_own_does_not(school, stage):
    (head,), (wu,) = school.staff(who=stage.head), school.staff(who=school.wu)
    assert (head.may_sign_out, wu.may_sign_out) == (True, False)


def test_the_page_of_a_childs_guardians_offers_it_to_the_office_for_whoever_has_an_account(school, stage):
    home = Household(stage)
    home.invite(school.office, stage.child, "周大海", f"13{int(stage.mark, 16) % 10**9:09d}")
    as_mother = replace(school.office, person_id=stage.parent.person_id)
    for actor, offered in (
        (school.office, [True, False]), (as_mother, [False, False]), (stage.actors(stage.head)[0], [False, False]),
    ):
        found = home.guardians(actor, stage.child).guardians
        assert ["sign_out" in one.actions for one in found] == offered
