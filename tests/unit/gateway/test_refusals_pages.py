"""Why basic care was refused: a forbidden ground on the decision's page, counts for office and district (E3)."""

from datetime import date

import pytest
from flask import Flask

from contracts.finding import Finding
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.enrolment import FOOTBALL
from tests.unit.gateway.houses.people import HAORAN, YIMING
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_family_pages import applies

NO_REFUSING = Finding(
    norm="grounds_for_refusal", layer="school", force="refuse", field="ground", sentence="只限：不是本校学生。",
    arithmetic="现为 名额已满", clause="无正当理由不得拒绝提供课后服务。", source="本校方案", since=date(2021, 9, 1),
)


@pytest.fixture
def officer(app: Flask) -> Person:
    return Person(app).signed_in("qian")


def at_one_application(teacher: Person, mother: Person, **asked: object) -> None:
    applies(mother, YIMING, **{"care_weekdays": ["1"], **asked})
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])


def refuses(teacher: Person, mother: Person, ground: str) -> None:
    at_one_application(teacher, mother)
    teacher.presses("提交决定", decision="reject", ground=ground, reason="没有老师")


def test_a_ground_that_a_norm_forbids_is_shown_with_its_clause_and_can_be_changed(
    mother: Person, teacher: Person, houses: InMemoryHouses
) -> None:
    houses.enrolment.forbids = NO_REFUSING
    refuses(teacher, mother, "full")
    assert teacher.status == 422
    for words in ("不能这样决定：只限：不是本校学生。", "“无正当理由不得拒绝提供课后服务。”", "本校方案"):
        assert words in teacher.page.words
    houses.enrolment.forbids = None
    teacher.presses("提交决定", ground="not_our_pupil")
    assert "没有同意，家长会看到理由" in teacher.page.words


def test_whoever_decides_a_club_alone_is_not_asked_why_care_is_refused(mother: Person, teacher: Person) -> None:
    at_one_application(teacher, mother, care_weekdays=[], club_ids=FOOTBALL)
    assert "为什么不同意看护" not in teacher.page.words


def test_the_office_reads_from_its_first_page_how_often_and_why(
    mother: Person, teacher: Person, after_school_office: Person
) -> None:
    refuses(teacher, mother, "full")
    office = after_school_office
    office.opens("/")
    office.opens(next(to for words, to in office.page.links.items() if words.startswith("不同意看护的理由")))
    assert "名额已满1合计1" in "".join(office.page.words.split())
    assert HAORAN not in office.page.html
    assert "李一鸣" not in office.page.words
    office.opens(office.page.links["上学期"])
    assert "这个学期没有不同意过基本看护" in office.page.words


def test_the_district_reads_the_same_school_by_school_and_names_nobody(
    mother: Person, teacher: Person, officer: Person
) -> None:
    refuses(teacher, mother, "withdrawn")
    officer.opens("/")
    officer.opens(next(to for words, to in officer.page.links.items() if words.startswith("各校课后服务")))
    assert "向阳小学001001" in "".join(officer.page.words.split())
    assert "合计001001" in "".join(officer.page.words.split())
    assert "李一鸣" not in officer.page.words
    officer.opens("/district/after-school?term=没有的学期")
    assert officer.status == 404


def test_nobody_of_a_school_opens_the_districts_page(principal: Person, teacher: Person) -> None:
    for person in (principal, teacher):
        person.opens("/district/after-school")
        assert person.status == 404
    teacher.opens("/after-school/refusals")
    assert teacher.status == 404
