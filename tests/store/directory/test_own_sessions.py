"""Own sessions: a person sees where they are signed in, and ends there what they want, and nobody else's."""

from datetime import timedelta

import pytest

from contracts.directory.device import Browser, System
from contracts.directory.session import SessionEnded
from contracts.errors import NotSignedIn

HOUR = 3_600


@pytest.fixture
def phone(stage):
    return stage.sign_in(stage.parent, browser=Browser.WECHAT, system=System.ANDROID)


@pytest.fixture
def desk(stage):
    return stage.sign_in(stage.parent, browser=Browser.EDGE, system=System.WINDOWS)


@pytest.fixture
def parent(stage, phone):
    return stage.session(phone.token).actors[0]


def session_id(stage, signed):
    return stage.session(signed.token).session_id


def told(stage):
    return [event.session_id for event in stage.news() if isinstance(event, SessionEnded)]


def test_a_person_sees_each_device_and_since_when(stage, phone, desk, parent):
    last, first = stage.own_sessions(parent)
    assert (first.browser, first.system) == (Browser.WECHAT, System.ANDROID)
    assert (last.browser, last.system) == (Browser.EDGE, System.WINDOWS)
    assert first.began_at == first.seen_at < last.began_at


def test_the_device_used_last_comes_first(stage, phone, desk, parent, later):
    later(2 * HOUR)
    stage.session(phone.token)
    first, last = stage.own_sessions(parent)
    assert first.browser is Browser.WECHAT
    assert first.seen_at - last.seen_at >= timedelta(hours=2)


def test_use_is_noted_by_the_hour_and_no_closer(stage, phone, parent, later):
    later(HOUR // 2)
    stage.session(phone.token)
    (noted,) = stage.own_sessions(parent)
    assert noted.seen_at == noted.began_at


def test_an_ended_device_is_out_at_once_and_that_is_told_once(stage, phone, desk, parent):
    ended = session_id(stage, desk)
    assert stage.end_session(parent, ended) == 1
    assert stage.end_session(parent, ended) == 0
    with pytest.raises(NotSignedIn):
        stage.session(desk.token)
    assert stage.session(phone.token)
    assert told(stage) == [ended]


def test_all_other_devices_are_out_and_the_one_in_hand_stays(stage, phone, desk, parent):
    tablet = stage.sign_in(stage.parent)
    gone = {session_id(stage, desk), session_id(stage, tablet)}
    assert stage.end_other_sessions(parent, session_id(stage, phone)) == 2
    assert [session.session_id for session in stage.own_sessions(parent)] == [session_id(stage, phone)]
    assert set(told(stage)) == gone


def test_nobody_ends_or_sees_somebody_elses_session(stage, phone, parent):
    neighbours = stage.sign_in(stage.neighbour)
    theirs = session_id(stage, neighbours)
    assert stage.end_session(parent, theirs) == 0
    stage.end_other_sessions(parent, session_id(stage, phone))
    assert stage.session(neighbours.token)
    assert theirs not in [session.session_id for session in stage.own_sessions(parent)]


def test_a_session_that_has_run_out_is_no_device_any_more(stage, phone, parent, later):
    later(31 * 24 * HOUR)
    assert stage.own_sessions(parent) == ()
