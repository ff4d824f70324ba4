"""Who may come where: every route says so, and what is not for you looks as if it were not there."""

import pytest
from flask import Flask

from contracts.actor import Role
from gateway import access
from gateway.access import RouteWithoutRule
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import HTTPS, Person


def test_every_route_says_who_may_come(app: Flask) -> None:
    without = [rule.endpoint for rule in app.url_map.iter_rules() if access.rule_of(app, rule.endpoint) is None]
    assert without == []


def test_a_route_that_does_not_say_keeps_the_gateway_from_starting() -> None:
    made = Flask("made")
    made.add_url_rule("/open", "open", access.public(lambda: "ok"))
    made.add_url_rule("/forgotten", "forgotten", lambda: "oops")
    access.public(made.view_functions["static"])
    with pytest.raises(RouteWithoutRule, match="forgotten"):
        access.require_rules(made)


def test_a_rule_without_roles_has_to_be_called_public() -> None:
    with pytest.raises(ValueError, match="public"):
        access.may()


@pytest.mark.parametrize(
    "address", ["/family", "/family/apply", "/homework", "/homework/new", "/homework/check"]
)
def test_a_page_for_another_role_is_not_there(principal: Person, address: str) -> None:
    principal.opens(address)
    assert principal.status in (404, 405)


@pytest.mark.parametrize("address", ["/family", "/inbox", "/homework/new", "/applications", "/rules"])
def test_who_is_not_signed_in_is_asked_to_and_comes_back(somebody: Person, address: str) -> None:
    somebody.opens(address)
    assert somebody.address.startswith("/sign-in?next=")


def test_after_signing_in_a_person_lands_where_they_wanted_to_go(somebody: Person) -> None:
    somebody.opens("/homework/new?day=2026-11-30")
    somebody.presses("登录", login="wang", password="xiangyang-2026")
    assert somebody.address.startswith("/homework/new?day=2026-11-30&")


@pytest.mark.parametrize("elsewhere", ["//evil.example/x", "https://evil.example", "/\\evil.example", "javascript:1"])
def test_signing_in_never_leads_to_another_site(somebody: Person, elsewhere: str) -> None:
    somebody.opens("/sign-in")
    somebody.presses("登录", login="sun", password="xiangyang-2026", next=elsewhere)
    assert somebody.address == "/"


def test_each_role_finds_its_own_ways_on_the_first_page(teacher: Person, mother: Person, principal: Person) -> None:
    teacher.opens("/")
    assert {"布置作业", "我的作业", "审核"} <= set(teacher.page.links)
    mother.opens("/")
    assert mother.address == "/family"
    principal.opens("/")
    assert "布置作业" not in principal.page.links


def test_the_api_says_401_instead_of_leading_to_a_page(app: Flask) -> None:
    answer = app.test_client().get("/api/v1/homework", base_url=HTTPS)
    assert (answer.status_code, answer.json["code"]) == (401, "not_signed_in")


def test_a_program_that_has_not_signed_in_is_told_that_and_nothing_of_pages_and_forms(app: Flask) -> None:
    answer = app.test_client().post("/api/v1/homework", base_url=HTTPS, json={})
    assert (answer.status_code, answer.json["code"]) == (401, "not_signed_in")


def test_a_role_never_reaches_a_house_through_the_gateway_alone(principal: Person, houses: InMemoryHouses) -> None:
    houses.heard.clear()
    principal.opens("/homework/new")
    assert Role.TEACHER not in {role for call in houses.heard for role in call}
    assert [name for name, _ in houses.heard if name.startswith("homework.")] == []
