"""When a house is silent, slow or lost: the page says so, nothing typed is lost, nothing happens twice."""

import pytest
from flask import Flask
from structlog.testing import capture_logs

from contracts.directory.school import CLASSES, ListClasses
from contracts.errors import Unavailable
from gateway import access
from gateway.houses import Houses
from gateway.patience import AFTER_TROUBLE, Patience
from gateway.session import Sessions
from plumbing import clock
from tests.unit.gateway.conftest import News
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, THREE_TWO, WANG
from tests.unit.gateway.person import HTTPS, Person

MATHS = f"{THREE_TWO}|数学"
PUBLISH = "发布到公示栏"
PIECE = {
    "teaching": MATHS, "day": clock.today().isoformat(), "kind": "written", "place": "school", "minutes": "20",
    "content": "口算第 3 页",
}


def test_a_silent_house_gives_the_form_back_filled_and_says_that_nothing_was_done(
    teacher: Person, houses: InMemoryHouses
) -> None:
    teacher.opens("/homework/new")
    key = dict(teacher.page.form(PUBLISH).values)["key"]
    houses.silent = {"homework"}
    teacher.presses(PUBLISH, **PIECE)
    assert teacher.status == 503
    assert teacher.answer is not None
    assert teacher.answer.headers["Retry-After"] == "10"
    assert "没有做任何改动" in teacher.page.words
    assert "当天已有多少分钟暂时读不到；发布时仍会按规定计算。" in teacher.page.words
    form = teacher.page.form(PUBLISH)
    assert {("content", "口算第 3 页"), ("teaching", MATHS), ("key", key)} <= set(form.values)
    houses.silent = set()
    teacher.presses(PUBLISH)
    assert teacher.status == 200


def test_with_the_broker_down_even_the_session_cannot_be_read_and_still_nothing_typed_is_lost(
    teacher: Person, houses: InMemoryHouses, news: News
) -> None:
    teacher.opens("/homework/new")
    houses.silent, news.fresh = {"directory", "homework"}, False
    teacher.presses(PUBLISH, **PIECE)
    assert teacher.status == 503
    assert "没有做任何改动" in teacher.page.words
    assert "三（2）班 · 数学" in teacher.page.words
    assert {("content", "口算第 3 页"), ("minutes", "20")} <= set(teacher.page.form("再提交一次").values)
    houses.silent = set()
    teacher.presses("再提交一次")
    assert teacher.status == 200
    assert len(houses.homework.pieces) == 1


def test_a_lost_answer_is_asked_for_again_by_the_same_key_and_nothing_happens_twice(
    teacher: Person, houses: InMemoryHouses
) -> None:
    teacher.opens("/homework/new")
    houses.lost = {"homework"}
    teacher.presses(PUBLISH, **PIECE)
    assert teacher.status == 504
    assert "不会重复" in teacher.page.words
    houses.lost = set()
    teacher.presses(PUBLISH)
    assert teacher.status == 200
    assert len(houses.homework.pieces) == 1


def test_after_a_lost_answer_nothing_claims_that_nothing_was_done(
    teacher: Person, houses: InMemoryHouses, news: News
) -> None:
    teacher.opens("/homework/new")
    houses.lost = {"homework"}
    teacher.presses(PUBLISH, **PIECE)
    houses.silent = {"homework"}
    teacher.presses(PUBLISH)
    assert "上一次提交有没有成功还不知道" in teacher.page.words
    houses.silent, news.fresh = {"directory", "homework"}, False
    teacher.presses(PUBLISH)
    assert "没有做任何改动" not in teacher.page.words
    houses.silent, houses.lost = set(), set()
    teacher.presses("再提交一次")
    assert teacher.status == 200
    assert len(houses.homework.pieces) == 1


def test_who_was_signed_out_while_typing_loses_no_word(
    teacher: Person, houses: InMemoryHouses, news: News
) -> None:
    teacher.opens("/homework/new")
    news.fresh = False
    houses.directory.sessions.clear()
    teacher.presses(PUBLISH, **PIECE)
    assert teacher.status == 401
    assert "登录已过期" in teacher.page.words
    assert ("content", "口算第 3 页") in teacher.page.form("再提交一次").values
    assert not houses.homework.pieces


def test_a_form_from_another_site_does_nothing_and_shows_what_it_would_have_sent(
    teacher: Person, houses: InMemoryHouses
) -> None:
    teacher.opens("/homework/new")
    form = teacher.page.form(PUBLISH)
    form.values = [(name, value) for name, value in form.values if name != "csrf_token"]
    teacher.sends(form, PIECE)
    assert teacher.status == 400
    assert not houses.homework.pieces
    teacher.presses("再提交一次")
    assert teacher.status == 200


@pytest.mark.parametrize(
    ("house", "address", "said"),
    [
        ("homework", "/schools/xiangyang/board", "系统暂时不可用"),
        ("directory", "/schools/xiangyang/board", "系统暂时不可用"),
        ("homework", "/homework", "系统暂时不可用"),
        ("rulebook", "/schools/xiangyang/rules", "系统暂时不可用"),
    ],
)
def test_a_page_that_needs_a_silent_house_says_so(
    teacher: Person, houses: InMemoryHouses, house: str, address: str, said: str
) -> None:
    houses.silent = {house}
    teacher.opens(address)
    assert teacher.status == 503
    assert said in teacher.page.words
    assert teacher.answer is not None
    assert teacher.answer.headers["X-Request-Id"] in teacher.page.words


def test_a_family_sees_what_can_be_read_and_is_told_what_cannot(mother: Person, houses: InMemoryHouses) -> None:
    houses.silent = {"homework"}
    mother.opens("/family")
    assert mother.status == 200
    assert "作业暂时读不到" in mother.page.words
    assert "李一鸣" in mother.page.words
    houses.silent = {"enrolment", "notify"}
    mother.opens("/family")
    assert "课后服务的申请暂时读不到" in mother.page.words


def test_a_form_still_names_its_classes_while_directory_is_silent(teacher: Person, houses: InMemoryHouses) -> None:
    teacher.opens("/homework/new")
    houses.silent = {"directory"}
    teacher.opens("/homework/new")
    assert teacher.status == 200
    assert "三（2）班 · 数学" in teacher.page.words


def test_a_request_out_of_patience_sends_nothing_more(houses: InMemoryHouses) -> None:
    request = Houses(houses, None, request_id="1", patience=Patience(0.0))  # type: ignore[arg-type]
    with pytest.raises(Unavailable):
        request.ask(CLASSES, ListClasses(), ACTORS[WANG])
    assert houses.heard == []


def test_every_call_of_a_page_carries_the_id_that_the_page_shows(teacher: Person, houses: InMemoryHouses) -> None:
    teacher.opens("/homework/new")
    houses.heard.clear()
    teacher.opens(teacher.address)
    assert teacher.answer is not None
    assert {request_id for _, request_id in houses.heard} == {teacher.answer.headers["X-Request-Id"]}


def test_a_fault_in_the_gateway_itself_is_a_page_with_a_number_and_no_trace(
    teacher: Person, houses: InMemoryHouses, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("李一鸣 13800000000")

    monkeypatch.setattr(houses, "call", broken)
    teacher.opens("/homework")
    assert teacher.status == 500
    assert "这一页出了差错" in teacher.page.words
    assert "ZeroDivision" not in teacher.page.html
    assert "13800000000" not in teacher.page.html


def test_sign_in_with_everything_down_comes_back_filled_without_the_password(
    app: Flask, houses: InMemoryHouses, sessions: Sessions
) -> None:
    person = Person(app)
    person.opens("/sign-in")
    houses.silent = {"directory"}
    person.presses("登录", login="wang", password="secret-word")
    assert person.status == 503
    assert ("login", "wang") in person.page.form("登录").values
    assert "secret-word" not in person.page.html


ONLY_A_BUTTON = {
    "sign_in.sign_out", "account.end", "account.end_others", "roster_one.take_in", "second_step.begin",
    "cards.make_staff", "guardians.card", "numbers.decide", "staff.card", "staff.reset",
    "outside.sign_in", "links.unlink", "next_year.begin", "erasures.confirm", "erasures.drop", "erasures.erase_left",
    "exports.release", "exports.take", "rules_draft.drop", "derogations.withdraw",
}
"""Where nothing is typed, nothing can be lost."""


def test_every_page_that_takes_words_can_hand_them_back(app: Flask) -> None:
    posts = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    pages = {endpoint for endpoint in posts if not endpoint.startswith("api_")} - ONLY_A_BUTTON
    assert len(pages) >= 8
    without = {endpoint for endpoint in pages if getattr(access.rule_of(app, endpoint), "form", None) is None}
    assert sorted(without) == []


def test_who_goes_astray_while_signed_in_finds_the_ways_of_every_page(teacher: Person) -> None:
    teacher.opens("/no-such-page")
    assert teacher.status == 404
    assert {"布置作业", "我的作业", "消息", "退出"} <= set(teacher.page.words.split())


def test_a_page_that_is_not_there_says_so_soon_while_directory_is_silent_too(
    teacher: Person, houses: InMemoryHouses, news: News
) -> None:
    houses.silent, news.fresh = {"directory"}, False
    teacher.opens("/no-such-page")
    assert teacher.status == 404
    assert "布置作业" not in teacher.page.words


def test_a_visitor_who_goes_astray_is_offered_nothing_that_needs_signing_in(app: Flask) -> None:
    visitor = Person(app)
    visitor.opens("/no-such-page")
    assert visitor.status == 404
    assert "退出" not in visitor.page.words


def test_a_page_about_trouble_waits_for_directory_no_longer_than_after_any_trouble(
    teacher: Person, app: Flask, houses: InMemoryHouses, news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = []

    def slow(*_: object, timeout: float, **__: object) -> None:
        waits.append(timeout)
        raise Unavailable

    news.fresh = False
    monkeypatch.setattr(houses, "call", slow)
    teacher.opens("/no-such-page")
    assert teacher.status == 404
    assert len(waits) == 1
    assert waits[0] <= AFTER_TROUBLE


@pytest.mark.parametrize(("method", "path", "why"), [
    ("GET", "/school/rosters", "not_found"), ("POST", "/homework/new", "page_too_old"),
    ("POST", "/api/v1/homework", "page_too_old"), ("GET", "/sign-in/with/wecom", "not_found"),
])
def test_why_a_request_was_refused_stands_in_its_log_line(teacher: Person, method: str, path: str, why: str) -> None:
    with capture_logs() as written:
        teacher.client.open(path, method=method, base_url=HTTPS, json={} if "/api/" in path else None)
    assert [line["refused"] for line in written if line["event"] == "request"] == [why]
