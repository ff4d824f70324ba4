"""The school's year: for anybody, changed by its office and by its district's, and what is counted by it follows."""

from datetime import date, timedelta

from ops.running import wait_for
from tests.journeys.board import Board
from tests.journeys.homework import SettingHomework
from tests.journeys.people import SCHOOL

AT_THE_LATEST_SECONDS = 35
"""A board that was made before homework had heard of the day is kept for half a minute."""


def test_a_day_off_that_the_office_marks_stands_in_the_calendar_and_counts_on_the_board(phone, people, picture):
    day = date.fromisoformat(SettingHomework(phone(people.on_card("任课教师（英语）"))).day) + timedelta(days=7)
    office, visitor = phone(people.on_card("教导处")), phone()
    board = Board(visitor, day.isoformat()).look()
    assert "放假" not in visitor.words
    office.follow("校历管理")
    office.follow("标注一天")
    office.write("日期", day.isoformat())
    office.choose("放假")
    office.write("名称", "校庆")
    office.write("为什么改", "校务会决定")
    picture(office, "calendar-change")
    office.press("保存到校历")
    office.sees("校历已更新", "校庆，放假", "本校安排", "校务会决定")
    year = day.year if day.month >= 9 else day.year - 1
    visitor.open(f"/schools/{SCHOOL}/calendar?year={year}").sees("校庆，放假", "本校安排")
    picture(visitor, "calendar")
    assert wait_for(lambda: "放假" in board.look().phone.words, AT_THE_LATEST_SECONDS)
    office.follow("校庆，放假")
    office.write("为什么改", "改期")
    office.press("按区县校历恢复")
    office.does_not_see("校庆，放假")


def test_a_day_off_in_the_whole_district_reaches_the_schools_calendar_and_counts_on_its_board(phone, people, picture):
    day = date.fromisoformat(SettingHomework(phone(people.on_card("任课教师（英语）"))).day) + timedelta(days=14)
    officer, visitor = phone(people.on_card("区教育局")), phone()
    board = Board(visitor, day.isoformat()).look()
    assert "放假" not in visitor.words
    officer.follow("区县校历")
    officer.follow("标注放假或调休")
    officer.write("第一天", day.isoformat())
    officer.choose("放假")
    officer.write("名称", "全区运动会")
    officer.write("为什么改", "区教育局通知")
    officer.press("保存并发布")
    officer.sees("校历已更新", "全区运动会，放假", "区教育局通知")
    picture(officer, "district-calendar")
    year = day.year if day.month >= 9 else day.year - 1
    visitor.open(f"/schools/{SCHOOL}/calendar?year={year}").sees("全区运动会，放假")
    assert wait_for(lambda: "放假" in board.look().phone.words, AT_THE_LATEST_SECONDS)
    officer.follow("全区运动会，放假")
    officer.write("为什么改", "改期")
    officer.press("取消并发布")
    officer.does_not_see("全区运动会，放假")
