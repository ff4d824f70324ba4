"""Nobody who chose English meets Chinese on a page, but for names, quoted clauses and what people have typed."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from flask import Flask

from gateway.english.book import CHINESE, book
from tests.browser.term import lived
from tests.english.reading import Reading
from tests.english.walk import pages
from tests.unit.gateway.conftest import _gateway, app, houses, news, sessions  # noqa: F401
from tests.unit.gateway.houses import InMemoryHouses, enrolment, people, rosters
from tests.unit.gateway.houses import people as who
from tests.unit.gateway.houses.rules import RULES
from tests.unit.gateway.person import HTTPS, Person

SCHOOL = "/schools/xiangyang"
PUBLIC = (
    "/", "/sign-in", "/activate", f"{SCHOOL}/board", f"{SCHOOL}/board/week", f"{SCHOOL}/board/screen",
    f"{SCHOOL}/calendar", f"{SCHOOL}/rules", "/nowhere",
)


def known(houses: InMemoryHouses) -> list[str]:  # noqa: F811
    """Return names and what people have typed: whatever the houses hold that is no sentence of ours, line by line."""
    parts = (houses.directory, houses.homework, houses.enrolment, houses.notify, houses.rulebook)
    held = {text for part in (*parts, people, enrolment, rosters) for text in texts_in(vars(part))}
    clauses = {rule.clause for rule in RULES} | {rule.source for rule in RULES}
    lines = {line.strip() for text in held | clauses for line in text.split("\n")}
    return ["中文", *TYPED, *(line for line in lines if CHINESE.search(line) and book().sentence(line) is None)]


TYPED = ("课后看护", "放学后", "毕业生", "三（9）班", "张三丰")
"""What people have typed although it says what we say, or what a house makes up as it is asked."""


def texts_in(held: Any, met: set[int] | None = None) -> Iterator[str]:
    """Yield every text in a value, and in what it is made of, each thing once."""
    met = set() if met is None else met
    if isinstance(held, str):
        yield held
    elif id(held) not in met:
        met.add(id(held))
        for part in _parts(held):
            yield from texts_in(part, met)


def _parts(held: Any) -> Iterable[Any]:
    if isinstance(held, dict):
        return (*held.keys(), *held.values())
    if isinstance(held, (list, tuple, set, frozenset)):
        return held
    ours = type(held).__module__.startswith(("contracts.", "engines.", "services.", "tests."))
    return (vars(held),) if ours and hasattr(held, "__dict__") else ()


def english(app: Flask, login: str = "") -> Person:  # noqa: F811
    person = Person(app).signed_in(login) if login else Person(app)
    person.opens("/language/en")
    return person


@pytest.mark.parametrize("login", ["", *who.LOGINS])
def test_no_page_shows_chinese_but_names_quotes_and_what_people_typed(
    app: Flask, houses: InMemoryHouses, login: str  # noqa: F811
) -> None:
    lived(houses)
    left: dict[str, list[str]] = {}
    for address, html in pages(english(app, login), *(PUBLIC if not login else ("/",))):
        read = Reading(html, known(houses))
        assert read.lang == "en", address
        if read.left:
            left[address] = read.left
    assert left == {}


def test_pages_are_chinese_until_somebody_chooses_otherwise_whatever_their_browser_prefers(app: Flask) -> None:  # noqa: F811
    person = Person(app)
    person.opens("/sign-in", **{"Accept-Language": "en"})
    assert '<html lang="zh-CN"' in person.page.html
    assert "登录" in person.page.words


def test_the_switch_stands_at_the_foot_works_without_scripts_and_leads_back(app: Flask) -> None:  # noqa: F811
    client = app.test_client()
    seen = client.get(f"{SCHOOL}/board?day=2026-11-20", base_url=HTTPS).get_data(as_text=True)
    assert 'href="/language/en"' in seen
    came = {"Referer": f"{HTTPS}{SCHOOL}/board?day=2026-11-20"}
    answer = client.get("/language/en", base_url=HTTPS, headers=came)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{SCHOOL}/board?day=2026-11-20")
    assert "Homework board" in client.get(f"{SCHOOL}/board?day=2026-11-20", base_url=HTTPS).get_data(as_text=True)
    client.get("/language/zh-CN", base_url=HTTPS)
    assert "作业公示" in client.get(f"{SCHOOL}/board?day=2026-11-20", base_url=HTTPS).get_data(as_text=True)


@pytest.mark.parametrize("referrer", ["https://elsewhere.example/x", f"{HTTPS}//elsewhere.example", "", "no address"])
def test_the_switch_leads_nowhere_else(app: Flask, referrer: str) -> None:  # noqa: F811
    answer = app.test_client().get("/language/en", base_url=HTTPS, headers={"Referer": referrer})
    assert answer.headers["Location"] == "/"


def test_a_language_we_do_not_speak_is_not_there(app: Flask) -> None:  # noqa: F811
    assert app.test_client().get("/language/fr", base_url=HTTPS).status_code == 404


def test_a_page_kept_for_everybody_is_kept_in_each_language(app: Flask) -> None:  # noqa: F811
    chinese, reader = app.test_client(), english(app).client
    for _ in range(2):
        assert "作业公示" in chinese.get(f"{SCHOOL}/board", base_url=HTTPS).get_data(as_text=True)
        answer = reader.get(f"{SCHOOL}/board", base_url=HTTPS)
        assert "Homework board" in answer.get_data(as_text=True)
        assert "Cookie" in answer.headers["Vary"]


def test_what_people_typed_is_never_translated_even_where_it_says_what_we_say(
    app: Flask, houses: InMemoryHouses  # noqa: F811
) -> None:
    term = lived(houses)
    piece = houses.homework.pieces[term.corrected]
    houses.homework.pieces[term.corrected] = type(piece)(**{**vars(piece), "content": "没有作业。"})
    seen = english(app).opens(f"{SCHOOL}/board").words
    assert "没有作业。" in seen


@pytest.mark.parametrize(("asked", "detail", "language"), [
    ("en", "Account or password is wrong.", "en"), ("zh-CN", "账号或密码不对", "zh-CN"),
    ("fr", "账号或密码不对", "zh-CN"), ("fr, en;q=0.5", "Account or password is wrong.", "en"),
    (None, "账号或密码不对", "zh-CN"),
])
def test_a_program_is_told_what_is_wrong_in_the_language_it_accepts(
    app: Flask, asked: str | None, detail: str, language: str  # noqa: F811
) -> None:
    said = {"login": "nobody", "password": "wrong"}
    headers = {"Accept-Language": asked} if asked else {}
    answer = app.test_client().post("/api/v1/session", json=said, base_url=HTTPS, headers=headers)
    assert answer.mimetype == "application/problem+json"
    assert detail in answer.json["detail"]  # type: ignore[index]
    assert answer.headers["Content-Language"] == language
    assert "Accept-Language" in answer.headers["Vary"]


def test_each_wrong_field_is_told_in_english_too(app: Flask) -> None:  # noqa: F811
    answer = app.test_client().post(
        "/api/v1/session", json={"login": "x" * 65, "password": ""}, base_url=HTTPS, headers={"Accept-Language": "en"}
    )
    told = {one["pointer"]: one["detail"] for one in answer.json["errors"]}  # type: ignore[index]
    assert told["#/login"] == "At most 64 characters; there are 65 now, please shorten it."
