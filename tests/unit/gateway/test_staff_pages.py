"""教职工: the office sees who holds what, gives a post with its days, ends one, and prints a card for one colleague."""

import pytest
from flask import Flask

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import FIVE_ONE, THREE_TWO, WANG, WU, ZHAO
from tests.unit.gateway.houses.posts import LAST_OFFICE
from tests.unit.gateway.person import Person


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def at(office: Person, person_id: str) -> Person:
    office.opens(f"/school/staff/{person_id}")
    return office


def test_the_office_finds_who_holds_what(office: Person) -> None:
    office.opens("/school/classes")
    office.opens(office.page.links["教职工和职务"])
    words = office.page.words
    for said in ("王秀英", "三（2）班数学任课教师", "三（2）班班主任", "教导处", "还没有账号"):
        assert said in words


def test_a_post_is_given_with_its_days_and_stands_on_the_page(office: Person) -> None:
    at(office, ZHAO)
    office.opens(office.page.links["班主任"])
    office.presses("任命", class_id=FIVE_ONE, first="2026-12-01", last="2027-01-20")
    assert office.address == f"/school/staff/{ZHAO}"
    assert "五（1）班班主任" in office.page.words
    assert "2026年12月1日 周二起，到2027年1月20日 周三止" in office.page.words


def test_only_what_the_post_needs_is_asked(office: Person) -> None:
    at(office, ZHAO)
    for post, asked in (("班主任", {"class_id"}), ("任课教师", {"class_id", "subject"}), ("年级组长", {"grade"})):
        office.opens(f"/school/staff/{ZHAO}")
        office.opens(office.page.links[post])
        for name in ("class_id", "subject", "grade"):
            assert (f'id="f-{name}"' in office.page.html) is (name in asked), (post, name)


def test_what_is_missing_is_told_at_its_place(office: Person) -> None:
    at(office, ZHAO)
    office.opens(office.page.links["班主任"])
    office.presses("任命")
    assert office.status == 422
    assert "班级：请填写。" in office.page.words


def test_given_twice_from_one_form_it_is_given_once(office: Person, houses: InMemoryHouses) -> None:
    at(office, ZHAO)
    office.opens(office.page.links["班主任"])
    form = office.page.form("任命")
    for _ in range(2):
        office.sends(form, {"class_id": FIVE_ONE})
    assert len(houses.directory.posts[ZHAO]) == 2


def test_an_ended_post_is_gone_from_the_page(office: Person) -> None:
    office.opens(f"/school/staff/{WANG}/posts/end?role=head_teacher&class_id={THREE_TWO}")
    assert "三（2）班班主任" in office.page.words
    office.presses("终止")
    assert "职务已经终止" in office.page.words
    assert "班主任" not in office.page.words.split("任命")[0].split("职务")[-1]


def test_the_last_of_the_office_is_not_ended_and_the_page_says_what_to_do(office: Person) -> None:
    office.opens(f"/school/staff/{WU}/posts/end?role=academic_office")
    office.presses("终止")
    assert office.status == 409
    assert LAST_OFFICE in office.page.words


def test_what_nobody_holds_cannot_be_ended(office: Person) -> None:
    for asked in ("role=principal", "role=nonsense", "", f"role=head_teacher&class_id={FIVE_ONE}"):
        office.opens(f"/school/staff/{WANG}/posts/end?{asked}")
        assert office.status == 404


def test_one_colleague_gets_a_card_on_the_same_page(office: Person) -> None:
    at(office, ZHAO)
    office.presses("打印一张激活卡")
    assert "赵建国" in office.page.words
    assert "KX4P-9TRW" in office.page.words


def test_the_office_is_offered_no_principals_post_and_a_principal_is(office: Person, principal: Person) -> None:
    assert "校长" not in at(office, ZHAO).page.links
    assert "校长" in at(principal, ZHAO).page.links
    office.opens(f"/school/staff/{ZHAO}/posts/new?role=principal")
    assert office.status == 404


def test_it_is_not_there_for_anybody_else(teacher: Person, mother: Person) -> None:
    for person in (teacher, mother):
        for path in ("", f"/{ZHAO}", f"/{ZHAO}/posts/new?role=head_teacher"):
            person.opens(f"/school/staff{path}")
            assert person.status == 404


def test_a_silent_directory_hands_the_form_back(office: Person, houses: InMemoryHouses) -> None:
    at(office, ZHAO)
    office.opens(office.page.links["任课教师"])
    houses.silent = {"directory"}
    office.presses("任命", class_id=FIVE_ONE, subject="数学")
    assert office.status == 503
    sent = {pair for form in office.page.forms for pair in form.values}
    assert {("role", "teacher"), ("class_id", FIVE_ONE), ("subject", "数学")} <= sent
