"""The board as a school hangs it up: for anybody, on a screen and on paper."""

from tests.journeys.board import Board
from tests.journeys.homework import SettingHomework

A4 = (595, 842)


def test_the_board_of_a_school_day_fits_on_two_sheets_of_a4(phone, people):
    day = SettingHomework(phone(people.on_card("任课教师（英语）"))).day
    sheets = Board(phone(), day).on_paper()
    assert set(sheets) == {A4}
    assert len(sheets) <= 2


def test_a_family_and_the_office_see_the_board_without_having_to_look_for_it(phone, people):
    for role in ("家长", "教导处", "校长"):
        reader = phone(people.on_card(role))
        reader.follow("作业公示栏")
        reader.sees("作业公示", "青禾小学", "三（2）班")
