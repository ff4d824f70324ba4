"""The rules in force, today or on another day, to everybody who may read them."""

from flask import Flask

from tests.unit.gateway.person import Person

SCHOOLS = "/schools/xiangyang/rules"
SINCE_2021, SINCE_2026 = "三至六年级每天的书面作业", "书面作业原则上只限：在校完成。"


def test_anybody_reads_what_was_in_force_on_another_day(somebody: Person) -> None:
    words = somebody.opens(SCHOOLS).words
    assert SINCE_2021 in words and SINCE_2026 in words
    words = somebody.presses("看这一天", day="2025-03-03").words
    assert "2025年3月3日" in words
    assert SINCE_2021 in words and SINCE_2026 not in words
    assert "还没有公布适用的规定" in somebody.presses("看这一天", day="2020-03-03").words


def test_the_office_reads_its_own_so_too(app: Flask) -> None:
    office = Person(app).signed_in("wu")
    office.opens("/rules")
    assert SINCE_2026 not in office.presses("看这一天", day="2025-03-03").words


def test_what_is_no_day_is_not_there(somebody: Person) -> None:
    somebody.opens(f"{SCHOOLS}?day=tomorrow")
    assert somebody.status == 404
