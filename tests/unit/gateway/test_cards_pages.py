"""激活卡: printed on a page that is shown once, and opened by who holds one and knows the phone."""

import re

import pytest
from flask import Flask

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.cards import LAST_FOUR
from tests.unit.gateway.houses.people import FIVE_ONE, HAORAN, THREE_TWO
from tests.unit.gateway.person import Person

CHOSEN = "tang ren jie 87 hao"


@pytest.fixture
def printed(teacher: Person) -> Person:
    teacher.opens(f"/school/classes/{THREE_TWO}")
    teacher.opens(teacher.page.links["给家长打印激活卡"])
    teacher.presses("打印")
    return teacher


def codes(person: Person) -> list[str]:
    return re.findall(r"KX4P-9TRW-7HM2-\d{4}", person.page.words)


def test_a_head_teacher_prints_a_card_for_every_family_of_the_class(printed: Person) -> None:
    assert len(codes(printed)) == 2
    assert "李晓梅（李一鸣的妈妈）" in re.sub(r"\s+", "", printed.page.words)
    assert printed.page.html.count("<svg") >= 2
    assert "张三丰：学校没有登记手机号" in printed.page.words


def test_the_codes_are_in_no_address_and_no_link(printed: Person) -> None:
    for code in codes(printed):
        assert code not in printed.address
        assert not [link for link in printed.page.links.values() if code in link]


def test_one_childs_family_gets_a_card_alone(teacher: Person) -> None:
    teacher.opens(f"/school/classes/{THREE_TWO}/cards")
    teacher.presses("打印", pupil_id=HAORAN)
    assert "陈志强" in teacher.page.words
    assert len(codes(teacher)) == 1


def test_another_class_or_a_family_prints_nothing(teacher: Person, mother: Person) -> None:
    teacher.opens(f"/school/classes/{FIVE_ONE}/cards")
    assert teacher.status == 404
    mother.opens(f"/school/classes/{THREE_TWO}/cards")
    assert mother.status == 404
    teacher.opens("/school/staff/cards")
    assert teacher.status == 404


def test_the_office_prints_for_colleagues(principal: Person) -> None:
    principal.opens("/school/classes")
    principal.opens(principal.page.links["给教职工打印激活卡"])
    principal.presses("打印")
    assert "赵建国" in principal.page.words


def test_who_holds_a_card_and_knows_the_phone_is_in_and_sees_the_child(printed: Person, somebody: Person) -> None:
    somebody.opens("/sign-in")
    somebody.opens(somebody.page.links["激活账号"])
    somebody.presses("激活", code=codes(printed)[0], last_four=LAST_FOUR, password=CHOSEN)
    assert somebody.address == "/family"
    assert "账号已经激活" in somebody.page.words
    assert "李一鸣" in somebody.page.words


def test_a_mistake_keeps_what_was_typed_but_the_password(printed: Person, somebody: Person) -> None:
    code = codes(printed)[0]
    somebody.opens("/activate")
    somebody.presses("激活", code=code, last_four="0000", password=CHOSEN)
    assert somebody.status == 401
    assert "激活码或手机号后四位不对" in somebody.page.words
    values = dict(somebody.page.form("激活").values)
    assert (values["code"], values["password"]) == (code, "")


def test_a_silent_directory_hands_the_form_back(
    app: Flask, printed: Person, somebody: Person, houses: InMemoryHouses
) -> None:
    somebody.opens("/activate")
    houses.silent = {"directory"}
    somebody.presses("激活", code=codes(printed)[0], last_four=LAST_FOUR, password=CHOSEN)
    assert somebody.status == 503
    assert "没有做任何改动" in somebody.page.words
