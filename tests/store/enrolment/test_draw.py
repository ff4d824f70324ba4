"""Clubs by a draw: a list closed and hashed before the value exists, drawn once, committed once (E10)."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from contracts.enrolment.draw import (
    CloseList,
    CommitDraw,
    DrawClosed,
    DrawCommitted,
    DrawPlaces,
    PublicValue,
    ReadDraw,
    ReadDrawRecord,
)
from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.place import PlaceGiven, PlaceState
from contracts.enrolment.programme import Placing
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing import clock
from services.enrolment.application.draw.closing import close_list
from services.enrolment.application.draw.committing import commit_draw
from services.enrolment.application.draw.drawing import draw_places
from services.enrolment.application.draw.reading import read_draw, read_record
from tests.store.enrolment.office import LAST, Office
from tests.store.enrolment.test_ranking import THURSDAY, WEDNESDAY

VERIFIER = Path(__file__).parents[3] / "bin" / "qingfu-draw"
VALUE = "01 05 12 20 28 33 + 07"
GIVEN, WAITING, RELEASED = PlaceState.GIVEN, PlaceState.WAITING, PlaceState.RELEASED


class Drawing:
    """A school whose clubs are drawn, on a clock that the test moves."""

    def __init__(self, stage, monkeypatch, families=5):
        self.stage, self.office, self.monkeypatch = stage, Office(stage), monkeypatch
        self.now = clock.now
        programme = self.office.lawful()
        for name, capacity, days in (("合唱", 1, WEDNESDAY), ("足球", 2, WEDNESDAY), ("棋类", 1, THURSDAY)):
            programme = self.office.offer(
                programme, title=name, sort=OfferingSort.CLUB, weekdays=days, capacity=capacity
            )
        closes_on = clock.today() + timedelta(days=1)
        self.programme = self.office.announce(programme, placing=Placing.DRAW, closes_on=closes_on)
        self.clubs = {one.title: one.offering_id for one in self.programme.offerings}
        self.families = [self.family("合唱", "足球", "棋类") for _ in range(families)]

    def family(self, *names, approved=True):
        guardian = self.stage.family()
        application = self.stage.apply(guardian, club=[self.clubs[name] for name in names])
        if approved:
            self.stage.approve(application)
        return guardian, application

    def in_days(self, days):
        self.monkeypatch.setattr(clock, "now", lambda: self.now() + timedelta(days=days))
        return self

    def ask(self, use_case, message, actor=None, **said):
        about = {"programme_id": self.programme.programme_id}
        return self.stage.ask(use_case, message(**about, **said), actor or self.office.actor)

    def close(self, **said):
        usual = {"value": PublicValue.DOUBLE_COLOUR_BALL, "value_on": clock.today() + timedelta(days=1)}
        return self.ask(close_list, CloseList, **{**usual, **said})

    def draw(self, value=VALUE):
        return self.ask(draw_places, DrawPlaces, value=value)

    def commit(self):
        return self.ask(commit_draw, CommitDraw)

    def read(self, actor=None):
        return self.ask(read_draw, ReadDraw, actor)

    def record(self, actor=None):
        return self.ask(read_record, ReadDrawRecord, actor).record

    def stands(self, family):
        return {place.title: place.state for place in self.stage.read(family[1], family[0]).places}

    def done(self):
        self.in_days(2).close()
        self.in_days(3).draw()
        return self.commit()


@pytest.fixture
def drawing(stage, monkeypatch):
    return Drawing(stage, monkeypatch)


def test_until_it_is_drawn_an_approved_child_has_no_place_and_no_number(drawing):
    assert set(drawing.stands(drawing.families[0]).values()) == {PlaceState.ASKED}
    assert drawing.stage.store.counted(drawing.clubs["合唱"]) == (0, 0, 1)
    assert (drawing.read().asked, drawing.read().may_close) == (5, False)


def test_a_list_is_closed_after_the_last_day_to_apply_for_a_value_that_is_still_to_come(drawing):
    with pytest.raises(Conflict):
        drawing.close()
    drawing.in_days(2)
    with pytest.raises(InvalidRequest) as refused:
        drawing.close(value_on=clock.today())
    assert list(refused.value.details["fields"]) == ["value_on"]
    closed = drawing.close()
    assert (closed.asked, len(closed.sha256), closed.value) == (5, 64, None)
    (told,) = [news for news in drawing.stage.store.news() if isinstance(news, DrawClosed)]
    assert (told.sha256, told.tickets) == (closed.sha256, 5)
    with pytest.raises(Conflict):
        drawing.close()


def test_only_who_is_approved_is_on_the_list_and_it_says_nothing_of_anybody(drawing):
    late = drawing.family("棋类", approved=False)
    closed = drawing.in_days(2).close()
    assert (closed.asked, closed.undecided) == (5, 1)
    written = json.dumps(drawing.record(), ensure_ascii=False)
    for guardian, application in (*drawing.families, late):
        for word in (application.application_id, application.pupil_id, application.class_id, guardian.person_id):
            assert word not in written


def test_nothing_is_drawn_before_the_value_is_out_and_nothing_twice(drawing):
    with pytest.raises(Conflict):
        drawing.in_days(2).draw()
    drawing.close()
    with pytest.raises(Conflict):
        drawing.draw()
    drawing.in_days(3)
    with pytest.raises(InvalidRequest) as refused:
        drawing.draw("1 5 12 20 28 33 + 7")
    assert "写法" in refused.value.details["fields"]["value"][0]
    with pytest.raises(Conflict):
        drawing.commit()
    first = drawing.draw()
    with pytest.raises(Conflict):
        drawing.draw("02 05 12 20 28 33 + 07")
    assert drawing.read().value == first.value == VALUE


def test_places_and_lines_are_as_they_were_drawn_and_anybody_can_draw_again(drawing, tmp_path):
    drawn = drawing.done()
    record = tmp_path / "record.json"
    record.write_text(json.dumps(drawing.record(), ensure_ascii=False), encoding="utf-8")
    again = subprocess.run([sys.executable, VERIFIER, "verify", record], capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stdout + again.stderr
    stands = [drawing.stands(family) for family in drawing.families]
    for name, places in (("合唱", 1), ("足球", 2), ("棋类", 1)):
        assert sum(one[name] is GIVEN for one in stands) == places
        assert drawing.stage.store.counted(drawing.clubs[name])[:2] == (places, places)
    assert sorted(sum(state is GIVEN for state in one.values()) for one in stands) == [0, 1, 1, 1, 1]
    assert {club.title: (club.given, club.waiting) for club in drawn.clubs} == {
        "合唱": (1, 4), "足球": (2, 2), "棋类": (1, 1),
    }
    with pytest.raises(Conflict):
        drawing.commit()


def test_a_family_reads_its_own_ticket_and_what_came_of_it_and_no_other(drawing):
    mother = drawing.families[0][0]
    with pytest.raises(NotFound):
        drawing.record(mother)
    early = drawing.read(mother)
    assert (early.own, early.asked, early.sha256) == ((), 0, None), "how many there are is the office's to see"
    drawing.in_days(2).close()
    (mine,) = drawing.read(mother).own
    assert mine.pupil_id == drawing.families[0][1].pupil_id
    drawing.in_days(3).draw()
    (told,) = drawing.read(mother).own
    assert told.ticket == mine.ticket
    assert told.told[0].startswith("抽签顺序：第 ")
    assert len(told.told) == 4
    assert drawing.read().own == ()


def test_what_a_family_gives_up_before_it_is_committed_goes_to_the_next(drawing):
    drawing.in_days(2).close()
    drawing.in_days(3).draw()
    (turn,) = [line.split("\t") for line in drawing.record()["result"] if line.startswith("ticket\t1\t")]
    first = next(family for family in drawing.families if drawing.read(family[0]).own[0].ticket == turn[2])
    drawing.stage.withdraw(first[1], first[0])
    drawing.commit()
    stands = [drawing.stands(family) for family in drawing.families if family is not first]
    assert [sum(one[name] is GIVEN for one in stands) for name in ("合唱", "足球", "棋类")] == [1, 2, 1]
    assert all(sum(state is GIVEN for state in one.values()) <= 1 for one in stands)
    assert sum(isinstance(news, DrawCommitted) for news in drawing.stage.store.news()) == 1


def test_who_waits_after_a_draw_moves_up_in_the_drawn_order(drawing):
    drawing.done()
    waiting = [
        (place.line_position, family) for family in drawing.families
        for place in drawing.stage.read(family[1], family[0]).places
        if place.title == "合唱" and place.state is WAITING
    ]
    assert sorted(number for number, _ in waiting) == [1, 2, 3, 4]
    placed = next(family for family in drawing.families if drawing.stands(family)["合唱"] is GIVEN)
    drawing.stage.withdraw(placed[1], placed[0])
    following = min(waiting, key=lambda one: one[0])[1]
    assert drawing.stands(following)["合唱"] is GIVEN
    assert drawing.stands(following)["足球"] is RELEASED


def test_who_is_approved_after_the_draw_waits_at_the_end(drawing):
    late = drawing.family("合唱", "棋类", approved=False)
    drawing.done()
    drawing.stage.approve(late[1])
    places = {place.title: place for place in drawing.stage.read(late[1], late[0]).places}
    assert places["合唱"].line_position == 5
    assert not [news for news in drawing.stage.news_of(late[1]) if isinstance(news, PlaceGiven)]


def test_a_closed_list_keeps_its_places_and_its_dates(drawing):
    drawing.in_days(2).close()
    programme = drawing.office.read(drawing.programme)
    football = next(one for one in programme.offerings if one.title == "足球")
    with pytest.raises(Conflict):
        drawing.office.offer(programme, football, capacity=1)
    with pytest.raises(Conflict):
        drawing.office.announce(programme, placing=Placing.DRAW, closes_on=LAST)
    drawing.in_days(3).draw()
    assert drawing.commit().committed_at


def test_a_draw_needs_a_last_day_to_apply(stage):
    office = Office(stage)
    with pytest.raises(InvalidRequest) as refused:
        office.announce(office.lawful(), placing=Placing.DRAW)
    assert list(refused.value.details["fields"]) == ["closes_on"]


def test_where_clubs_go_by_who_comes_first_there_is_nothing_to_draw(stage):
    office = Office(stage)
    programme = office.announce(office.lawful())
    with pytest.raises(NotFound):
        stage.ask(read_draw, ReadDraw(programme_id=programme.programme_id), office.actor)


def test_where_nobody_asks_for_a_club_no_list_is_closed(stage, monkeypatch):
    with pytest.raises(Conflict):
        Drawing(stage, monkeypatch, families=0).in_days(2).close()


def test_another_schools_draw_is_not_there(drawing, school):
    drawing.in_days(2).close()
    stranger = Office(school())
    for use_case, message in ((read_draw, ReadDraw), (read_record, ReadDrawRecord), (commit_draw, CommitDraw)):
        with pytest.raises(NotFound):
            stranger.stage.ask(use_case, message(programme_id=drawing.programme.programme_id), stranger.actor)
