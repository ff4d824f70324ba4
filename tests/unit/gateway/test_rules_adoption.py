"""Adoption: somebody else than its authors lets a draft stand, as they have read it; what it says is felt at once."""

from datetime import timedelta

import pytest
from flask import Flask

from plumbing import clock
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_rules_draft import DRAFT, SENTENCE, writes


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def test_the_author_has_no_button_and_is_told_who_can(office: Person) -> None:
    writes(office)
    assert "要由本校教导处的另一位老师或校长看过再通过" in office.page.words
    assert "通过这份草案" not in office.page.html


def test_somebody_else_lets_it_stand_and_the_rules_say_so_at_once(office: Person, principal: Person) -> None:
    writes(office)
    principal.opens("/")
    assert "有一份规定草案等您看" in principal.page.words
    principal.opens(DRAFT)
    assert "已经通过，是第 2 版" in principal.presses("通过这份草案").words
    assert "孙校长" in principal.page.words
    assert "起草：吴敏" in principal.page.words
    assert SENTENCE in principal.opens("/rules").words


def test_what_is_adopted_stands_beside_the_board_at_once_though_the_news_is_late(
    office: Person, principal: Person, somebody: Person
) -> None:
    board = "/schools/xiangyang/board"
    assert SENTENCE not in somebody.opens(board).words
    writes(office)
    principal.opens(DRAFT)
    principal.presses("通过这份草案")
    assert SENTENCE in somebody.opens(board).words


def test_a_draft_that_was_changed_meanwhile_is_not_adopted_and_is_shown_as_it_is_now(
    office: Person, principal: Person
) -> None:
    writes(office)
    principal.opens(DRAFT)
    writes(office, title="再一条", grades=["5"])
    words = principal.presses("通过这份草案").words
    assert principal.status == 409
    assert "草案刚刚被改动" in words
    assert "再一条" in words
    assert "已经通过" in principal.presses("通过这份草案").words


def test_what_reaches_back_needs_a_reason_and_the_refusal_says_so(office: Person, principal: Person) -> None:
    writes(office, effective_from=(clock.today() - timedelta(days=3)).isoformat())
    principal.opens(DRAFT)
    principal.presses("通过这份草案")
    assert principal.status == 422
    assert "请写明为什么要追溯" in principal.page.words
    assert "已经通过" in principal.presses("通过这份草案", reason="会议纪要补录").words
    assert "理由：会议纪要补录" in principal.page.words
