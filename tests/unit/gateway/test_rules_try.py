"""试一试: a case is typed in; the verdict, its sum, its clause and every rule that was looked at are shown."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from flask import Flask

from plumbing import clock
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_rules_draft import writes

TRY = "/rules/try/homework"
PIECE = {
    "on": "2026-11-23", "grade": "3", "kind": "written", "place": "home", "subject": "数学", "season": "winter",
    "minutes": "30",
}


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def tries(person: Person, address: str = TRY, **said: str | list[str]) -> str:
    person.opens(address)
    return person.presses("看看规定怎么说", **said).words


def test_a_teacher_tries_a_piece_and_is_told_the_sum_the_clause_and_what_would_pass(teacher: Person) -> None:
    words = tries(teacher, **{**PIECE, "standing": "40"})
    assert "不可以：三至六年级每天的书面作业" in words
    assert "已有 40 分钟 + 本次 30 分钟 = 70 分钟，超过 60 分钟" in words
    assert "小学三至六年级书面作业平均完成时间不超过60分钟" in words
    teacher.opens(teacher.page.links["改为 20 分钟"])
    assert "不可以" not in teacher.page.words
    assert ("minutes", "20") in teacher.page.form("看看规定怎么说").values


def test_every_rule_says_why_it_did_or_did_not_bind(teacher: Person) -> None:
    words = tries(teacher, **PIECE)
    assert "可以，但有提醒" in words
    assert "不在范围内：管一、二年级，本次是三年级" in words
    assert "说的是课后服务，与本次无关" in words


def test_what_the_rules_ask_and_nobody_said_is_asked_for_and_what_was_typed_stays(teacher: Person) -> None:
    said = {name: value for name, value in PIECE.items() if name not in ("grade", "minutes")}
    words = tries(teacher, **said)
    assert teacher.status == 422
    assert "缺少“年级”" in words
    assert ("subject", "数学") in teacher.page.form("看看规定怎么说").values
    assert "请填整数" in tries(teacher, **{**PIECE, "minutes": "半小时"})
    assert dict(teacher.page.form("看看规定怎么说").values)["minutes"] == "半小时"


def test_the_office_tries_its_draft_before_anybody_is_bound_by_it(office: Person, teacher: Person) -> None:
    writes(office)
    on = (clock.today() + timedelta(days=1)).isoformat()
    asked = {**PIECE, "minutes": "40", "on": on}
    assert "不可以" not in tries(office, **asked, draft="false")
    assert "超过 30 分钟" in tries(office, **asked, draft="true")
    assert "我们的草案" not in teacher.opens(TRY).words


def test_care_is_tried_as_well(office: Person) -> None:
    words = tries(office, "/rules/try/care", service_days="4", on="2026-11-23")
    assert "不可以：课后服务，每周课后服务天数不少于 5 天" in words
    assert "课后服务每周5天。" in words


def test_whatever_is_typed_into_the_address_is_answered_in_words(teacher: Person) -> None:
    for said in ({"on": "下周"}, {"on": "2026-11-23", "grade": "三"}, {"on": "2026-11-23", "minutes": "-1"}):
        teacher.opens(f"{TRY}?{urlencode({'asked': '1', **said})}")
        assert teacher.status == 422
    teacher.opens("/rules/try/lunch")
    assert teacher.status == 404


def test_the_address_of_a_case_can_be_handed_on(teacher: Person, colleague: Person) -> None:
    tries(teacher, **{**PIECE, "minutes": "70"})
    assert "超过 60 分钟" in colleague.opens(teacher.address).words


def test_where_rulebook_is_silent_nobody_is_told_that_it_is_allowed(teacher: Person, houses: InMemoryHouses) -> None:
    houses.silent = {"rulebook"}
    teacher.opens(f"{TRY}?{urlencode({'asked': '1', **PIECE})}")
    assert teacher.status == 503
    assert "可以" not in teacher.page.words


def test_a_family_has_no_such_page(mother: Person) -> None:
    mother.opens(TRY)
    assert mother.status == 404
