"""Whoever writes norms in two places is told in which, and stays there from page to page."""

from dataclasses import replace

import pytest
from flask import Flask

from plumbing import clock
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, QIAN, SUN, number
from tests.unit.gateway.person import Person

DRAFT = "/rules/draft"


@pytest.fixture
def both(app: Flask, houses: InMemoryHouses) -> Person:
    """Return the principal, who works for the district as well."""
    person = Person(app).signed_in("sun")
    held = (ACTORS[SUN], replace(ACTORS[QIAN], person_id=SUN))
    houses.directory.sessions = {
        token: replace(session, actors=held) for token, session in houses.directory.sessions.items()
    }
    return person


def test_each_place_has_its_own_draft_and_a_way_from_one_to_the_other(both: Person) -> None:
    assert "书面作业在校完成" in both.opens(DRAFT).words
    both.opens(both.page.links["全区县"])
    assert "课后服务每周天数" in both.page.words
    assert "书面作业在校完成" not in both.page.words


def test_what_is_written_for_the_district_goes_there_and_leads_back_there(both: Person) -> None:
    both.opens(f"{DRAFT}?at=district")
    for words in ("加一条规定", "课后服务", "每天课后服务时长"):
        both.opens(both.page.links[words])
    both.presses(
        "写进草案", title="每天课后服务时长", bound="at_least", value="120", effective_from=clock.today().isoformat(),
        clause="每天至少2小时。", source="本区方案",
    )
    assert both.address.endswith("at=district")
    assert "每天课后服务时长不少于 120 分钟" in both.page.words
    assert "现在没有草案" in both.opens(DRAFT).words


def test_a_place_where_one_does_not_work_is_not_there(both: Person, principal: Person) -> None:
    for person, at in ((both, number(3)), (principal, "district"), (principal, "x")):
        person.opens(f"{DRAFT}?at={at}")
        assert person.status == 404
