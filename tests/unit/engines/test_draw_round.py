"""A list as everybody can write it down again, and what is no list."""

import hashlib

import pytest

from engines.draw import Club, Ticket, Unfit, draw, round_from_text
from tests.unit.engines.rounds import FORM, SOURCE, VALUE, a_round, club

LIST = f"""\
qingfu-draw-list/1
round\t第一轮
source\t{SOURCE}
form\t{FORM}
most\t1
club\t机器人 A\t机器人 A社\t2\t3@after_school\t5@after_school
club\t棋\t棋社\t0
ticket\t7f3a\t棋\t机器人 A
ticket\t签 甲\t机器人 A
"""


def listed():
    chooses = {"签 甲": ("机器人 A",), "7f3a": ("棋", "机器人 A")}
    held = a_round([club("棋", 0), club("机器人 A", 2, "5@after_school", "3@after_school")], {"x": "棋"})
    tickets = tuple(Ticket(id=name, choices=choices) for name, choices in chooses.items())
    return type(held)(name=held.name, source=SOURCE, form=FORM, clubs=held.clubs, tickets=tickets)


def test_a_list_is_written_line_by_line_sorted_and_hashed():
    assert listed().text == LIST
    assert listed().sha256 == hashlib.sha256(LIST.encode()).hexdigest()
    assert round_from_text(LIST) == listed()


@pytest.mark.parametrize(
    ("was", "becomes", "place"),
    [
        ("list/1", "list/2", 1), ("round\t", "Round\t", 2), ("source\t", "source\t\t", 3), ("form\t0", "form 0", 4),
        ("most\t1", "most\t01", 5), ("most\t1\n", "", 5), ("A社\t2", "A社\t+2", 6), ("A社\t2\t", "A社\t", 6),
        ("club\t棋\t棋社\t0\nticket\t7f3a\t棋\t机器人 A\n", "ticket\t7f3a\t机器人 A\nclub\t棋\t棋社\t0\n", 8),
        ("3@after_school\t5@after_school", "5@after_school\t3@after_school", 6), ("\t棋社\t0", "", 7),
        ("3@after_school\t5", "5@after_school\t5", 6), ("ticket\t签 甲", "Ticket\t签 甲", 9),
        ("ticket\t签 甲\t机器人 A\n", "ticket\t签 甲\t机器人 A", 9), ("签 甲", "0 甲", 8),
        ("签 甲\t机器人 A\n", "签 甲\n\n", 10),
    ],
)
def test_a_text_that_is_not_byte_for_byte_a_list_is_refused_with_the_line(was, becomes, place):
    with pytest.raises(Unfit) as unfit:
        round_from_text(LIST.replace(was, becomes, 1))
    assert f"签表第 {place} 行" in str(unfit.value) or "没有志愿" in str(unfit.value)


UNFIT = ("甲\t乙", "甲\n乙", "甲\r", " 甲", "甲\u3000", "", "a\x00b", "甲\u202e乙", "e\u0301", "\ud800")


@pytest.mark.parametrize("name", UNFIT)
def test_a_name_that_two_people_could_read_differently_is_refused(name):
    for made in (
        lambda: Ticket(id=name, choices=("棋",)), lambda: Club(id=name, title="棋社", places=1),
        lambda: Club(id="棋", title=name, places=1), lambda: club("棋", 1, name),
        lambda: a_round([club("棋", 1)], {"a": "棋"}, name=name),
        lambda: a_round([club("棋", 1)], {"a": "棋"}, source=name),
        lambda: a_round([club("棋", 1)], {"a": "棋"}, form=name),
    ):
        with pytest.raises(Unfit):
            made()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: a_round([], {"a": "棋"}), "一个社团也没有。请至少写一个社团。"),
        (lambda: a_round([club("棋", 1)], {}), "一个签也没有。请至少写一个签。"),
        (lambda: a_round([club("棋", 1), club("棋", 2)], {"a": "棋"}), "社团“棋”出现了 2 次。每个代号只用一次。"),
        (lambda: a_round([club("棋", 1)], {"a": "鼓"}), "签“a”的志愿“鼓”不在社团当中。请核对社团代号。"),
        (lambda: Ticket(id="a", choices=()), "签“a”没有志愿。请至少写一个社团。"),
        (lambda: Ticket(id="a", choices=("棋", "棋")), "签“a”把“棋”写了 2 次。每个社团只写一次。"),
        (lambda: club("棋", -1), "“棋社”的名额应为整数，不少于 0，现为 -1。请改写“棋社”的名额。"),
        (lambda: club("棋", True), "现为 True"),
        (lambda: Club(id="棋", title="棋", places=1, slots="3@after_school"), "“棋”的时间应为一组文字"),
        (lambda: a_round([club("棋", 1)], {"a": "棋"}, most_per_ticket=0), "每张签最多得到的社团数应为整数，不少于 1"),
    ],
)
def test_what_is_no_list_is_refused_and_says_what_to_write(made, said):
    with pytest.raises(Unfit) as unfit:
        made()
    assert said in str(unfit.value)


def test_one_ticket_twice_is_refused():
    twice = (Ticket(id="a", choices=("棋",)), Ticket(id="a", choices=("棋",)))
    with pytest.raises(Unfit, match="签“a”出现了 2 次"):
        type(listed())(name="一", source=SOURCE, form=FORM, clubs=(club("棋", 1),), tickets=twice)


@pytest.mark.parametrize("form", ["000", "福彩 000", "#.00 #.00", "#########", "xxxx"])
def test_a_source_with_few_values_is_refused_for_a_list_could_be_fitted_to_it(form):
    with pytest.raises(Unfit, match="能取的值不到 1000000 个"):
        a_round([club("棋", 1)], {"a": "棋"}, form=form)


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        (FORM, VALUE, ["3 7 12 18 25 31 + 9", VALUE + " ", VALUE + "\n", "03 07 12 18 25 31 09", "０３" + VALUE[2:]]),
        ("000 00000", "017 40321", ["17 40321", "01740321", "017 4032a"]),
        ("#.00 #.00 #.00", "3214.56 10873.02 2210.70", ["3,214.56 10873.02 2210.70", "03214.56 10873.02 2210.70"]),
        ("x" * 8, "00c4ffee", ["00C4FFEE", "00c4ffe", "00c4ffeg"]),
        ("(000000)?", "(123456)?", ["123456", "(123456)"]),
        ("000000", "123456", [123456, None, "٣23456"]),
    ],
)
def test_a_value_is_written_one_way_only_the_one_that_was_agreed(form, right, wrong):
    held = a_round([club("棋", 1)], {"a": "棋"}, form=form)
    assert draw(held, right).value == right
    for value in wrong:
        with pytest.raises(Unfit, match="与封存时定下的写法"):
            draw(held, value)
