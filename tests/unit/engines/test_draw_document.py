"""A record: everything it takes to draw again, and nothing in it may be otherwise than it was."""

import json

import pytest

from engines.draw import Unfit, draw, record_from_plain, record_to_plain
from tests.unit.engines.rounds import SOURCE, VALUE, a_round, club

HELD = a_round([club("棋", 1), club("鼓", 1)], {"a": "棋 鼓", "b": "棋 鼓", "c": "鼓"})
SEALED, RECORD = record_to_plain(HELD), record_to_plain(draw(HELD, VALUE))


def test_a_record_is_plain_and_says_everything():
    assert json.loads(json.dumps(RECORD)) == RECORD
    assert list(RECORD) == ["format", "round", "source", "list", "sha256", "value", "result"]
    assert (RECORD["source"], RECORD["value"], RECORD["sha256"]) == (SOURCE, VALUE, HELD.sha256)
    assert "\n".join([*RECORD["list"], ""]) == HELD.text


def test_a_sealed_round_has_no_value_and_no_result_yet():
    assert {**SEALED, "value": VALUE, "result": RECORD["result"]} == RECORD
    assert record_from_plain(SEALED) == HELD


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("text", "抽签记录：抽签记录读不出来。"),
        ({**SEALED, "ticket": 1}, "抽签记录：不认识“ticket”。可以写的有：format、round、source、list、sha256。"),
        ({**SEALED, "value": VALUE}, "抽签记录：缺少 result。请写明 result。"),
        ({**SEALED, "result": []}, "抽签记录：缺少 value。请写明 value。"),
        ({**SEALED, "format": "qingfu-draw-record/2"}, "应为 qingfu-draw-record/1"),
        ({**SEALED, "list": HELD.text}, "抽签记录：list 应为一行一行的文字。请用公布的原文。"),
        ({**SEALED, "list": [HELD.text]}, "抽签记录：list 应为一行一行的文字"),
        ({**SEALED, "sha256": HELD.sha256.upper()}, "抽签记录：sha256 现为"),
        ({**SEALED, "round": "第二轮"}, "抽签记录：round 现为 '第二轮'，应为 第一轮"),
        ({**SEALED, "source": "骰子"}, "抽签记录：source 现为 '骰子'"),
        ({**RECORD, "value": "03 07 12 18 25 31 + 08"}, "抽签记录：result 与重新抽签的结果不同"),
        ({**RECORD, "result": RECORD["result"][:-1]}, "抽签记录：result 与重新抽签的结果不同"),
        ({**RECORD, "value": "骰子"}, "公开数值 '骰子' 与封存时定下的写法"),
    ],
)
def test_a_record_that_was_touched_is_refused(plain, said):
    with pytest.raises(Unfit) as unfit:
        record_from_plain(plain)
    assert said in str(unfit.value)


@pytest.mark.parametrize("place", range(len(SEALED["list"])))
def test_no_line_of_the_list_can_be_changed_once_it_is_sealed(place):
    lines = SEALED["list"]
    for touched in ([*lines[:place], f"{lines[place]}x", *lines[place + 1:]], [*lines[:place], *lines[place + 1:]]):
        with pytest.raises(Unfit):
            record_from_plain({**SEALED, "list": touched})
