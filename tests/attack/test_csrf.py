"""No other site can act through somebody's browser: every address that changes something asks for a page of ours."""

import pytest

from contracts.actor import Role
from tests.attack.asking import asked
from tests.attack.visitor import SESSION, Visitor

FROM_ELSEWHERE = {"Origin": "https://evil.example", "Referer": "https://evil.example/", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def changing(routes):
    """Every route that changes something and looks at a cookie."""
    return [route for route in routes if route.method != "GET" and route.takes_cookie]


def refused_as_not_ours(answer):
    """A page hands back what was typed, a program is told in a problem document; neither has done anything."""
    return answer.status == 400 and ("打开得太久" in answer.text or answer.json["code"] == "page_too_old")


def cookie_of(visitor, *more):
    return {"Cookie": "; ".join((f"{SESSION}={visitor.token}", *more))}


def test_a_request_from_another_site_is_refused_at_every_address_that_changes_something(changing, world, signed_in):
    for route in changing:
        for role in (Role.GUARDIAN, Role.TEACHER, Role.HEAD_TEACHER):
            path, visitor = asked(route, world.places["own"], role).path, signed_in(role)
            for kind in ("application/x-www-form-urlencoded", "text/plain", "application/json"):
                said = cookie_of(visitor) | FROM_ELSEWHERE | {"Content-Type": kind}
                assert refused_as_not_ours(visitor.send(route.method, path, "{}", said)), (route.key, role, kind)


def test_signing_in_itself_needs_a_page_of_ours_so_that_nobody_is_signed_in_as_somebody_else(house_up):
    body = "login=a&password=b"
    answer = Visitor(house_up.address).send(
        "POST", "/sign-in", body, {"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert refused_as_not_ours(answer)


def test_the_token_of_another_browser_is_none(house_up, signed_in):
    victim, (form_cookie, _), (_, foreign) = signed_in(Role.GUARDIAN), *(Visitor(house_up.address).page for _ in "ab")
    said = cookie_of(victim, form_cookie) | {"Content-Type": "application/x-www-form-urlencoded"}
    assert refused_as_not_ours(victim.send("POST", "/sign-out", f"csrf_token={foreign}", said))
    assert victim.get("/inbox").status == 200


@pytest.mark.parametrize("forged", ["", "x", "a.b.c", "IjEi.ZZZZ.ZZZZ"])
def test_a_token_that_nobody_gave_out_is_none(forged, signed_in):
    victim = signed_in(Role.GUARDIAN)
    said = cookie_of(victim, victim.page[0]) | {"Content-Type": "application/x-www-form-urlencoded"}
    assert refused_as_not_ours(victim.send("POST", "/sign-out", f"csrf_token={forged}", said))


def test_no_other_site_may_read_what_we_answer(answers):
    assert not [(route, name) for route, _, answer in answers for name, _ in answer.headers
                if name.lower().startswith("access-control-")]
