"""登录安全: a school asks its staff for the second step; from its day on nothing else is open until it is set up."""

import pytest
from flask import Flask

from gateway.session import Sessions
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import WANG, WU, ZHAO
from tests.unit.gateway.houses.second_factor import CODE
from tests.unit.gateway.person import HTTPS, Person


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


@pytest.fixture
def demanded(office: Person, houses: InMemoryHouses, sessions: Sessions) -> None:
    houses.directory.on.add(WU)
    sessions.doubt_all()
    office.opens("/school/security")
    office.presses("保存", demand="required", grace_days="0")
    assert "已经要求在职人员打开两步验证" in office.page.words
    sessions.doubt_all()


def test_the_office_sees_who_has_none_and_asks_with_days_of_grace(office: Person, sessions: Sessions) -> None:
    office.opens("/school/staff")
    office.opens(office.page.links["登录安全：要求两步验证"])
    assert "现在由每个人自己决定" in office.page.words
    assert "王秀英" in office.page.links
    office.presses("保存", demand="required", grace_days="7")
    assert "还有 7 天" in office.page.words
    sessions.doubt_all()
    office.opens("/")
    assert "还有 7 天" in office.page.words
    assert office.page.links["现在打开"] == "/account/second-step"


def test_days_that_cannot_be_are_refused(office: Person) -> None:
    office.opens("/school/security")
    office.presses("保存", demand="required", grace_days="61")
    assert office.status == 422


@pytest.mark.usefixtures("demanded")
def test_from_that_day_on_nothing_else_is_open_until_it_is_set_up(teacher: Person) -> None:
    for path in ("/", "/inbox", "/account", "/homework"):
        teacher.opens(path)
        assert teacher.address == "/account/second-step", path
    assert "打开以后才能继续" in teacher.page.words
    assert not {"我的作业", "消息", "账号与安全"} & set(teacher.page.links)
    teacher.presses("打开两步验证")
    teacher.presses("打开", code=CODE)
    assert "两步验证已经打开" in teacher.page.words
    teacher.opens("/homework")
    assert teacher.address == "/homework"


@pytest.mark.usefixtures("demanded")
def test_a_form_sent_meanwhile_does_nothing(teacher: Person, houses: InMemoryHouses) -> None:
    before = list(houses.heard)
    teacher.opens("/account/second-step")
    token = dict(teacher.page.form("打开两步验证").values)["csrf_token"]
    answer = teacher.client.post(
        "/homework/new", base_url=HTTPS, data={"csrf_token": token, "content": "x"}, headers={"Referer": HTTPS}
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, "/account/second-step")
    assert not [name for name, _ in houses.heard[len(before):] if name.startswith("homework.")]


@pytest.mark.usefixtures("demanded")
def test_a_program_is_told_so_and_can_set_it_up(teacher: Person, houses: InMemoryHouses) -> None:
    token = next(t for t, s in houses.directory.sessions.items() if s.person_id == WANG)
    said = {"Authorization": f"Bearer {token}"}
    refused = teacher.client.get("/api/v1/homework", base_url=HTTPS, headers=said)
    assert (refused.status_code, refused.json["code"]) == (403, "second_factor_required")
    assert teacher.client.post("/api/v1/second-factor", base_url=HTTPS, headers=said, json={}).status_code == 200
    assert teacher.client.get("/api/v1/session", base_url=HTTPS, headers=said).status_code == 200


@pytest.mark.usefixtures("demanded")
def test_they_can_sign_out_and_families_are_asked_for_nothing(teacher: Person, mother: Person) -> None:
    teacher.opens("/")
    teacher.presses("退出")
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")
    mother.opens("/family")
    assert mother.status == 200


def test_the_office_resets_a_colleagues_who_has_lost_phone_and_codes(office: Person, houses: InMemoryHouses) -> None:
    houses.directory.on.add(ZHAO)
    office.opens(f"/school/staff/{ZHAO}")
    office.presses("重置两步验证")
    assert "两步验证已经重置" in office.page.words
    assert ZHAO not in houses.directory.on
    assert "重置两步验证" not in [words for form in office.page.forms for *_, words in form.buttons]
