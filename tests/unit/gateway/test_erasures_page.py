"""Deleting a child's data, as the office sees it: one asks, another confirms; what stays is said beforehand."""

import pytest
from flask import Flask

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.erasures import LONG_GONE
from tests.unit.gateway.houses.people import HAORAN, SCHOOL_ID
from tests.unit.gateway.person import Person

ASK, LIST = f"/school/pupils/{HAORAN}/erasure", "/school/erasures"


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def test_the_way_there_begins_at_the_childs_own_record(office: Person) -> None:
    assert ASK in office.opens(f"/children/{HAORAN}/readers").html


def test_one_asks_and_another_confirms(office: Person, principal: Person, houses: InMemoryHouses) -> None:
    office.opens(ASK)
    words = office.presses("提出删除", reason="family").words
    assert "现在还没有删除任何东西" in words
    assert "要由另一位同事或校长确认" in words
    assert "监护人要求删除 · 吴敏 提出" in principal.opens(LIST).words
    assert "已经删除，不能恢复" in principal.presses("确认删除陈浩然").words
    assert houses.directory.erased == [HAORAN]


def test_whoever_asked_has_no_button_and_is_refused_without_one(office: Person, houses: InMemoryHouses) -> None:
    office.opens(ASK)
    office.presses("提出删除", reason="family")
    assert "确认删除" not in [words for form in office.page.forms for _, _, words in form.buttons]
    form = office.page.form("不删除陈浩然")
    form.action = f"{LIST}/{HAORAN}/confirmation"
    assert "没有删除。删除要两个人" in office.sends(form, {}).words
    assert office.status == 409
    assert houses.directory.erased == []


def test_without_a_reason_nothing_is_asked(office: Person, houses: InMemoryHouses) -> None:
    office.opens(ASK)
    office.presses("提出删除")
    assert office.status == 422
    assert houses.directory.asked_by == {}


def test_a_request_may_be_dropped(office: Person, houses: InMemoryHouses) -> None:
    office.opens(ASK)
    office.presses("提出删除", reason="mistake")
    assert "什么也没有删除" in office.presses("不删除陈浩然").words
    assert houses.directory.asked_by == {}


def test_those_who_left_a_year_ago_go_by_one_button(office: Person, houses: InMemoryHouses) -> None:
    assert "1 名孩子离校满一年" in office.opens(LIST).words
    office.presses("删除这 1 名")
    assert houses.directory.erased == [LONG_GONE]


def test_a_form_of_another_school_deletes_nothing(office: Person, houses: InMemoryHouses) -> None:
    form = office.opens(LIST).form("删除这 1 名")
    office.sends(form, {"school_id": SCHOOL_ID.replace("2", "3")})
    assert office.status == 404
    assert houses.directory.erased == []


def test_what_goes_and_what_stays_is_said(office: Person) -> None:
    words = office.opens(ASK).words
    assert "留下：谁在什么时候看过" in words
    assert "最长 35 天" in words


def test_a_teacher_and_a_family_have_no_such_page(teacher: Person, mother: Person) -> None:
    for person in (teacher, mother):
        for address in (ASK, LIST):
            person.opens(address)
            assert person.status == 404
