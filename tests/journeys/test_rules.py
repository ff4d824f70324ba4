"""Norms: a school's own, drafted, replayed, adopted by another; and one above, loosened for a time by the district."""

from dataclasses import replace
from datetime import date, timedelta

from ops.running import wait_for
from plumbing import clock
from tests.journeys.homework import SettingHomework, Task, is_refused

WITH_A_CAP, WITH_A_FREE_DAY = "wangshu", "hechuan"
"""Schools of the demo that no other story is about."""

OFF_WORK_SECONDS = 5
HOME = Task(content="完成练习册第 20 页", minutes=40, place="回家完成", teaching="三（1）班 · 数学")
CLAUSE = "三、四年级每天家庭书面作业不超过30分钟。"


def test_a_cap_is_drafted_replayed_and_adopted_and_a_teacher_is_refused_by_it_within_five_seconds(
    phone, people, picture
):
    teacher = phone(people.teacher("数学", (3, 1), WITH_A_CAP), scripts=False)
    offered = date.fromisoformat(SettingHomework(teacher).day)
    set_before, set_after = offered + timedelta(days=14), offered + timedelta(days=21)
    published(teacher, on=set_before)
    office, principal = (phone(people.holder(role, WITH_A_CAP)) for role in ("academic_office", "principal"))
    drafts_the_cap(office, picture)
    office.follow("用已经布置的作业算一遍")
    office.write("到哪一天", set_before.isoformat())
    office.press("开始算")
    office.sees("按草案算一遍", "三年级", "数学", "本次 40 分钟，超过 30 分钟")
    picture(office, "rules-replay", since="#by-1")
    assert not refused(teacher, on=set_after)
    principal.open("/").follow("有一份规定草案等您看")
    picture(principal, "rules-adopt")
    principal.press("通过这份草案")
    principal.sees("已经通过")
    assert wait_for(lambda: refused(teacher, on=set_after), OFF_WORK_SECONDS)
    teacher.press("发布到公示栏")
    is_refused(teacher, arithmetic="本次 40 分钟，超过 30 分钟", clause=CLAUSE)


def test_a_free_day_that_would_not_stand_is_asked_for_granted_until_the_end_of_term_and_ends_by_itself(
    phone, people, picture
):
    today, last = clock.today().isoformat(), people.end_of_term(clock.today())
    office, principal = (phone(people.holder(role, WITH_A_FREE_DAY)) for role in ("academic_office", "principal"))
    officer = phone(people.on_card("区教育局"))
    assert tries_four_days(office, today) == "不可以"
    drafts_four_days(office)
    office.sees("现在还不能通过")
    for layer in ("国家规定", "区县规定"):
        asks_for_four_days(office, layer, last)
    for _ in range(2):
        officer.open("/").follow("申请等您决定")
        officer.follow("看申请，作决定")
        officer.choose("准予")
        officer.write("批准单位和文号，或不准予的理由", "轻舟区教育局教基〔2026〕12 号")
        picture(officer, "derogation-decide")
        officer.press("提交决定")
        officer.sees("已经准予")
    principal.open("/rules/draft").press("通过这份草案")
    principal.sees("已经通过")
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    assert [tries_four_days(office, on) for on in (today, last, after)] == ["可以", "可以", "不可以"]


def published(teacher, *, on):
    SettingHomework(teacher).fill(HOME)
    teacher.write("哪一天做", on.isoformat())
    teacher.press("发布到公示栏")
    teacher.sees("已发布到公示栏")


def refused(teacher, *, on):
    """Say whether the same piece, once more, would be refused on another day."""
    SettingHomework(teacher).fill(replace(HOME, content="完成练习册第 21 页"))
    teacher.write("哪一天做", on.isoformat())
    teacher.press("先算一算，不发布")
    return "超过 30 分钟" in teacher.words


def drafts_the_cap(office, picture):
    office.open("/rules").follow("规定草案")
    office.follow("加一条规定")
    office.open("/rules/draft/new/homework")
    office.follow("每天回家做的书面作业的分钟数，按每个学生算")
    office.write("叫什么", "家庭书面作业")
    office.write("每天回家做的书面作业的分钟数，按每个学生算", "30")
    for grade in ("三年级", "四年级"):
        office.choose(grade)
    office.write("条款原文", CLAUSE)
    office.write("出自哪份文件", "本校作业管理制度")
    office.press("写进草案")
    office.sees("已经写进草案", "三、四年级每天回家做的书面作业一律不超过 30 分钟", "要由本校教导处的另一位老师或校长")
    picture(office, "rules-draft", since="#main h2")


def drafts_four_days(office):
    office.open("/rules/draft/new/care/service_days")
    office.write("叫什么", "每周课后服务天数")
    office.choose("不少于")
    office.write("每周课后服务天数", "4")
    office.choose("放学后")
    office.write("条款原文", "周四下午教师集体学习，其余四天开展课后服务。")
    office.write("出自哪份文件", "本校课后服务工作方案")
    office.press("写进草案")


def asks_for_four_days(office, layer, last):
    office.open("/rules/derogations/ask").follow(f"{layer}：放学后的课后服务，每周课后服务天数不少于 5 天。")
    office.write("改为", "4")
    office.write("到哪一天为止", last)
    office.write("理由", "周四下午教师集体学习")
    office.press("向区县提出")
    office.sees("已经向区县提出")


def tries_four_days(office, on):
    """Return what is said of four days of care a week, which otherwise is all that is asked."""
    office.open("/rules/try/care")
    office.write("哪一天", on)
    for choice in ("三年级", "冬季"):
        office.choose(choice)
    office.choose("放学后")
    for asked, said in (
        ("每周课后服务天数", "4"), ("每天课后服务时长", "150"), ("结束时间", "18:00"), ("比当地正常下班时间早", "0"),
    ):
        office.write(asked, said)
    office.press("看看规定怎么说")
    assert office.status == 200, office.words
    return office.page.locator("#outcome").inner_text()
