"""A chain as plain data: written and read again it is the same; what cannot be read says where and what to write."""

from pathlib import Path

import pytest
import yaml

import services.rulebook
from engines.approval import (
    Completion,
    Condition,
    DefinitionUnreadable,
    Mode,
    definition_from_plain,
    definition_to_plain,
    flaws,
)

CHAINS = yaml.safe_load((Path(services.rulebook.__file__).parent / "texts" / "chains.yaml").read_text(encoding="utf-8"))
GROUPS = ("guardian", "head_teacher", "academic_office", "after_school_office", "principal")
FACTS = {"applied_by": str, "basic_care_days": int, "clubs": int, "outdoor_clubs": int}


@pytest.mark.parametrize("plain", CHAINS, ids=lambda plain: plain["key"])
def test_what_is_shipped_is_read_has_no_flaw_and_is_written_as_it_was(plain):
    chain = definition_from_plain(plain, 1)
    assert flaws(chain, GROUPS, FACTS) == ()
    written = definition_to_plain(chain)
    assert definition_from_plain(written, 1) == chain
    assert written == plain


def chain(**step):
    return {"key": "care", "title": "报名", "steps": [{"key": "class", "name": "班级审核", "groups": ["x"], **step}]}


def test_everything_that_can_be_said_of_a_step_comes_back():
    said = chain(
        users=["u"], by_family=True, completion="ratio", percent=60, due_days=3, remind_days=1, overdue="notify",
        superiors=["y"], nobody="escalate", fallback=["z"],
        skip_if=[{"fact": "late", "comparison": "is", "value": True}],
    )  # fmt: skip
    read = definition_from_plain(said, 7)
    assert read.version == 7
    assert read.steps[0].completion == Completion(mode=Mode.RATIO, percent=60)
    assert [type(condition) for condition in read.steps[0].skip_if] == [Condition]
    assert definition_to_plain(read) == {**said, "overseers": []}


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("text", "审批流程：读不出来。应为“名称: 值”的形式。"),
        ({**chain(), "owner": 1}, "审批流程：不认识“owner”。可以写的有：key、title、overseers、steps。"),
        ({"key": "care", "title": "报名", "steps": []}, "审批流程：steps 应为列表，至少一项，现为 []"),
        ({**chain(), "title": ""}, "审批流程：title 应为文字，前后不留空格，现为 ''。请写明 title 的文字。"),
        ({**chain(), "overseers": "x"}, "审批流程：overseers 应为一列代号，现为 'x'。请写成 overseers"),
        ({**chain(), "steps": ["x"]}, "第 1 步：读不出来。应为“名称: 值”的形式。"),
        (chain(key="班级"), "第 1 步：key 不能是 '班级'。请用小写字母、数字和下划线，以字母开头，不超过 60 个字符。"),
        (chain(skip_if=["x"]), "第 1 步：跳过条件读不出来。跳过条件应为“名称: 值”的形式。"),
        (chain(due_days=1.5), "第 1 步：due_days 应为教学日的天数，现为 1.5。请写一个整数，或者不写。"),
        (chain(due_days=True), "第 1 步：due_days 应为教学日的天数，现为 True。请写一个整数，或者不写。"),
        (chain(nobody="ask"), "第 1 步：nobody 不能是 'ask'。可以写的有：wait、skip、escalate。"),
        (chain(by_family="yes"), "第 1 步：by_family 不能是 'yes'。请写 true 或 false。"),
        (chain(completion="ratio"), "第 1 步：通过比例和 completion 对不上。completion 写 ratio 的要写 percent"),
        (chain(percent=50), "第 1 步：通过比例和 completion 对不上。completion 写 ratio 的要写 percent"),
        (chain(skip_if={"fact": "x"}), "第 1 步：skip_if 应为列表，至少一项，现为 {'fact': 'x'}"),
        (
            chain(skip_if=[{"fact": "clubs", "comparison": "is", "value": [1]}]),
            "第 1 步：value 不能是 [1]。请写文字、整数、true 或 false。",
        ),
        (chain(when="x"), "不认识“when”"),
    ],
)
def test_what_cannot_be_read_says_where_and_what_to_write(plain, said):
    with pytest.raises(DefinitionUnreadable) as unreadable:
        definition_from_plain(plain, 1)
    assert said in str(unreadable.value)
