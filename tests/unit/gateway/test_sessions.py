"""Sessions: believed for seconds, ended at once, and asked for whenever an ending could have been missed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from contracts.actor import Actor
from contracts.catalogue import GATEWAY_LISTENS
from contracts.directory.school import ClassOpened, GuardianshipChanged, PupilPlaced, StaffGranted
from contracts.directory.session import ReadSession, Session, SessionEnded
from contracts.event import Event
from gateway.session import Sessions
from plumbing import clock
from tests.unit.gateway.conftest import News, told
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, CHEN, FIVE_ONE, HAORAN, LI, PASSWORD, WANG, YIMING, ZHAO
from tests.unit.gateway.person import HTTPS, Person


def asked(houses: InMemoryHouses) -> int:
    return sum(name == "directory.session" for name, _ in houses.heard)


def without(actor: Actor, pupil_id: str) -> Actor:
    return replace(actor, grants=tuple(grant for grant in actor.grants if grant.pupil_id != pupil_id))


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
    teacher.opens("/homework")
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
    sessions.hear(told(SessionEnded(session_id=session.session_id)))
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")


def test_an_answer_that_was_on_its_way_when_the_session_ended_is_not_believed(
    teacher: Person, houses: InMemoryHouses, sessions: Sessions, news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    news.fresh = False
    answered = houses.directory.session

    def ending_meanwhile(ask: ReadSession, actor: Actor) -> Session:
        answer = answered(ask, actor)
        houses.directory.sessions.clear()
        sessions.hear(told(SessionEnded(session_id=answer.session_id)))
        return answer

    monkeypatch.setattr(houses.directory, "session", ending_meanwhile)
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")


@pytest.mark.parametrize(
    "event",
    [
        StaffGranted(grant_list_id=FIVE_ONE, person_id=WANG, grants=()),
        GuardianshipChanged(pupil_id=HAORAN, guardian_ids=(WANG,)),
    ],
    ids=["a post given or ended", "a child more"],
)
def test_a_person_named_by_news_of_a_standing_is_asked_for_again(
    event: Event, teacher: Person, houses: InMemoryHouses, sessions: Sessions
) -> None:
    teacher.opens("/homework")
    before = asked(houses)
    sessions.hear(told(event))
    for _ in range(2):
        teacher.opens("/homework")
    assert asked(houses) == before + 1


@pytest.mark.parametrize(
    "event",
    [GuardianshipChanged(pupil_id=YIMING, guardian_ids=(CHEN,)), PupilPlaced(pupil_id=YIMING, class_id=FIVE_ONE)],
    ids=["its guardians are others now", "it sits in another class"],
)
def test_who_was_a_childs_guardian_is_asked_for_again_when_there_is_news_of_the_child(
    event: Event, mother: Person, houses: InMemoryHouses, sessions: Sessions
) -> None:
    mother.opens("/family")
    before = asked(houses)
    sessions.hear(told(event))
    for _ in range(2):
        mother.opens("/family")
    assert asked(houses) == before + 1


def test_news_of_others_costs_nobody_a_question(
    teacher: Person, mother: Person, houses: InMemoryHouses, sessions: Sessions
) -> None:
    teacher.opens("/homework")
    mother.opens("/family")
    before = asked(houses)
    for event in (
        StaffGranted(grant_list_id=FIVE_ONE, person_id=ZHAO, grants=()),
        GuardianshipChanged(pupil_id=HAORAN, guardian_ids=(CHEN,)), PupilPlaced(pupil_id=HAORAN),
        ClassOpened(class_id=FIVE_ONE, grade=6, number=1),
    ):
        sessions.hear(told(event))
    teacher.opens("/homework")
    mother.opens("/family")
    assert asked(houses) == before


def test_what_a_guardian_may_do_no_longer_is_over_with_the_news_of_it(
    mother: Person, houses: InMemoryHouses, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother.opens(f"/family?child={YIMING}")
    assert mother.status == 200
    monkeypatch.setitem(ACTORS, LI, without(ACTORS[LI], YIMING))
    houses.directory.restand(LI)
    sessions.hear(told(GuardianshipChanged(pupil_id=YIMING, guardian_ids=())))
    mother.opens(f"/family?child={YIMING}")
    assert mother.status == 404


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


def test_the_gateway_hears_whatever_changes_what_somebody_may_do() -> None:
    assert {SessionEnded, StaffGranted, GuardianshipChanged, PupilPlaced} <= set(GATEWAY_LISTENS)
