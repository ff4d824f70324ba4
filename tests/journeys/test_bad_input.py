"""What is not there, not yours, not allowed or not readable: said plainly, and nothing that was typed is lost."""

import re

import pytest

from plumbing.ids import new_id
from tests.journeys.homework import SettingHomework, Task, is_refused

READING_AT_HOME = Task(content="读一篇短文，说说喜欢哪一句", minutes="", kind="口头·阅读", place="回家完成")
GRADE_ONE_WRITING = Task(
    content="把今天学的生字各写两遍", minutes=10, place="回家完成", teaching="一（1）班 · 语文"
)


def as_it_reads(phone):
    """Return status and body of the page without what is another at every request: its number and the form's token."""
    body = re.sub(r'(?<=name="csrf_token" value=")[^"]+', "", phone.page.content())
    return phone.status, re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", body)


@pytest.mark.parametrize("page", ["", "/correct", "/withdraw"])
def test_homework_of_another_school_and_homework_that_never_was_are_the_same_page(phone, people, page):
    teacher = phone(people.on_card("任课教师（英语）"))
    elsewhere = people.piece_of(people.on_card("初中任课教师（数学）"))
    teacher.open(f"/homework/{new_id()}{page}")
    never_was = as_it_reads(teacher)
    assert never_was[0] == 404
    teacher.sees("没有找到，或者您不能查看。")
    assert as_it_reads(teacher.open(f"/homework/{elsewhere}{page}")) == never_was


@pytest.mark.parametrize("page", ["correct", "withdraw"])
def test_a_colleagues_homework_can_be_read_and_its_change_is_not_there(phone, people, page):
    teacher, colleague = phone(people.on_card("任课教师（英语）")), people.teacher("数学")
    assert teacher.open(f"/homework/{people.piece_of(colleague)}").status == 200
    never_was = as_it_reads(teacher.open(f"/homework/{new_id()}/{page}"))
    assert as_it_reads(teacher.open(f"/homework/{people.piece_of(colleague)}/{page}")) == never_was


@pytest.mark.parametrize("page", ["/family?child={}", "/family/apply?child={}", "/family/applications/{}"])
def test_another_familys_child_and_one_that_never_was_are_the_same_page(phone, people, page):
    guardian = phone(people.on_card("家长"))
    never_was = as_it_reads(guardian.open(page.format(new_id())))
    assert never_was[0] == 404
    for number in people.child_applied_for():
        assert as_it_reads(guardian.open(page.format(number))) == never_was


def test_written_work_at_home_in_grade_one_is_refused_with_the_clause_and_what_would_pass(phone, people, scripts):
    teacher = phone(people.teacher("语文", of=(1, 1)), scripts=scripts)
    setting = SettingHomework(teacher)
    setting.publish(GRADE_ONE_WRITING)
    is_refused(
        teacher, arithmetic="本次 10 分钟，规定不布置",
        clause="学校要确保小学一、二年级不布置家庭书面作业，可在校内适当安排巩固练习",
    )  # fmt: skip
    setting.still_holds(GRADE_ONE_WRITING)
    assert teacher.buttons()[:2] == ["改为在校完成，并发布", "改为口头·阅读，并发布"]


def test_a_form_with_gaps_comes_back_with_all_that_was_typed_and_leads_to_the_gap(phone, people, scripts):
    teacher = phone(people.on_card("任课教师（英语）"), scripts=scripts)
    setting = SettingHomework(teacher)
    setting.publish(READING_AT_HOME)
    assert teacher.status == 422
    assert "预计用时（分钟）：请填写。" in teacher.what_is_wrong()
    setting.still_holds(READING_AT_HOME)
    teacher.page.get_by_role("link", name="预计用时（分钟）：请填写。").click()
    teacher.has_the_focus("预计用时（分钟）")
