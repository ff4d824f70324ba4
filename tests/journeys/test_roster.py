"""The office takes in next year's newcomers from an Excel of its own, on a phone, with and without scripts."""

import io

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from ops.commands import qingfu
from tests.journeys.office import comes_to_stand_there, hand_in

HEADING = ("学籍号", "姓名", "年级", "班级", "出生日期", "家长姓名", "与学生关系", "联系电话")
NEWCOMERS = 3


def a_roster(first, *, of_class):
    """Return an Excel as a school has it: a title, three newcomers, one whose parent's number is too short, a sum."""
    workbook = Workbook()
    page = workbook.active
    page.append(("插班生名册",))
    page.append(HEADING)
    for serial in range(first, first + NEWCOMERS):
        name = f"插班{'一二三四五六'[serial % 6]}生"
        page.append((f"G{serial:018d}", name, "三年级", of_class, "2017/5/6", "王家长", "父亲", f"1380000{serial:04d}"))
    page.append((f"G{first + 50:018d}", "缺号生", "三年级", of_class, "2017年5月7日", "李家长", "母亲", "138000"))
    page.append(("合计", NEWCOMERS + 1))
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("of_class", ["三（2）班"])
def test_the_office_takes_in_newcomers_and_hears_which_number_is_too_short(phone, people, scripts, picture, of_class):
    office = phone(people.on_card("教导处"), scripts=scripts)
    content = a_roster(100 if scripts else 200, of_class=of_class)
    hand_in(office, content)
    comes_to_stand_there(office, "检查结果")
    office.sees("手机号应有 11 位，这里有 6 位。请核对后补全号码。")
    picture(office, "roster-checked", until=".q-rows >> nth=1")
    office.press(f"导入 {NEWCOMERS} 人")
    comes_to_stand_there(office, "导入完成")
    hand_in(office, content)
    comes_to_stand_there(office, "检查结果")
    office.sees("没有要导入的")


def test_a_class_of_newcomers_is_seen_by_its_head_teacher(phone, people):
    office, head = phone(people.on_card("教导处")), phone(people.on_card("班主任"))
    hand_in(office, a_roster(300, of_class="三（2）班"))
    comes_to_stand_there(office, "检查结果")
    office.press(f"导入 {NEWCOMERS} 人")
    comes_to_stand_there(office, "导入完成")
    head.open("/")
    head.follow("本班学生")
    head.sees("插班一生")


def test_the_office_checks_a_roster_from_a_terminal_and_gets_the_marked_one_back(house_up, people, tmp_path):
    office, file, marked = people.on_card("教导处"), tmp_path / "插班生.xlsx", tmp_path / "marked.xlsx"
    file.write_bytes(a_roster(400, of_class="三（2）班"))
    asked = ["roster", "check", str(file), "--login", office.login, "--address", house_up.address]
    ended = CliRunner().invoke(qingfu, [*asked, "--marked", str(marked)], env={"QINGFU_PASSWORD": office.password})
    assert ended.exit_code == 0, ended.output
    assert f"新来 {NEWCOMERS}" in ended.stdout
    assert "请核对后补全号码" in ended.stdout
    assert "错误" in load_workbook(marked).sheetnames


def test_a_teacher_is_told_in_the_terminal_that_there_is_nothing_here(house_up, people, tmp_path):
    teacher, file = people.on_card("任课教师（英语）"), tmp_path / "插班生.xlsx"
    file.write_bytes(a_roster(500, of_class="三（2）班"))
    asked = ["roster", "check", str(file), "--login", teacher.login, "--address", house_up.address]
    ended = CliRunner().invoke(qingfu, asked, env={"QINGFU_PASSWORD": teacher.password})
    assert ended.exit_code == 1
    assert "没有找到" in ended.stderr
