"""Layers as files: YAML that can be read again, Excel that is no formula; each as it is, or as it once was."""

import io
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook

from services.rulebook.formats.layer_document import layer_from_yaml
from tests.unit.gateway.person import HTTPS, Person
from tests.unit.gateway.test_rules_draft import writes


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def handed(person: Person, address: str) -> bytes:
    answer = person.client.get(address, base_url=HTTPS)
    assert "attachment" in answer.headers["Content-Disposition"]
    return bytes(answer.get_data())


def table(content: bytes) -> list[tuple[Any, ...]]:
    (sheet,) = load_workbook(io.BytesIO(content))
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row if cell.value)
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_a_layer_is_handed_out_as_yaml_that_can_be_read_again(teacher: Person) -> None:
    read = layer_from_yaml(handed(teacher, "/rules/layers/national.yaml").decode())
    assert [norm.key for norm in read.norms] == ["written_at_home", "written_a_day", "no_copying"]


def test_a_layer_is_handed_out_as_a_table_a_line_a_row(mother: Person) -> None:
    headings, first, *_ = table(handed(mother, "/rules/layers/national.xlsx"))
    assert headings[:3] == ("管什么事", "叫什么", "规定")
    assert first[:4] == ("作业", "小学一、二年级家庭书面作业", "一、二年级不布置回家做的书面作业。", "2021-07-24")


def test_words_that_look_like_a_formula_stay_words(office: Person, principal: Person) -> None:
    writes(office, title="=1+1", clause="=HYPERLINK(A1)")
    principal.opens("/rules/draft")
    principal.presses("通过这份草案")
    lines = table(handed(office, "/rules/layers/school.xlsx"))
    assert ("=1+1", "=HYPERLINK(A1)") in [(line[1], line[5]) for line in lines]


def test_an_earlier_edition_is_handed_out_as_it_was(office: Person, principal: Person) -> None:
    writes(office)
    principal.opens("/rules/draft")
    principal.presses("通过这份草案")
    office.opens("/rules/versions")
    said = []
    for version in (1, 2):
        address = office.page.links[f"：本校规定第 {version} 版"].replace("xlsx", "yaml")
        said.append("家庭书面作业" in handed(office, address).decode())
    assert said == [False, True]


def test_a_layer_or_edition_that_never_was_is_not_there(teacher: Person) -> None:
    for what in ("school.yaml?version=9", "school.xlsx?version=0", "school.yaml?version=x", "moon.yaml"):
        teacher.opens(f"/rules/layers/{what}")
        assert teacher.status == 404


def test_a_visitor_signs_in_first(somebody: Person) -> None:
    somebody.opens("/rules/layers/school.yaml")
    assert somebody.address.startswith("/sign-in")
