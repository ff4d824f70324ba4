"""What was changed through this gateway stands on its pages at once, though the news of it is late."""

from datetime import timedelta

from flask import Flask

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_homework_pages import publish
from tests.unit.gateway.test_inbox_pages import first_message
from tests.unit.gateway.test_public_pages import BOARD, TODAY, asked, opened

CALENDAR, SPORTS_DAY = "/schools/xiangyang/calendar", TODAY + timedelta(10)


def test_who_withdraws_a_piece_does_not_find_it_on_the_board_though_the_news_is_late(
    somebody: Person, teacher: Person, houses: InMemoryHouses
) -> None:
    houses.hearers.clear()
    publish(teacher, "25")
    somebody.opens(BOARD)
    teacher.opens(teacher.address + "/withdraw")
    teacher.presses("撤回", reason="布置错了班级")
    somebody.opens(BOARD)
    assert "合计 25 / 60 分钟" not in somebody.page.words
    assert "布置错了班级" in somebody.page.words


def test_what_may_have_been_published_is_looked_for_anew(
    app: Flask, teacher: Person, houses: InMemoryHouses
) -> None:
    houses.hearers.clear()
    opened(app)
    houses.lost = {"homework"}
    publish(teacher, "25")
    houses.lost = set()
    opened(app)
    assert asked(houses) == 2


def test_what_the_office_marks_stands_in_the_calendar_though_the_news_is_late(
    app: Flask, houses: InMemoryHouses
) -> None:
    opened(app, CALENDAR)
    office = Person(app).signed_in("wu")
    office.opens(f"{CALENDAR}/office/days")
    said = {"on": SPORTS_DAY.isoformat(), "mark": "workday", "name": "秋季运动会", "reason": "校务会决定"}
    office.presses("保存到校历", **said)
    assert "校历已更新" in office.page.words
    asked_before = asked(houses, "directory.calendar")
    opened(app, CALENDAR)
    assert asked(houses, "directory.calendar") == asked_before + 1


def test_the_receipts_of_all_families_leave_the_board_as_it_is(
    app: Flask, houses: InMemoryHouses, mother: Person, teacher: Person
) -> None:
    publish(teacher)
    opened(app)
    mother.opens(first_message(mother))
    assert "已读回执已经送达" in mother.page.words
    opened(app)
    assert asked(houses) == 1
