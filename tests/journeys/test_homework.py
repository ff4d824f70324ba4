"""A piece of homework: refused once, put right by one tap, published, read at home, corrected, withdrawn."""

from dataclasses import replace

from tests.journeys.board import Board
from tests.journeys.family import read_message
from tests.journeys.homework import SettingHomework, Task, correct, is_refused, receipts, withdraw

SENTENCES = Task(content="用第 5 单元的三个新词各写一句话，\n再读给同桌听一遍", minutes=30)
READING = Task(content="", minutes=5, kind="口头·阅读")
RARE_CHARACTER = "𠮷"
PUBLISH = "发布到公示栏"


def test_homework_is_refused_put_right_published_read_at_home_corrected_and_withdrawn(phone, people, picture, scripts):
    teacher = phone(people.on_card("任课教师（英语）"), scripts=scripts)
    child = people.child_of(people.on_card("家长"))
    task = SENTENCES if scripts else replace(SENTENCES, content=SENTENCES.content + RARE_CHARACTER)

    setting = SettingHomework(teacher)
    assert setting.minutes_set_and_left(task.teaching) == (35, 25)
    picture(teacher, "teacher-new", until=".q-budget")
    setting.publish(task)
    is_refused(
        teacher, arithmetic="已有 35 分钟 + 本次 30 分钟 = 65 分钟，超过 60 分钟",
        clause="小学三至六年级书面作业平均完成时间不超过60分钟",
    )  # fmt: skip
    setting.still_holds(task)
    picture(teacher, "refused-and-fixed", until=".q-finding")

    teacher.press("改为 25 分钟，并发布")
    teacher.sees("已发布到公示栏", task.content, "25 分钟")
    piece = teacher.path
    board = Board(phone(scripts=scripts), setting.day).look()
    assert board.total == "书面合计 60 / 60 分钟"
    assert board.piece(task.content).minutes == "25 分钟"

    for number, guardian in enumerate(child.guardians, start=1):
        reader = phone(guardian, scripts=scripts)
        read_message(reader, "英语作业：约 25 分钟", of_child=child)
        teacher.comes_to_see(piece, f"已读 {number}/")
        reader.open(f"/family?day={setting.day}").sees(child.name, task.content, "书面合计 60 / 60 分钟")
        picture(reader, "family")
    assert receipts(teacher).told > receipts(teacher).read == len(child.guardians) == 2

    correct(teacher, piece, minutes="20", reason="写两句就够了")
    board.look()
    assert board.total == "书面合计 55 / 60 分钟"
    assert board.piece(task.content).minutes == "20 分钟"
    assert board.piece(task.content).change.startswith("已更正")
    assert board.piece(task.content).change.endswith("：写两句就够了")
    picture(board.phone, "board", since=board.part)

    withdraw(teacher, piece, reason="明天上课再做")
    board.look()
    assert board.total == "书面合计 35 / 60 分钟"
    assert board.piece(task.content).struck
    assert board.piece(task.content).change.endswith("：明天上课再做")


def test_a_nervous_thumb_publishes_once_and_so_does_the_reload_key(phone, people, scripts):
    teacher = phone(people.on_card("任课教师（英语）"), scripts=scripts)
    task = replace(READING, content=f"朗读课文第一段{'（有脚本）' if scripts else '（无脚本）'}")
    setting = SettingHomework(teacher)
    setting.fill(task)
    teacher.press_twice(PUBLISH)
    teacher.sees(task.content)
    teacher.reload()
    teacher.sees(task.content)
    assert len(Board(phone(), setting.day).look().pieces(task.content)) == 1


def test_going_back_and_sending_the_form_again_publishes_nothing_twice(phone, people, scripts):
    teacher = phone(people.on_card("任课教师（英语）"), scripts=scripts)
    task = replace(READING, content=f"朗读课文第二段{'（有脚本）' if scripts else '（无脚本）'}")
    setting = SettingHomework(teacher)
    setting.publish(task)
    teacher.sees("已发布到公示栏")
    teacher.go_back()
    teacher.press(PUBLISH)
    assert len(Board(phone(), setting.day).look().pieces(task.content)) == 1
