"""Houses, broker and database away: said within ten seconds, nothing lost, nothing done behind anybody's back."""

import time
from contextlib import contextmanager

from tests.journeys.board import Board
from tests.journeys.family import read_message
from tests.journeys.homework import SettingHomework, Task

PUBLISH, LONGEST_WAIT_SECONDS = "发布到公示栏", 10


def reading(content):
    """Return a task that no cap stands against."""
    return Task(content=content, minutes=6, kind="口头·阅读")


@contextmanager
def soon_enough():
    """What is done here takes no longer than a person waits."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < LONGEST_WAIT_SECONDS


def test_while_homework_stands_still_the_page_says_so_and_nothing_happens_later(phone, people, trouble):
    teacher = phone(people.on_card("任课教师（英语）"))
    setting, task = SettingHomework(teacher), reading("听录音，跟读对话")
    setting.fill(task)
    board = Board(phone(), setting.day)
    with trouble.frozen("homework"):
        with soon_enough():
            teacher.press(PUBLISH)
        assert teacher.status == 504
        assert "请再点一次提交：用的是同一张表，不会重复。" in teacher.what_is_wrong()
        setting.still_holds(task)
        guardian = phone(people.on_card("家长"))
        with soon_enough():
            guardian.open("/family")
        guardian.sees("作业暂时读不到，请稍后再看。", "课后服务")
    board.comes_to_answer()
    assert not board.pieces(task.content)
    teacher.press(PUBLISH)
    teacher.sees("已发布到公示栏")
    assert len(board.look().pieces(task.content)) == 1


def test_without_its_database_the_house_says_when_to_come_again(phone, people, trouble):
    teacher, visitor = phone(people.on_card("任课教师（英语）")), phone()
    setting, task = SettingHomework(teacher), reading("复述故事的开头")
    setting.fill(task)
    board, never_seen = Board(visitor, setting.day), Board(visitor, "2031-01-01")
    with trouble.down("postgres"):
        with soon_enough():
            never_seen.look()
        assert visitor.status == 503
        assert int(visitor.headers["retry-after"]) > 0
        visitor.sees("系统暂时不可用", "秒后再试")
        with soon_enough():
            teacher.press(PUBLISH)
        assert teacher.status == 503
        assert "没有做任何改动" in teacher.what_is_wrong()
        setting.still_holds(task)
    trouble.heals()
    assert not board.look().pieces(task.content)


def test_without_the_broker_the_form_comes_back_filled_and_what_was_published_before_goes_out_later(
    phone, people, trouble
):
    teacher, child = phone(people.on_card("任课教师（英语）")), people.child_of(people.on_card("家长"))
    before, during = reading("和家人说一说今天学的句子"), reading("画一张单词卡")
    with trouble.frozen("homework-relay"):
        setting = SettingHomework(teacher)
        setting.publish(before)
        teacher.sees("已发布到公示栏")
        setting, visitor = SettingHomework(teacher), phone()
        setting.fill(during)
        board = Board(visitor, setting.day).look()
        with trouble.down("broker"):
            phone().comes_to_be_answered("/readyz", 503)
            with soon_enough():
                board.look()
            visitor.sees("系统暂时读不到最新内容")
            with soon_enough():
                teacher.press(PUBLISH)
            assert teacher.status == 503
            assert "没有做任何改动" in teacher.what_is_wrong()
            setting.still_holds(during)
    trouble.heals()
    read_message(phone(people.on_card("家长")), "英语作业：约 6 分钟", of_child=child)
    assert len(board.look().pieces(before.content)) == 1
    assert not board.pieces(during.content)
    teacher.press(teacher.buttons()[-1])
    teacher.sees("已发布到公示栏")
    assert len(board.look().pieces(during.content)) == 1
