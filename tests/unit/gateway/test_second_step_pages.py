"""两步验证: turned on with a phone, asked for at sign-in, and the way in without the phone."""

import pytest
from flask import Flask

from gateway.cookie import HALF_WAY
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import PASSWORD
from tests.unit.gateway.houses.second_factor import CODE, SECRET, SHEET
from tests.unit.gateway.person import HTTPS, Person


@pytest.fixture
def careful(teacher: Person) -> Person:
    """A teacher who has turned it on."""
    teacher.opens("/account/second-step")
    teacher.presses("打开两步验证")
    teacher.presses("打开", code=CODE)
    return teacher


@pytest.fixture
def another(app: Flask, careful: Person) -> Person:
    """The same teacher at another device, the password said."""
    person = Person(app)
    person.opens("/homework?x=1")
    person.presses("登录", login="wang", password=PASSWORD)
    return person


def test_it_begins_with_a_square_for_the_phone_and_the_key_in_words(teacher: Person) -> None:
    teacher.opens("/account")
    teacher.opens(teacher.page.links["两步验证"])
    teacher.presses("打开两步验证")
    assert "<svg" in teacher.page.html
    assert SECRET[:4] in teacher.page.words
    assert teacher.page.links["验证器就在这台手机上：点这里"].startswith("otpauth://")


def test_the_codes_for_paper_are_shown_once(careful: Person) -> None:
    assert all(code in careful.page.words for code in SHEET)
    careful.opens("/account/second-step")
    assert "已经打开" in careful.page.words
    assert SHEET[0] not in careful.page.html
    assert SECRET[:4] not in careful.page.html


def test_a_wrong_code_says_what_would_pass_and_the_square_stays(teacher: Person) -> None:
    teacher.opens("/account/second-step")
    teacher.presses("打开两步验证")
    teacher.presses("打开", code="000000")
    assert teacher.status == 422
    assert "请等手机上出现下一组六位数字再试" in teacher.page.words
    assert "<svg" in teacher.page.html


def test_after_the_password_the_code_is_asked_for_and_then_the_way_goes_on(another: Person) -> None:
    assert another.address.startswith("/sign-in/second")
    another.presses("登录", code=CODE)
    assert another.address == "/homework?x=1"


def test_between_the_two_steps_nothing_is_open(another: Person) -> None:
    another.opens("/homework")
    assert another.address.startswith("/sign-in?")


def test_the_token_of_the_first_step_is_in_no_address_and_on_no_page(another: Person, houses: InMemoryHouses) -> None:
    (token,) = houses.directory.half_way
    assert token not in another.address + another.page.html
    cookie = another.client.get_cookie(HALF_WAY, domain="qingfu.example")
    assert (cookie.value, cookie.secure, cookie.http_only) == (token, True, True)


def test_a_wrong_code_lets_nobody_in(another: Person) -> None:
    another.presses("登录", code="000000")
    assert another.status == 422
    another.opens("/homework")
    assert another.address.startswith("/sign-in?")


def test_a_code_on_paper_does_as_well(another: Person) -> None:
    another.presses("登录", code=SHEET[0])
    assert another.address == "/homework?x=1"


def test_who_waited_too_long_says_the_password_again(another: Person, houses: InMemoryHouses) -> None:
    houses.directory.half_way.clear()
    another.presses("登录", code=CODE)
    assert another.address.startswith("/sign-in?next=")


def test_who_has_said_no_password_is_asked_for_it_first(somebody: Person) -> None:
    somebody.opens("/sign-in/second")
    assert somebody.address == "/sign-in"


def test_it_is_turned_off_only_with_a_code(careful: Person) -> None:
    careful.opens("/account/second-step/end")
    careful.presses("关闭", code="000000")
    assert careful.status == 422
    careful.presses("关闭", code=CODE)
    assert "两步验证已经关闭" in careful.page.words


def test_a_new_sheet_is_made_with_a_code(careful: Person) -> None:
    careful.opens("/account/second-step/codes")
    careful.presses("换一组", code=CODE)
    assert SHEET[9] in careful.page.words


def test_a_program_takes_the_two_steps_too(app: Flask, careful: Person) -> None:
    client = app.test_client()
    first = client.post("/api/v1/session", base_url=HTTPS, json={"login": "wang", "password": PASSWORD}).json
    assert first["second_step"]
    second = client.post("/api/v1/session/second", base_url=HTTPS, json={"token": first["token"], "code": CODE})
    assert (second.status_code, second.json["second_step"]) == (201, False)
