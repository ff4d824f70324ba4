"""The draw on its page: closed, drawn, given out by the office; read, with its own ticket, by a family (E10)."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from contracts.enrolment.application import Apply
from contracts.enrolment.approval import Decide, Decision
from plumbing import clock
from services.enrolment.application.decision import decide
from services.enrolment.application.submission import apply
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, LI, WANG, YIMING
from tests.unit.gateway.person import HTTPS, Person
from tests.unit.gateway.test_programme_pages import adds_offering, adds_session

VERIFIER = Path(__file__).parents[3] / "bin" / "qingfu-draw"


@pytest.fixture
def later(monkeypatch):
    """Return a function that lets days go by."""
    now = clock.now
    return lambda days: monkeypatch.setattr(clock, "now", lambda: now() + timedelta(days=days))


@pytest.fixture
def at_the_draw(after_school_office: Person, houses: InMemoryHouses) -> str:
    """Return where the draw of a programme is, in which one child has asked for the choir."""
    office = after_school_office
    office.opens("/after-school/programmes")
    office.presses("开始写方案")
    adds_session(office)
    adds_offering(office)
    adds_offering(office, title="合唱", sort="club", weekdays=["3"], capacity="20")
    office.opens(office.page.links["公布"])
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    office.presses("公布", opens_on="2020-01-01", closes_on=tomorrow, placing="draw")
    choir = next(one for one in houses.enrolment.office.state.offerings.values() if one.offering.title == "合唱")
    wish = Apply(pupil_id=YIMING, club_ids=(choir.offering.offering_id,))
    asked = houses.enrolment.office.ask(apply, wish, ACTORS[LI])
    approved = Decide(application_id=asked.application_id, decision=Decision.APPROVE)
    houses.enrolment.office.ask(decide, approved, ACTORS[WANG])
    return office.page.links["社团抽签"]


def test_the_office_closes_draws_and_gives_the_places_step_by_step(
    after_school_office: Person, at_the_draw: str, later
) -> None:
    office = after_school_office
    office.opens(at_the_draw)
    assert "报名截止以后，在这里封存名单。" in office.page.words
    later(2)
    office.opens(at_the_draw)
    office.presses("封存名单", value_on=clock.today().isoformat())
    assert office.status == 422
    assert "号码要在封存以后才开出来" in office.page.words
    office.presses("封存名单", value_on=(clock.today() + timedelta(days=1)).isoformat())
    assert "名单已经封存，封存码可以公布了" in office.page.words
    assert "00 00 00 00 00 00 + 00" in office.page.words
    later(3)
    office.presses("抽签", value="1 2 3")
    assert office.status == 422
    office.presses("抽签", value="01 05 12 20 28 33 + 07")
    assert "抽签完成，只抽这一次" in office.page.words
    office.presses("按结果安排名额")
    assert "名额已经安排，家长马上会收到消息" in office.page.words


def test_a_family_reads_its_ticket_what_came_of_it_and_how_to_draw_again(
    after_school_office: Person, mother: Person, at_the_draw: str, later
) -> None:
    mother.opens(at_the_draw)
    assert "名单还没有封存。" in mother.page.words
    later(2)
    after_school_office.opens(at_the_draw)
    after_school_office.presses("封存名单", value_on=(clock.today() + timedelta(days=1)).isoformat())
    mother.opens(at_the_draw)
    for words in ("李一鸣", "签号", "封存码", "还没有开出来", "抽签记录", "核对程序"):
        assert words in mother.page.words
    assert not [form for form in mother.page.forms if "/draws/" in form.action]
    later(3)
    after_school_office.presses("抽签", value="01 05 12 20 28 33 + 07")
    mother.opens(at_the_draw)
    assert "第 1 志愿“合唱”：得到名额。" in mother.page.words
    record = mother.opens(mother.page.links["抽签记录"])
    assert "qingfu-draw-record/1" in record.html


def test_the_verifier_is_there_to_be_taken_home(app: Flask) -> None:
    with app.test_client().get("/static/qingfu-draw.py", base_url=HTTPS) as answer:
        assert answer.data == VERIFIER.read_bytes()
