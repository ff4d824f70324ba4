"""重算: homework already set is looked at under the draft; what would change stands in tables and in a picture."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from plumbing import clock
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_rules_draft import writes

ASK = "/rules/draft/replay"


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def test_the_way_there_is_the_draft_and_the_last_month_is_looked_at_unless_said_otherwise(office: Person) -> None:
    writes(office)
    office.opens(office.page.links["用已经布置的作业算一遍"])
    asked = dict(office.page.form("开始算").values)
    today = clock.today()
    assert (asked["first"], asked["last"]) == ((today - timedelta(days=30)).isoformat(), today.isoformat())


def test_what_flips_is_counted_by_grade_class_and_subject_drawn_and_shown_by_example(office: Person) -> None:
    writes(office)
    office.opens(ASK)
    words = office.presses("开始算").words
    assert "共 40 项作业" in words
    for said in ("会被拒绝", "按年级", "三年级", "按班级", "三（2）班", "按学科", "数学"):
        assert said in words
    assert '<rect class="q-bar__over" x="0" y="3" width="300"' in office.page.html
    assert "本次 30 分钟，超过 20 分钟" in words


def test_a_draft_that_would_change_nothing_says_so(office: Person, houses: InMemoryHouses) -> None:
    for layer in houses.rulebook.store.state.layers.values():
        edition, made, when = layer[-1]
        layer[-1] = (replace(edition, norms=()), made, when)
    office.opens(ASK)
    words = office.presses("开始算").words
    assert "没有一项会不同" in words
    assert "会被拒绝" not in words


def test_while_it_is_worked_out_the_page_says_how_far_it_is_and_looks_again_by_itself(
    office: Person, houses: InMemoryHouses
) -> None:
    houses.homework.replays_busy = True
    office.opens(ASK)
    office.presses("开始算")
    assert "第 7 步，共 28 步" in office.page.words
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in office.page.html


def test_a_period_that_cannot_be_read_comes_back_as_it_was_typed(office: Person) -> None:
    office.opens(ASK)
    office.presses("开始算", first="上个月")
    assert office.status == 422
    assert dict(office.page.form("开始算").values)["first"] == "上个月"


def test_the_principal_sees_what_the_office_had_worked_out(office: Person, principal: Person) -> None:
    writes(office)
    office.opens(ASK)
    office.presses("开始算")
    assert "共 40 项作业" in principal.opens(office.address).words


def test_one_that_never_was_is_not_there_and_a_teacher_has_no_such_page(office: Person, teacher: Person) -> None:
    office.opens("/rules/replays/00000000-0000-0000-0000-000000000000")
    assert office.status == 404
    teacher.opens(ASK)
    assert teacher.status == 404
