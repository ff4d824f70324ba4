"""What a refusal offers: changes that really pass."""

from engines.policy import Outcome, changed, judge
from tests.unit.engines.builders import MONDAY, already, ban, cap, homework, only


def words(norms, case):
    return [[offer.words for offer in finding.remedy] for finding in judge(norms, case, MONDAY).findings]


def test_a_piece_that_is_too_long_may_use_what_is_left():
    assert words([cap(60)], homework(30, standing=already(35))) == [["改为 25 分钟", "改为口头·阅读"]]


def test_a_first_grade_may_do_written_work_at_school_or_read_at_home_instead():
    (finding,) = judge([cap(0, measure="written_home_maximum")], homework(20, grade=1), MONDAY).findings
    assert [offer.words for offer in finding.remedy] == ["改为在校完成", "改为口头·阅读"]
    assert [(offer.field, offer.value) for offer in finding.remedy] == [("place", "school"), ("kind", "reading")]
    assert finding.passing_minutes == 0


def test_on_a_full_day_no_minutes_are_offered():
    (finding,) = judge([cap(60)], homework(30, standing=already(60)), MONDAY).findings
    assert finding.passing_minutes == 0
    assert [offer.words for offer in finding.remedy] == ["改为口头·阅读"]


def test_on_a_day_full_of_all_work_nothing_is_offered():
    assert words([cap(60, measure="all_total_maximum")], homework(30, standing=already(60))) == [[]]


def test_the_minutes_offered_pass_the_tightest_of_all_caps():
    norms = [cap(60), cap(30, layer="school", measure="written_home_maximum")]
    offered = words(norms, homework(70))
    assert offered == [["改为 30 分钟", "改为口头·阅读"], ["改为 30 分钟", "改为口头·阅读"]]


def test_doing_it_at_school_is_not_offered_where_the_whole_day_is_too_long_as_well():
    norms = [cap(60), cap(30, layer="school", measure="written_home_maximum")]
    assert all("改为在校完成" not in offers for offers in words(norms, homework(70)))
    assert "改为在校完成" in words(norms, homework(50))[0]


def test_a_kind_that_another_norm_bans_is_not_offered():
    norms = [cap(0, measure="written_home_maximum"), ban("reading", "inquiry", measure="kind", layer="school")]
    assert words(norms, homework(20)) == [["改为在校完成", "改为体育锻炼"]]


def test_banned_practices_are_taken_away_together_and_the_rest_kept():
    norms = [ban("punitive"), ban("copying", "in_recess", layer="school")]
    verdict = judge(norms, homework(practices=("punitive", "self_marked", "in_recess")), MONDAY)
    offers = [offer for finding in verdict.findings for offer in finding.remedy]
    assert [offer.value for offer in offers] == [("self_marked",), ("self_marked",)]
    assert offers[0].words == "去掉“惩罚性”“占用课间或午休”"


def test_two_things_wrong_are_mended_one_after_the_other():
    norms, piece = [cap(60), ban("punitive")], homework(70, practices=("punitive",))
    while (verdict := judge(norms, piece, MONDAY)).violations:
        offer = verdict.violations[0].remedy[0]
        piece = changed(piece, offer.field, offer.value)
    assert verdict.outcome is Outcome.COMPLIANT
    assert piece.fields["practices"] == ()


def test_a_subject_that_gives_no_take_home_work_is_offered_the_school_not_another_subject():
    rule = only("语文", "数学", "英语", measure="subject", places=["home"])
    assert words([rule], homework(subject="音乐", kind="arts")) == [["改为在校完成"]]


def test_where_only_some_places_are_allowed_each_of_them_is_offered():
    assert words([only("school", measure="place")], homework()) == [["改为在校完成"]]


def test_where_only_some_kinds_are_allowed_each_of_them_is_offered():
    rule = only("reading", "exercise", measure="kind")
    assert words([rule], homework()) == [["改为口头·阅读", "改为体育锻炼"]]


def test_a_warning_says_what_would_please_it():
    norms = [cap(60), cap(0, measure="written_home_maximum", force="warn", layer="school")]
    assert words(norms, homework(30)) == [["改为在校完成", "改为口头·阅读"]]


def test_a_warning_is_not_offered_what_would_leave_it_standing():
    assert words([only("reading", measure="kind", force="warn")], homework()) == [["改为口头·阅读"]]


def test_a_way_of_setting_that_is_only_warned_of_may_be_left_out():
    assert words([ban("in_recess", force="warn")], homework(practices=("in_recess",))) == [["去掉“占用课间或午休”"]]
    both = homework(practices=("punitive", "in_recess"))
    refused, warned = words([ban("punitive"), ban("in_recess", force="warn")], both)
    assert (refused, warned) == (["去掉“惩罚性”"], ["去掉“惩罚性”“占用课间或午休”"])


def test_a_change_to_written_work_is_counted_as_written():
    reading = homework(30, kind="reading", place="school")
    assert changed(reading, "kind", "written").adding == homework(30, place="school").adding
    assert changed(reading, "place", "home").adding == homework(30, kind="reading").adding


def test_fewer_minutes_are_fewer_on_every_path():
    assert changed(homework(40, longest=60), "minutes", 50).adding == homework(40, longest=50).adding
