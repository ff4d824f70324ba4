"""A sentence is told in English as a whole, by its pattern, or not at all: never half a name, half a quotation."""

import pytest

from gateway.english.book import Book, book

LITTLE = Book({
    "没有作业。": "No homework.", "还有 {0} 个名额": "{0} places left", "{0}的作业": "Homework of {0}", "今天": "today",
    "周一": "Monday", "周三": "Wednesday", "{0}至{1}": "{0} to {1}", "{0}依据：{1}": "{0} According to: {1}",
    "可以等；也可以换。": "Wait, or change.", "不布置{0}": "no {0}", "{0}不布置{1}": "{0}: no {1}", "作业": "homework",
})


@pytest.mark.parametrize(("said", "told"), [
    ("没有作业。", "No homework."),
    ("还有 3 个名额", "3 places left"),
    ("今天的作业", "Homework of today"),
    ("李一鸣的作业", "Homework of 李一鸣"),
    ("周一、周三", "Monday, Wednesday"),
    ("没有作业。没有作业。", "No homework. No homework."),
    ("没有作业。可以等；也可以换。", "No homework. Wait, or change."),
    ("今天、周一；周三", "today, Monday; Wednesday"),
    ("今天依据：可以等；也可以换。", "today According to: Wait, or change."),
    ("不布置作业", "no homework"),
    ("今天不布置作业", "today: no homework"),
    ("还没有人说过这句话", "还没有人说过这句话"),
    ("12:00", "12:00"),
    ("", ""),
])
def test_what_is_known_is_told_and_what_is_not_stays(said: str, told: str) -> None:
    assert LITTLE.english(said) == told


def test_a_quotation_stays_whole_even_where_a_part_of_it_is_known() -> None:
    clause = "小学三至六年级书面作业平均完成时间不超过60分钟"
    assert LITTLE.english(f"今天依据：{clause}") == f"today According to: {clause}"


@pytest.mark.parametrize(("said", "told"), [
    ("三至六年级每天的书面作业（在校与回家合计）平均不超过 60 分钟。",
     "Grades 3 to 6: written homework, at school and at home together, a day, on average at most 60 minutes."),
    ("一、二年级不布置回家做的书面作业。", "Grade 1, 2: no written work done at home."),
    ("已有 35 分钟 + 本次 30 分钟 = 65 分钟，超过 60 分钟",
     "35 minutes already set + 30 minutes now = 65 minutes, more than 60 minutes"),
    ("作业不得有下列情形：机械、重复抄写；惩罚性。",
     "homework: none of the following: Mechanical, repetitive copying; Punitive."),
    ("一、二年级、放学后的课后服务，结束时间不早于 16:30。",
     "Grade 1, 2, after school: after-school service, End: not before 16:30."),
    ("三至六年级、社团的课后服务报名，签订的材料必须有：家长申请。",
     "Grades 3 to 6, Club: after-school applications, Papers signed: all of the family's application."),
    ("冬季、放学后的课后服务原则上不早于当地正常下班时间结束。",
     "winter, after school: after-school service, in principle (原则上): ends no earlier than people here get off"
     " work."),
    ("2026年11月23日 周一", "2026-11-23 Monday"),
    ("请填 1 到 600 之间的数。", "Enter a number from 1 to 600."),
])
def test_what_norms_dates_and_fields_say_is_told(said: str, told: str) -> None:
    assert book().english(said) == told


def test_words_of_ours_in_quotation_marks_are_told_too_and_what_people_typed_is_not():
    spoken = Book({
        "有{0}，不允许": "This has {0}, which is not allowed", "讲新课": "new lessons",
        "集体教学": "whole-class teaching",
    })
    assert spoken.english("有“讲新课”“集体教学”，不允许") == (
        "This has “new lessons” “whole-class teaching”, which is not allowed"
    )
    assert "“小明的课”" in spoken.english("有“小明的课”，不允许")
