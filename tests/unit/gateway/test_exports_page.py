"""导出名单, as the office sees it: a class alone, the school by two, each workbook once."""

import pytest
from flask import Flask

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.exports import CONTENT
from tests.unit.gateway.houses.people import SCHOOL_ID, THREE_TWO
from tests.unit.gateway.person import Person

ADDRESS = "/school/exports"
WHY = {"contents": "names", "purpose": "safety"}


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def test_a_class_is_there_to_be_taken_and_is_taken_once(office: Person) -> None:
    assert "三年级" in office.opens(ADDRESS).words
    assert "可以下载，只能下载一次" in office.presses("导出", what=THREE_TWO, **WHY).words
    form = office.page.form("下载三（2）班的名单")
    office.sends(form, {})
    assert office.answer is not None
    assert office.answer.data == CONTENT
    assert office.answer.headers["Cache-Control"] == "no-store"
    assert office.answer.headers["Content-Disposition"].startswith("attachment")
    office.sends(form, {})
    assert office.status == 409
    assert "已经下载" in office.opens(ADDRESS).words


def test_the_whole_school_waits_for_somebody_else(office: Person, principal: Person) -> None:
    office.opens(ADDRESS)
    assert "等另一位同事或校长同意" in office.presses("导出", what="school", **WHY).words
    assert "下载全校" not in office.page.words
    assert "吴敏 提出" in principal.opens(ADDRESS).words
    principal.presses("同意导出全校")
    assert "下载全校的名单" in office.opens(ADDRESS).words


def test_nobody_agrees_to_their_own(office: Person, houses: InMemoryHouses) -> None:
    office.opens(ADDRESS)
    office.presses("导出", what="school", **WHY)
    (export_id,) = houses.directory.exported
    form = office.page.form("导出")
    form.action = f"{ADDRESS}/{export_id}/release"
    office.sends(form, {})
    assert office.status == 409


def test_the_same_form_sent_twice_is_one_export(office: Person, houses: InMemoryHouses) -> None:
    form = office.opens(ADDRESS).form("导出")
    for _ in range(2):
        office.sends(form, {"what": "3", **WHY})
    assert len(houses.directory.exported) == 1


def test_what_is_missing_is_said_and_what_was_chosen_stays(office: Person, houses: InMemoryHouses) -> None:
    office.opens(ADDRESS)
    page = office.presses("导出", what=THREE_TWO, contents="names")
    assert office.status == 422
    assert "做什么用" in page.words
    assert ("what", THREE_TWO) in page.form("导出").values
    assert houses.directory.exported == {}


@pytest.mark.parametrize("typed", [{"what": "nonsense"}, {"what": "school", "school_id": SCHOOL_ID.replace("2", "3")}])
def test_what_no_page_offers_is_not_there(office: Person, houses: InMemoryHouses, typed: dict[str, str]) -> None:
    form = office.opens(ADDRESS).form("导出")
    office.sends(form, {**WHY, **typed})
    assert office.status == 404
    assert houses.directory.exported == {}


def test_a_teacher_has_no_such_page(teacher: Person) -> None:
    teacher.opens(ADDRESS)
    assert teacher.status == 404
