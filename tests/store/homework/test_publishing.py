"""What a teacher meets who publishes homework."""

from datetime import time

import pytest

from contracts.directory.calendar import Season, SeasonName
from contracts.errors import InvalidRequest, NotFound, RuleRefused, Unavailable
from contracts.homework.assignment import HomeworkPublished, Kind, Place, Practice
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage


def test_a_published_piece_stands_on_the_board_with_its_minutes_and_is_announced_once(stage):
    piece = stage.publish(25)
    shown = stage.shown()
    assert [(a.assignment_id, a.state, a.sequence, a.minutes) for a in shown.assignments] == [
        (piece.assignment_id, "published", 1, 25)
    ]
    assert (shown.budget.used_minutes, shown.budget.left_minutes) == (25, 35)
    assert stage.news() == [HomeworkPublished(
        assignment_id=piece.assignment_id, class_id=stage.class_id, teacher_id=stage.maths.person_id, subject="数学",
        day=stage.in_days(1), kind=Kind.WRITTEN, place=Place.HOME, minutes=25,
    )]


def test_who_published_is_on_record(stage):
    piece = stage.publish()
    assert stage.store.audited(stage.school_id) == [(stage.maths.person_id, "publish", piece.assignment_id)]


def test_every_subject_draws_on_the_one_budget_of_the_class(stage):
    stage.publish(40, by=stage.chinese)
    stage.publish(20)
    with pytest.raises(RuleRefused):
        stage.publish(1)


def test_the_61st_minute_of_a_60_minute_day_is_refused_with_arithmetic_clause_and_what_would_pass(stage):
    stage.publish(35, by=stage.chinese)
    with pytest.raises(RuleRefused) as refusal:
        stage.publish(26)
    (finding,) = refusal.value.details["findings"]
    assert finding["arithmetic"] == "已有 35 分钟 + 本次 26 分钟 = 61 分钟，超过 60 分钟"
    assert (finding["observed"], finding["limit"], finding["clause"]) == (61, 60, cast.CLAUSE)
    assert {"field": "minutes", "value": "25", "words": "改为 25 分钟"} in finding["offers"]


def test_each_offer_of_a_refusal_can_be_sent_back_as_it_is_and_passes(stage):
    stage.publish(35, by=stage.chinese)
    with pytest.raises(RuleRefused) as refusal:
        stage.publish(26)
    (finding,) = refusal.value.details["findings"]
    plain = cast.publication(class_id=stage.class_id, day=stage.in_days(1), minutes=26).dump()
    for offer in finding["offers"]:
        draft = cast.Draft.load({**plain, offer["field"]: offer["value"]})
        said = {"minutes": draft.minutes, "kind": draft.kind, "place": draft.place, "day": draft.day}
        assert stage.judge(**said).findings == ()


def test_a_refused_piece_leaves_no_trace(stage):
    with pytest.raises(RuleRefused):
        stage.publish(61)
    assert (stage.shown().assignments, stage.news(), stage.store.audited(stage.school_id)) == ((), [], [])
    assert stage.shown().budget.used_minutes == 0


def test_first_graders_take_no_written_work_home_but_may_practise_at_school(stage):
    class_id = stage.open_class(grade=1)
    teacher = stage.teacher("数学", class_id)
    with pytest.raises(RuleRefused) as refusal:
        stage.publish(10, by=teacher, class_id=class_id)
    assert refusal.value.details["findings"][0]["arithmetic"] == "本次 10 分钟，规定不布置"
    stage.publish(10, by=teacher, class_id=class_id, place=Place.SCHOOL)
    stage.publish(15, by=teacher, class_id=class_id, kind=Kind.READING)


def test_a_banned_practice_is_refused_and_the_way_out_is_to_leave_it(stage):
    with pytest.raises(RuleRefused) as refusal:
        stage.publish(practices=(Practice.COPYING, Practice.IN_RECESS))
    copying, recess = refusal.value.details["findings"]
    assert (copying["force"], recess["force"]) == ("refuse", "warn")
    assert copying["offers"][0] == {"field": "practices", "value": "in_recess", "words": "去掉“机械、重复抄写”"}


def test_what_rules_only_advise_against_is_published_with_a_warning(stage):
    published = stage.publish(practices=(Practice.IN_RECESS,))
    assert [(warning.norm, warning.force) for warning in published.warnings] == [("no_in_recess", "warn")]


def test_a_schools_stricter_cap_binds_beside_the_nations(new_stage):
    stage = new_stage.knows_its_rules(cast.cap(30, "written_home_maximum", grades=[3, 4]))
    stage.publish(30)
    with pytest.raises(RuleRefused) as refusal:
        stage.publish(10, by=stage.chinese)
    assert [finding["layer"] for finding in refusal.value.details["findings"]] == ["school"]
    stage.publish(30, by=stage.chinese, place=Place.SCHOOL)


def test_a_schools_looser_cap_frees_nobody_from_the_nations(new_stage):
    stage = new_stage.knows_its_rules(cast.cap(90, grades=[3]))
    with pytest.raises(RuleRefused):
        stage.publish(61)


def test_a_subject_that_takes_no_work_home_is_refused_there(new_stage):
    stage = new_stage.knows_its_rules(cast.ban("体育", measure="subject", places=["home"]))
    sport = stage.teacher("体育")
    with pytest.raises(RuleRefused):
        stage.publish(by=sport, kind=Kind.EXERCISE)
    stage.publish(by=sport, kind=Kind.EXERCISE, place=Place.SCHOOL)


@pytest.mark.parametrize("days", [-2, 61])
def test_a_day_outside_the_window_is_named_as_the_field_to_change(stage, days):
    with pytest.raises(InvalidRequest) as refusal:
        stage.publish(day=stage.in_days(days))
    (sentence,) = refusal.value.details["fields"]["day"]
    assert sentence == f"请选 {stage.in_days(-1)} 到 {stage.in_days(60)} 之间的日期。"


@pytest.mark.parametrize("days", [-1, 0, 60])
def test_yesterday_today_and_sixty_days_ahead_can_still_be_set(stage, days):
    stage.publish(day=stage.in_days(days))
    assert stage.shown(day=stage.in_days(days)).budget.used_minutes == 20


def test_a_class_one_does_not_teach_is_not_found(stage):
    other_class = stage.open_class(grade=3, number=3)
    with pytest.raises(NotFound):
        stage.publish(class_id=other_class)


def test_a_subject_one_does_not_teach_there_is_not_found(stage):
    with pytest.raises(NotFound):
        stage.publish(subject="语文")


def test_a_class_nobody_has_heard_of_is_not_found_even_by_one_who_is_said_to_teach_it(stage):
    unknown = cast.new_id()
    with pytest.raises(NotFound):
        stage.publish(by=stage.teacher("数学", unknown), class_id=unknown)


def test_a_class_of_another_school_is_not_found(stage):
    other = Stage(stage.store, stage.district_id)
    with pytest.raises(NotFound):
        stage.publish(by=stage.teacher("数学", other.class_id), class_id=other.class_id)


def test_the_head_of_a_class_who_teaches_nothing_there_cannot_publish(stage):
    head = cast.actor(stage, cast.heads(stage.class_id), person_id=cast.new_id())
    with pytest.raises(NotFound):
        stage.publish(by=head, subject="数学")


def test_nothing_is_allowed_while_no_norm_is_known(new_stage):
    new_stage.calendar()
    with pytest.raises(Unavailable):
        new_stage.publish()


def test_the_schools_own_norms_alone_do_not_stand_in_for_the_nations(new_stage):
    new_stage.calendar()
    new_stage.own_norms(cast.cap(60))
    with pytest.raises(Unavailable):
        new_stage.publish()


def test_nothing_is_allowed_while_the_calendar_is_not_known(new_stage):
    new_stage.nation(*cast.NATION)
    with pytest.raises(Unavailable):
        new_stage.publish()


def test_where_the_district_has_not_said_which_season_it_is_a_norm_that_asks_allows_nothing_and_says_who_can(
    new_stage,
):
    stage = new_stage.knows_its_rules(cast.cap(60, seasons=["winter"]))
    with pytest.raises(Unavailable, match="请区教育局在校历里写上"):
        stage.publish()
    with pytest.raises(Unavailable, match="请区教育局在校历里写上"):
        stage.budget()


def test_once_the_district_says_it_the_norm_binds_in_its_season_and_in_no_other(new_stage):
    stage = new_stage.knows_its_rules(cast.cap(30, seasons=["winter"]))
    began = stage.in_days(-100)
    stage.calendar(seasons=(Season(first=began, season=SeasonName.WINTER, off_work_at=time(17)),), sequence=2)
    with pytest.raises(RuleRefused):
        stage.publish(31)
    stage.calendar(seasons=(Season(first=began, season=SeasonName.SUMMER, off_work_at=time(17, 30)),), sequence=3)
    stage.publish(31)
