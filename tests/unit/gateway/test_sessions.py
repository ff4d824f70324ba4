"""Sessions: believed for seconds, ended at once, and asked for whenever an ending could have been missed."""

from datetime import timedelta

import pytest
from flask import Flask

from contracts.directory.session import SessionEnded
from contracts.received import Received
from gateway.session import Sessions
from plumbing import clock
from tests.unit.gateway.conftest import News
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import PASSWORD
from tests.unit.gateway.person import HTTPS, Person


def ended(session_id: str) -> Received:
    return Received(
        event=SessionEnded(session_id=session_id), message_id="1", sequence=1, occurred_at=clock.now(),
        district_id=None, school_id=None, request_id="1", queue="listen",
    )


def asked(houses: InMemoryHouses) -> int:
    return sum(name == "directory.session" for name, _ in houses.heard)


def cookie_after_signing_in(app: Flask) -> str:
    person = Person(app)
    person.opens("/sign-in")
    values = {**dict(person.page.form("登录").values), "login": "wang", "password": PASSWORD}
    answer = person.client.post("/sign-in", base_url=HTTPS, data=values, headers={"Referer": HTTPS})
    return next(c for c in answer.headers.getlist("Set-Cookie") if c.startswith("__Host-qingfu="))


def test_the_cookie_is_for_this_host_this_transport_and_no_script(app: Flask) -> None:
    cookie = cookie_after_signing_in(app)
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie


def test_the_cookie_lasts_as_long_as_the_session_on_a_phone_that_shows_another_day(app: Flask) -> None:
    cookie = cookie_after_signing_in(app)
    seconds = int(cookie.partition("Max-Age=")[2].partition(";")[0])
    assert 0 <= timedelta(days=30).total_seconds() - seconds < 60


def test_directory_is_not_asked_for_every_page(teacher: Person, houses: InMemoryHouses) -> None:
    before = asked(houses)
    for _ in range(3):
        teacher.opens("/homework")
    assert asked(houses) == before


def test_directory_is_asked_every_time_while_an_ending_might_be_missed(
    teacher: Person, houses: InMemoryHouses, news: News
) -> None:
    news.fresh = False
    before = asked(houses)
    for _ in range(3):
        teacher.opens("/homework")
    assert asked(houses) == before + 3


def test_an_ended_session_is_over_with_the_news_of_it(
    teacher: Person, houses: InMemoryHouses, sessions: Sessions
) -> None:
    token, session = next(iter(houses.directory.sessions.items()))
    del houses.directory.sessions[token]
    teacher.opens("/homework")
    assert teacher.status == 200
    sessions.hear(ended(session.session_id))
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")


def test_an_answer_that_was_on_its_way_when_the_session_ended_is_not_believed(
    teacher: Person, houses: InMemoryHouses, sessions: Sessions, news: News
) -> None:
    news.fresh = False
    session = next(iter(houses.directory.sessions.values()))
    sessions.hear(ended(session.session_id))
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")


def test_signing_out_ends_the_session_and_forgets_the_cookie(teacher: Person, houses: InMemoryHouses) -> None:
    teacher.opens("/homework")
    teacher.presses("退出")
    assert houses.directory.sessions == {}
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")


def test_signing_out_forgets_the_cookie_even_while_directory_is_silent(
    teacher: Person, houses: InMemoryHouses
) -> None:
    teacher.opens("/homework")
    houses.silent = {"directory"}
    teacher.presses("退出")
    assert "这台设备上已退出" in teacher.page.words
    houses.silent = set()
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")


def test_a_session_is_over_when_its_time_is(
    teacher: Person, houses: InMemoryHouses, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = next(iter(houses.directory.sessions))
    del houses.directory.sessions[token]
    a_month_on = clock.offset_seconds() + int(timedelta(days=31).total_seconds())
    monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(a_month_on))
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")


def test_a_wrong_name_and_a_wrong_password_get_the_same_page(somebody: Person) -> None:
    pages = []
    for login, password in (("wang", "wrong"), ("nobody", PASSWORD)):
        somebody.opens("/sign-in")
        somebody.presses("登录", login=login, password=password)
        assert somebody.status == 401
        assert ("login", login) in somebody.page.form("登录").values
        pages.append(somebody.page.words)
    assert pages[0] == pages[1]


def test_a_password_is_never_sent_back(somebody: Person) -> None:
    somebody.opens("/sign-in")
    somebody.presses("登录", login="wang", password="wrong-but-close")
    assert "wrong-but-close" not in somebody.page.html


def test_too_many_tries_say_how_long_to_wait(somebody: Person) -> None:
    for _ in range(6):
        somebody.opens("/sign-in")
        somebody.presses("登录", login="wang", password="wrong")
    assert somebody.status == 429
    assert somebody.answer is not None
    assert somebody.answer.headers["Retry-After"] == "60"
    assert "60 秒后再试" in somebody.page.words


def test_a_token_of_any_length_or_kind_is_only_a_wrong_token(app: Flask) -> None:
    for token in ("x" * 3000, "汉字", "a\tb"):
        client = app.test_client()
        client.set_cookie("__Host-qingfu", token, domain="qingfu.example", secure=True)
        assert client.get("/homework", base_url=HTTPS).status_code == 303


def test_after_a_time_of_deafness_nobody_is_believed_without_asking(
    teacher: Person, houses: InMemoryHouses, sessions: Sessions
) -> None:
    teacher.opens("/homework")
    before = asked(houses)
    sessions.doubt_all()
    teacher.opens("/homework")
    assert asked(houses) == before + 1
