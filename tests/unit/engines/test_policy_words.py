"""Norms as sentences."""

import pytest

from engines.policy import judge, sentence
from engines.policy.scope_words import grade_words
from tests.unit.engines.builders import MONDAY, ban, cap, homework, norm, only


def said(norm):
    return sentence(norm, norm.rows[0])


@pytest.mark.parametrize(
    ("grades", "words"),
    [
        ([1], "一年级"), ([1, 2], "一、二年级"), ([6, 5, 4, 3], "三至六年级"), ([1, 6], "一、六年级"),
        ([1, 2, 4], "一、二、四年级"),
    ],
)
def test_grades_are_said_as_people_say_them(grades, words):
    assert grade_words(grades) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (cap(60, grades="3-6"), "三至六年级每天的书面作业（在校与回家合计）平均不超过 60 分钟。"),
        (cap(60, grades="5-6", measure="all_home_maximum"), "五、六年级每天回家做的作业一律不超过 60 分钟。"),
        (cap(0, grades="1-2", measure="written_home_maximum"), "一、二年级不布置回家做的书面作业。"),
        (cap(0, measure="written_home_maximum", force="warn"), "原则上不布置回家做的书面作业。"),
        (cap(60, day_kinds=["holiday", "weekend"]), "周末、节假日每天的书面作业（在校与回家合计）平均不超过 60 分钟。"),
        (ban("punitive", "copying"), "作业不得有下列情形：惩罚性；机械、重复抄写。"),
        (ban("arts", "exercise", measure="kind"), "作业不得是：艺术欣赏、体育锻炼。"),
        (only("语文", "数学", measure="subject", places=["home"]), "回家完成的作业只限：语文、数学。"),
        (
            norm(
                {"value": 120, "weekdays": [1, 2]},
                about="care", measure="service_minutes", bound="at_least", unit="minutes",
            ),
            "周一、周二的课后服务，每天课后服务时长不少于 120 分钟。",
        ),
    ],
)
def test_a_norm_reads_as_a_sentence(rule, words):
    assert said(rule) == words


def test_a_day_without_homework_yet_needs_no_sum():
    (finding,) = judge([cap(60)], homework(70), MONDAY).findings
    assert finding.arithmetic == "本次 70 分钟，超过 60 分钟"


def test_where_none_is_to_be_set_the_arithmetic_says_so():
    (refused,) = judge([cap(0)], homework(20), MONDAY).findings
    (warned,) = judge([cap(0, force="warn")], homework(20), MONDAY).findings
    assert (refused.arithmetic, warned.arithmetic) == ("本次 20 分钟，规定不布置", "本次 20 分钟，原则上不布置")
