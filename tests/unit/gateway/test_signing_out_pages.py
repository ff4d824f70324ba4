"""退出所有设备: the office signs a colleague or a guardian out, and they read the reason when they are back."""

import pytest
from flask import Flask

from gateway.session import Sessions
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import CHEN, LI, WANG, WU, YIMING, ZHAO
from tests.unit.gateway.person import Person

OF_LI = f"/children/{YIMING}/guardians/{LI}/sign-out"
BUTTON = "退出所有设备"


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def test_a_colleague_is_out_by_a_tap_a_reason_and_a_button(
    office: Person, teacher: Person, sessions: Sessions
) -> None:
    office.opens(f"/school/staff/{WANG}")
    office.opens(office.page.links[BUTTON])
    assert "王秀英" in office.page.words
    office.presses(BUTTON, reason="lost")
    assert office.address == f"/school/staff/{WANG}"
    assert "所有设备都退出了" in office.page.words
    sessions.doubt_all()
    teacher.opens("/homework")
    assert teacher.address.startswith("/sign-in")


def test_a_guardian_is_out_and_reads_why_once_they_are_back(
    office: Person, mother: Person, app: Flask, sessions: Sessions
) -> None:
    office.opens(f"/children/{YIMING}/guardians")
    office.opens(office.page.links[BUTTON])
    office.presses(BUTTON, reason="suspected")
    assert office.address == f"/children/{YIMING}/guardians"
    sessions.doubt_all()
    mother.opens("/family")
    assert mother.address.startswith("/sign-in")
    back = Person(app).signed_in("li")
    back.opens("/account")
    assert "教导处让您的 1 台设备退出了：可能有别人在用。" in back.page.words


def test_whom_nobody_has_signed_out_reads_nothing_of_it(mother: Person) -> None:
    mother.opens("/account")
    assert "教导处让您" not in mother.page.words


def test_without_a_reason_nobody_is_out(office: Person, houses: InMemoryHouses) -> None:
    open_before = set(houses.directory.sessions)
    office.opens(OF_LI)
    office.presses(BUTTON)
    assert office.status == 422
    assert "为什么：请填写。" in office.page.words
    assert set(houses.directory.sessions) == open_before


def test_pressed_twice_it_is_done_once(office: Person, mother: Person, houses: InMemoryHouses, app: Flask) -> None:
    office.opens(OF_LI)
    form = office.page.form(BUTTON)
    office.sends(form, {"reason": "lost"})
    Person(app).signed_in("li")
    office.sends(form, {"reason": "lost"})
    assert LI in {session.person_id for session in houses.directory.sessions.values()}


def test_it_is_not_there_for_oneself_for_who_has_no_account_or_is_no_guardian_of_the_child(office: Person) -> None:
    for person_id in (WU, ZHAO):
        office.opens(f"/school/staff/{person_id}")
        assert BUTTON not in office.page.links
        office.opens(f"/school/staff/{person_id}/sign-out")
        assert office.status == 404
    office.opens(f"/children/{YIMING}/guardians/{CHEN}/sign-out")
    assert office.status == 404


def test_nobody_but_the_office_is_offered_it(teacher: Person, mother: Person) -> None:
    for person in (teacher, mother):
        person.opens(f"/children/{YIMING}/guardians")
        assert BUTTON not in person.page.links
        for address in (OF_LI, f"/school/staff/{WANG}/sign-out"):
            person.opens(address)
            assert person.status == 404


def test_a_silent_directory_hands_the_form_back(office: Person, houses: InMemoryHouses) -> None:
    office.opens(OF_LI)
    houses.silent = {"directory"}
    office.presses(BUTTON, reason="left_open")
    assert office.status == 503
    assert ("reason", "left_open") in {pair for form in office.page.forms for pair in form.values}
