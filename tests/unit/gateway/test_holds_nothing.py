"""Whoever holds nothing any more is told so, finds no other page, and can still sign out, by page and by program."""

import pytest

from gateway.session import Sessions
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, WANG
from tests.unit.gateway.person import HTTPS, Person


@pytest.fixture
def gone(
    teacher: Person, houses: InMemoryHouses, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> Person:
    monkeypatch.delitem(ACTORS, WANG)
    houses.directory.restand(WANG)
    sessions.doubt_all()
    return teacher


def test_the_first_page_says_why_there_is_nothing_and_whom_to_ask(gone: Person) -> None:
    gone.opens("/")
    assert gone.status == 200
    assert "没有对应的孩子，也没有学校的职务" in gone.page.words
    assert "请联系学校教导处" in gone.page.words
    assert "账号与安全" not in gone.page.links


def test_no_other_page_is_there(gone: Person) -> None:
    for path in ("/homework", "/inbox", "/account", "/family", "/school/staff"):
        gone.opens(path)
        assert gone.status == 404, path


def test_they_can_sign_out_by_page(gone: Person, houses: InMemoryHouses) -> None:
    gone.opens("/")
    gone.presses("退出")
    assert houses.directory.sessions == {}


def test_they_can_ask_who_they_are_and_sign_out_by_program(gone: Person, houses: InMemoryHouses) -> None:
    said = {"Authorization": f"Bearer {next(iter(houses.directory.sessions))}"}
    own = gone.client.get("/api/v1/session", base_url=HTTPS, headers=said)
    assert (own.status_code, own.json["actors"]) == (200, [])
    assert gone.client.delete("/api/v1/session", base_url=HTTPS, headers=said).status_code == 204
    assert houses.directory.sessions == {}


def test_who_has_no_session_is_asked_to_sign_in(somebody: Person) -> None:
    assert somebody.client.get("/api/v1/session", base_url=HTTPS).status_code == 401
    assert somebody.client.delete("/api/v1/session", base_url=HTTPS).status_code == 401
