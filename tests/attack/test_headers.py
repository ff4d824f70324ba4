"""What every answer says beside its page: nothing from elsewhere, nothing inline, nobody frames us, nothing kept."""

import pytest

from contracts.actor import Role
from demo.password import PASSWORD
from tests.attack import matrix
from tests.attack.asking import asked
from tests.attack.visitor import Visitor

EVIL = "evil.example"
ALWAYS = {
    "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ERRORS = (
    ("GET", "/no-such-page"), ("PATCH", "/homework"), ("BREW", "/"), ("GET", "/schools/%00/board"),
    ("GET", "/api/v1/none"), ("POST", "/api/v1/session"), ("GET", "/static/../gateway/app.py"),
)


@pytest.fixture(scope="module")
def errors(house_up):
    """What is said to requests that cannot be."""
    visitor = Visitor(house_up.address)
    return [(f"{method} {path}", None, visitor.send(method, path)) for method, path in ERRORS]


def test_every_answer_carries_every_header_of_safety(answers, errors):
    for route, column, answer in (*answers, *errors):
        for name, value in ALWAYS.items():
            assert answer.header(name) == value, (route, column, name)
        policy = answer.header("Content-Security-Policy")
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy, route


def test_what_is_kept_by_others_is_public_and_says_so(answers, errors, routes):
    public = {route.key for route in routes if route.shows_the_same_to_all}
    for route, column, answer in (*answers, *errors):
        kept = answer.header("Cache-Control")
        assert kept == "private, no-store" or (kept.startswith("public") and route in public), (route, column, kept)


def test_a_public_page_gives_no_cookie_and_is_the_same_for_everybody(routes, world, signed_in):
    for route in (route for route in routes if route.method == "GET" and route.shows_the_same_to_all):
        request = asked(route, world.places["own"], Role.VISITOR)
        readers = [signed_in(role) for role in (Role.VISITOR, Role.GUARDIAN, Role.PRINCIPAL)]
        seen = [matrix.answer_to(request, reader) for reader in readers]
        assert not any(answer.header("Set-Cookie") for answer in seen), route.key
        assert {answer.status for answer in seen} == {200}, route.key
        assert len({answer.body for answer in seen}) == 1, route.key


def test_no_answer_says_what_it_was_made_with(answers, errors):
    for route, _, answer in (*answers, *errors):
        for name in ("Server", "X-Powered-By", "Via"):
            assert not answer.header(name), (route, name)
        for word in ("Traceback", "werkzeug", "waitress", "psycopg", "amqp"):
            assert word not in answer.text, (route, word)


def test_every_redirect_stays_in_the_house(answers):
    for route, _, answer in answers:
        if 300 <= answer.status < 400:
            assert answer.header("Location").startswith("/"), route
            assert not answer.header("Location").startswith(("//", "/\\")), route


LEADING_ELSEWHERE = (
    f"//{EVIL}", f"https://{EVIL}", f"/\\{EVIL}", f"/\t/{EVIL}", f"/%0d%0aLocation:%20https://{EVIL}", "javascript:1",
    "/\r\nSet-Cookie: a=b", f"\\\\{EVIL}", f" //{EVIL}", "/" + "a" * 600,
)


@pytest.mark.parametrize("onward", LEADING_ELSEWHERE)
def test_signing_in_leads_nowhere_else(onward, house_up, world):
    someone = world.holders[Role.PRINCIPAL]
    answer = Visitor(house_up.address).post(
        "/sign-in", {"login": someone.login, "password": PASSWORD, "next": onward}
    )
    assert answer.status == 303
    assert answer.header("Location") == "/" or answer.header("Location").startswith("/%0d%0a")
    assert "a=b" not in answer.cookie("a")


FALSE_ADDRESSES = (
    {"Host": EVIL}, {"X-Forwarded-Host": EVIL}, {"Forwarded": f"host={EVIL}"}, {"X-Forwarded-Prefix": f"//{EVIL}"},
    {"X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"}, {"X-Rewrite-Url": "/metrics"},
)


@pytest.mark.parametrize("said", FALSE_ADDRESSES, ids=lambda said: next(iter(said)))
def test_a_false_address_leads_nobody_else_astray(said, world, house_up):
    """Whoever lies about the address may see their own lie; the next reader never does."""
    liar, reader = Visitor(house_up.address), Visitor(house_up.address)
    for path in (f"/schools/{world.places['own'].school.code}/board", "/family", "/sign-in", "/"):
        lied = liar.send("GET", path, headers=said)
        assert EVIL not in lied.header("Location")
        assert EVIL not in reader.get(path).text, path


def test_who_forwards_for_whom_is_not_believed_without_a_proxy_of_ours(house_up):
    """Otherwise anybody could guess passwords from as many networks as they like."""
    visitor = Visitor(house_up.address)
    tries = [
        visitor.program("POST", "/api/v1/session", {"login": "q7-nobody-forwarded", "password": str(number)},
                        **{"X-Forwarded-For": f"10.{number}.0.1"})
        for number in range(8)
    ]
    assert tries[-1].status == 429
