"""A case's way as a picture tells it: what is done, where it is now, what was spared, and what came back and why."""

from dataclasses import replace
from datetime import date

from engines.approval import Approve, Claim, Close, Nobody, Reject, Resubmit, Return, Standing, State, Withdraw, track
from tests.unit.engines.chain import CLASS, CLASS_TEACHER, HEAD, MOTHER, OFFICE, PRINCIPAL, SCHOOL, Way

DONE, NOW, AHEAD, SKIPPED, ENDED = (
    Standing.DONE, Standing.NOW, Standing.AHEAD, Standing.SKIPPED, Standing.ENDED
)  # fmt: skip


def drawn(way):
    return track(way.definition, way.case, way.history)


def standings(way):
    return [stop.standing for stop in drawn(way).stops]


def test_what_is_done_lies_behind_and_the_rest_ahead():
    way = Way()
    assert standings(way) == [NOW, AHEAD, AHEAD]
    assert drawn(way).stops[0].due == date(2026, 11, 24)
    way.done_by(CLASS_TEACHER, Approve, comment="齐全")
    assert standings(way) == [DONE, NOW, AHEAD]
    assert [(line.actor, line.comment) for line in drawn(way).stops[0].told] == [(CLASS_TEACHER, "齐全")]
    assert drawn(way).stops[0].due is None


def test_a_step_that_the_case_is_spared_says_so():
    way = Way(clubs=0).done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Approve)
    assert (way.state, standings(way)) == (State.APPROVED, [DONE, DONE, SKIPPED])


def test_at_the_end_everything_is_done():
    way = Way().done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Approve).done_by(PRINCIPAL, Approve)
    assert (drawn(way).state, standings(way)) == (State.APPROVED, [DONE, DONE, DONE])


def test_where_it_ended_is_seen_whoever_ended_it():
    for actor, action in (
        (OFFICE, Reject(task=2, comment="重复")), (MOTHER, Withdraw()), (OFFICE, Close(comment="已转学"))
    ):  # fmt: skip
        way = Way().done_by(CLASS_TEACHER, Approve).does(actor, action)
        assert standings(way) == [DONE, ENDED, AHEAD]


def test_what_came_back_is_told_with_its_reason_and_lies_ahead_again():
    way = Way().done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Claim)
    way.done_by(OFFICE, Return, comment="接送人不清楚", to="class")
    assert standings(way) == [NOW, AHEAD, AHEAD]
    assert [stop.told for stop in drawn(way).stops] == [(), (), ()], "what was said before it came back lies behind"
    way.done_by(CLASS_TEACHER, Return, comment="请补过敏史")
    assert standings(way) == [AHEAD, AHEAD, AHEAD]
    backs = [(back.from_step, back.to, back.why.comment) for back in drawn(way).backs]
    assert backs == [("school", "class", "接送人不清楚"), ("class", None, "请补过敏史")]
    way.does(MOTHER, Resubmit(comment="已补"))
    assert standings(way) == [NOW, AHEAD, AHEAD]


def test_what_comes_back_to_a_step_in_the_middle_leaves_what_lies_before_it_done():
    way = Way().done_by(CLASS_TEACHER, Approve).done_by(OFFICE, Approve)
    way.done_by(PRINCIPAL, Return, comment="请复核", to="school")
    assert standings(way) == [DONE, NOW, AHEAD]


def test_a_step_that_nobody_could_take_is_spared():
    way = Way(replace(CLASS, groups=("nobody",), nobody=Nobody.SKIP), SCHOOL, HEAD)
    assert standings(way) == [SKIPPED, NOW, AHEAD]
