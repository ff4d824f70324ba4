"""The way in: the right password opens a session; whatever else happens says nothing about who exists."""

from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from contracts.actor import Role
from contracts.directory.session import SessionEnded
from contracts.errors import NotSignedIn, TooManyTries, WrongSignIn
from plumbing import clock
from plumbing.scope import PLATFORM

DAY = 86_400


def test_the_right_password_opens_a_session(stage):
    signed = stage.sign_in(stage.parent)
    session = stage.session(signed.token)
    assert (session.person_id, session.name) == (stage.parent.person_id, stage.parent.name)
    assert session.expires_at == signed.expires_at


def test_a_login_typed_in_capitals_or_full_width_is_the_same_login(stage):
    shouted = stage.parent.login.upper().translate({ord("-"): "－"})
    assert stage.knock(f" {shouted} ").person_id == stage.parent.person_id


def test_a_wrong_password_and_an_unknown_name_are_told_the_same(stage):
    with pytest.raises(WrongSignIn) as wrong:
        stage.sign_in(stage.parent, secret="something else")
    with pytest.raises(WrongSignIn) as unknown:
        stage.sign_in(replace(stage.parent, login=stage.parent.login + "x"))
    assert (wrong.value.said, wrong.value.details) == (unknown.value.said, unknown.value.details)


def test_a_session_says_what_its_person_holds_in_each_school(stage):
    first, second = stage.actors(stage.parent)
    assert (first.school_id, second.school_id) == (stage.first.school_id, stage.second.school_id)
    held = [(g.role, g.pupil_id, g.class_id) for g in first.grants]
    assert held == [
        (Role.GUARDIAN, stage.sibling.pupil_id, stage.fifth.class_id),
        (Role.GUARDIAN, stage.child.pupil_id, stage.third.class_id),
    ]
    assert second.child(stage.elder.pupil_id)


def test_a_session_names_the_schools_it_opens(stage):
    schools = stage.session(stage.sign_in(stage.parent).token).schools
    assert [(s.school_id, s.name) for s in schools] == [
        (stage.first.school_id, "第一小学"), (stage.second.school_id, "第二中学")
    ]


def test_a_teacher_holds_classes_and_subjects(stage):
    (actor,) = stage.actors(stage.head)
    assert actor.heads(stage.third.class_id)
    assert actor.teaches(stage.third.class_id, "数学")


def test_the_districts_office_belongs_to_no_school(stage):
    (actor,) = stage.actors(stage.officer)
    assert (actor.school_id, actor.roles()) == (None, {Role.DISTRICT_OFFICE})
    assert actor.district_id == stage.roll.district.district_id


def test_a_change_of_roles_is_seen_by_a_session_that_is_open(stage):
    token = stage.sign_in(stage.neighbour).token
    assert len(stage.session(token).actors) == 1
    adopted = replace(stage.other, guardian_ids=(stage.parent.person_id,))
    stage.take_in(stage.with_first_school(pupils=(adopted,)))
    assert stage.session(token).actors == ()


def test_a_token_nobody_was_given_opens_nothing(stage):
    with pytest.raises(NotSignedIn):
        stage.session("made up")


def test_signing_out_ends_the_session_at_once_and_says_so_once(stage):
    signed = stage.sign_in(stage.parent)
    session_id = stage.session(signed.token).session_id
    stage.sign_out(signed.token)
    stage.sign_out(signed.token)
    with pytest.raises(NotSignedIn):
        stage.session(signed.token)
    ended = [event.session_id for event in stage.store.news(PLATFORM) if isinstance(event, SessionEnded)]
    assert ended.count(session_id) == 1


def test_signing_out_leaves_the_persons_other_sessions_open(stage):
    phone, desk = stage.sign_in(stage.parent), stage.sign_in(stage.parent)
    stage.sign_out(phone.token)
    assert stage.session(desk.token)


def test_a_teachers_session_lasts_a_working_day_and_a_familys_a_month(stage, later):
    head, parent = stage.sign_in(stage.head), stage.sign_in(stage.parent)
    assert head.expires_at - clock.now() <= timedelta(hours=12) < parent.expires_at - clock.now()
    later(DAY)
    with pytest.raises(NotSignedIn):
        stage.session(head.token)
    assert stage.session(parent.token)
    later(30 * DAY)
    with pytest.raises(NotSignedIn):
        stage.session(parent.token)


def test_a_guess_after_five_wrong_ones_is_not_even_looked_at(stage):
    for _ in range(5):
        stage.knock(stage.parent.login)
    with pytest.raises(TooManyTries) as refused:
        stage.sign_in(stage.parent)
    assert refused.value.details == {"retry_after_seconds": 2}
    assert "2 秒后再试" in refused.value.said


def test_an_unknown_name_is_made_to_wait_like_a_known_one(stage):
    for _ in range(5):
        assert stage.knock(stage.parent.login + "x") is None
    with pytest.raises(TooManyTries):
        stage.knock(stage.parent.login + "x")


def test_whoever_waits_as_told_is_heard_and_the_right_password_ends_it(stage, later):
    for _ in range(5):
        stage.knock(stage.parent.login)
    later(2)
    assert stage.sign_in(stage.parent)
    assert stage.knock(stage.parent.login)


def test_a_try_that_was_not_heard_does_not_make_the_wait_longer(stage, later):
    for _ in range(5):
        stage.knock(stage.parent.login)
    for _ in range(3):
        with pytest.raises(TooManyTries):
            stage.knock(stage.parent.login)
    later(2)
    assert stage.knock(stage.parent.login)


def test_the_wait_grows_and_never_passes_a_minute(stage, later):
    waits = []
    for _ in range(16):
        try:
            stage.knock(stage.parent.login)
        except TooManyTries as refused:
            waits.append(refused.details["retry_after_seconds"])
            later(waits[-1])
    assert waits == [2, 4, 8, 16, 32, 60]
    for _ in range(5):
        stage.knock(stage.parent.login)
        with pytest.raises(TooManyTries) as refused:
            stage.knock(stage.parent.login)
        assert refused.value.details["retry_after_seconds"] <= 60
        later(60)


def test_guesses_from_many_places_slow_down_all_but_who_has_been_let_in_from_home(stage):
    stage.sign_in(stage.parent, client=stage.home)
    for network in range(20):
        stage.knock(stage.parent.login, client=f"10.{network}.0.1")
    with pytest.raises(TooManyTries):
        stage.knock(stage.parent.login, client=stage.cafe)
    assert stage.sign_in(stage.parent, client=stage.home)


def test_a_whole_school_may_come_in_from_one_address(stage):
    for family in range(100):
        stage.knock(f"{stage.parent.login}-{family}", client=stage.cafe)
    assert stage.sign_in(stage.parent, client=stage.cafe)


def test_mistakes_are_forgotten_after_an_hour(stage, later):
    for _ in range(4):
        stage.knock(stage.parent.login)
    later(3601)
    for _ in range(5):
        stage.knock(stage.parent.login)


def test_each_try_to_come_in_is_a_line_of_the_log_without_a_word_of_what_was_typed(stage):
    with capture_logs() as written:
        stage.sign_in(stage.head)
        with pytest.raises(WrongSignIn):
            stage.sign_in(stage.parent, secret="typed by mistake")
    came, went = written
    assert (came["event"], came["way"], came["person_id"]) == ("let in", "password", stage.head.person_id)
    assert (went["event"], went["way"], went["why"]) == ("not let in", "password", "wrong_sign_in")
    assert "typed by mistake" not in str(written) and stage.parent.login not in str(written)
