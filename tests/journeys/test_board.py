"""The board as a school hangs it up: for anybody, on a screen and on paper, and never behind the times."""

from tests.journeys.board import Board
from tests.journeys.homework import SettingHomework, Task
from tests.journeys.people import SCHOOL
from tests.servers.promptly import within_a_second

A4, A3_ACROSS = (595, 842), (1191, 842)
GRADES = 6


def test_the_board_of_a_school_day_fits_on_two_sheets_of_a4(phone, people):
    day = SettingHomework(phone(people.on_card("任课教师（英语）"))).day
    sheets = Board(phone(), day).on_paper()
    assert set(sheets) == {A4}
    assert len(sheets) <= 2


def test_on_a3_every_grade_has_a_sheet_of_its_own(phone, people):
    day = SettingHomework(phone(people.on_card("任课教师（英语）"))).day
    assert Board(phone(), day, paper="a3").on_paper() == [A3_ACROSS] * GRADES


def test_the_week_of_a_grade_shows_every_day_of_its_classes(phone, people, picture):
    setting = SettingHomework(phone(people.on_card("任课教师（英语）")))
    task = Task(content="听写第四课", minutes=4, kind="口头·阅读")
    setting.publish(task)
    visitor = phone()
    visitor.comes_to_see(f"/schools/{SCHOOL}/board/week?day={setting.day}&grade=3", task.content)
    visitor.sees("三（2）班", "周一", "周五")
    picture(visitor, "board-week", since="section:has(h2:text-is('三（2）班'))")


def test_a_family_and_the_office_see_the_board_without_having_to_look_for_it(phone, people):
    for role in ("家长", "教导处", "校长"):
        reader = phone(people.on_card(role))
        reader.follow("作业公示栏")
        reader.sees("作业公示", "青禾小学", "三（2）班")


def test_what_a_teacher_publishes_stands_on_the_board_within_a_second(phone, people):
    setting = SettingHomework(phone(people.on_card("任课教师（英语）")))
    board, task = Board(phone(), setting.day).look(), Task(content="朗读第二课", minutes=3, kind="口头·阅读")
    setting.publish(task)
    assert within_a_second(lambda: board.look().pieces(task.content))


def test_after_a_gateway_has_died_the_next_one_shows_the_board_as_it_stands(phone, people, trouble):
    teacher = phone(people.on_card("任课教师（英语）"))
    setting, task = SettingHomework(teacher), Task(content="朗读第三课", minutes=3, kind="口头·阅读")
    board = Board(phone(), setting.day).look()
    setting.publish(task)
    trouble.kills("gateway")
    trouble.heals()
    assert board.look().pieces(task.content)
