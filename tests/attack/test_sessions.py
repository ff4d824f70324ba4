"""A session belongs to who opened it, travels by its cookie or bearer token alone, and ends when it is ended."""

import pytest

from contracts.actor import Role
from demo.password import PASSWORD
from tests.attack.visitor import SESSION, Visitor, sign_in


def signing_in(visitor, someone, **headers):
    return visitor.post("/sign-in", {"login": someone.login, "password": PASSWORD}, **headers)


def test_the_cookie_is_for_this_host_this_transport_and_no_script(house_up, world):
    cookie = signing_in(Visitor(house_up.address), world.holders[Role.TEACHER]).cookie(SESSION)
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert "Domain" not in cookie


def test_a_cookie_that_somebody_planted_before_never_becomes_a_session(house_up, world):
    planted = Visitor(house_up.address, token="Q7" + "A" * 41)
    answer = signing_in(planted, world.holders[Role.TEACHER])
    given = answer.cookie(SESSION).partition(";")[0].partition("=")[2]
    assert given and given != planted.token
    assert planted.get("/inbox").leads_to_sign_in()
    assert Visitor(house_up.address, token=given).get("/inbox").status == 200


def test_every_signing_in_gives_another_token(house_up, world):
    tokens = {sign_in(house_up.address, world.holders[Role.TEACHER].login, PASSWORD).token for _ in range(3)}
    assert len(tokens) == 3
    assert all(len(token) >= 43 for token in tokens), "256 bits"


def test_signing_out_ends_the_session_at_once_for_pages_and_programs_and_no_other_session(house_up, world):
    someone = world.holders[Role.GUARDIAN]
    leaving, staying = (sign_in(house_up.address, someone.login, PASSWORD) for _ in range(2))
    copied = Visitor(house_up.address, token=leaving.token)
    assert copied.get("/inbox").status == 200
    leaving.post("/sign-out", {})
    assert copied.get("/inbox").leads_to_sign_in()
    assert copied.program("GET", "/api/v1/session").status == 401
    assert staying.get("/inbox").status == 200


@pytest.mark.parametrize("relation", ["own", "class", "district"])
def test_nobody_ends_another_persons_session(relation, house_up, world, signed_in):
    role = Role.TEACHER if relation == "own" else Role.GUARDIAN
    victim = sign_in(house_up.address, world.places[relation].people[role].login, PASSWORD)
    session_id = victim.program("GET", "/api/v1/session").json["session_id"]
    attacker = signed_in(Role.GUARDIAN)
    attacker.post(f"/account/sessions/{session_id}/end", {})
    attacker.program("POST", f"/api/v1/sessions/{session_id}/end", {})
    assert victim.get("/inbox").status == 200


def test_a_token_in_an_address_a_form_or_another_cookie_is_none(house_up, signed_in):
    token = signed_in(Role.TEACHER).token
    visitor = Visitor(house_up.address)
    assert visitor.get(f"/homework?token={token}&{SESSION}={token}&access_token={token}").leads_to_sign_in()
    for cookie in (f"qingfu={token}", f"session={token}", f"__Secure-qingfu={token}", f"{SESSION} ={token}x"):
        assert visitor.send("GET", "/homework", headers={"Cookie": cookie}).leads_to_sign_in(), cookie


@pytest.mark.parametrize("kind", ["Basic", "Token", "bearer:", "Digest"])
def test_only_a_bearer_is_a_bearer(kind, house_up, signed_in):
    said = {"Authorization": f"{kind} {signed_in(Role.TEACHER).token}"}
    assert Visitor(house_up.address).send("GET", "/api/v1/homework", headers=said).status == 401


def test_a_bearer_token_that_is_wrong_is_not_saved_by_a_cookie_that_is_right(signed_in):
    """Else a page could be asked for with somebody's cookie and no token of a form."""
    visitor = signed_in(Role.TEACHER)
    said = {"Authorization": "Bearer nobody", "Cookie": f"{SESSION}={visitor.token}"}
    as_program = {**said, "Content-Type": "application/json"}
    assert visitor.send("POST", "/api/v1/homework", "{}", as_program).status == 401
    assert visitor.send("POST", "/sign-out", "", said).status == 303
    assert visitor.get("/homework").status == 200
