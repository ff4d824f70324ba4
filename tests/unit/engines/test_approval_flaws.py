"""A chain is looked through before it is published: what is wrong is said with the step and what would be right."""

from dataclasses import replace

import pytest

from engines.approval import Comparison, Completion, Condition, Definition, Mode, Nobody, Overdue, flaws
from tests.unit.engines.chain import BASIC_CARE_ALONE, CLASS, HEAD, MEMBERS, SCHOOL

FACTS = {"clubs": int, "ground": str}


def found(*steps):
    return [(flaw.step, flaw.words) for flaw in flaws(Definition(key="care", version=1, steps=steps), MEMBERS, FACTS)]


def test_the_usual_chain_has_no_flaw():
    assert found(CLASS, SCHOOL, HEAD) == []


def test_a_chain_has_a_step():
    assert found() == [(None, "至少要有一步。")]


def test_those_who_oversee_a_chain_are_a_group_there_is():
    chain = Definition(key="care", version=1, steps=(CLASS,), overseers=("dean",))
    assert [flaw.words for flaw in flaws(chain, MEMBERS, FACTS)] == ["没有“dean”这个岗位，请从列出的岗位里选。"]


def test_two_steps_do_not_go_by_one_name():
    assert found(CLASS, replace(SCHOOL, key="class")) == [("class", "有 2 步的代号都是“class”，请改成不同的代号。")]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"groups": ()}, "没有写由谁办理，请选一个岗位。"),
        ({"groups": ("dean",)}, "没有“dean”这个岗位，请从列出的岗位里选。"),
        ({"fallback": ("dean",)}, "没有“dean”这个岗位，请从列出的岗位里选。"),
        ({"nobody": Nobody.ESCALATE}, "没有人办理时要交给别的岗位，请选交给哪个岗位。"),
        ({"completion": Completion(mode=Mode.RATIO, percent=0)}, "通过比例是 0%，请写 1 到 100。"),
        ({"completion": Completion(mode=Mode.RATIO, percent=101)}, "通过比例是 101%，请写 1 到 100。"),
        ({"due_days": 0}, "办理期限是 0 个教学日，请写 1 或更多，或者不写。"),
        (
            {"by_family": True, "nobody": Nobody.ESCALATE, "fallback": ("principal",)},
            "家长签字的一步不能交给别人，逾期请选“告诉上一级”，没有人办理请选“等待”或“跳过”。",
        ),
        ({"remind_days": 0}, "第 0 个教学日提醒，请写 1 或更多，并且不晚于办理期限。"),
        ({"due_days": 2, "remind_days": 3}, "第 3 个教学日提醒，请写 1 或更多，并且不晚于办理期限。"),
        ({"overdue": Overdue.NOTIFY, "superiors": ("principal",)}, "逾期以后要处理，请写办理期限。"),
        ({"overdue": Overdue.NOTIFY, "due_days": 2}, "逾期以后要告诉或交给上一级，请选上一级的岗位。"),
        ({"superiors": ("dean",)}, "没有“dean”这个岗位，请从列出的岗位里选。"),
        (
            {
                "completion": Completion(mode=Mode.ALL), "overdue": Overdue.REASSIGN, "due_days": 2,
                "superiors": ("principal",),
            },
            "每个人都要签的一步不能改派给别人，逾期请选“告诉上一级”。",
        ),
        (
            {"skip_if": (replace(BASIC_CARE_ALONE, fact="income"),)},
            "跳过条件里的“income”不是申请表上的内容，请从列出的内容里选。",
        ),
        (
            {"skip_if": (replace(BASIC_CARE_ALONE, value="0"),)},
            "跳过条件里“clubs”的值写法不对，请照申请表的写法写。",
        ),
        (
            {"skip_if": (Condition(fact="ground", comparison=Comparison.AT_MOST, value="a"),)},
            "跳过条件里的“ground”不是数，只能写“是”或“不是”。",
        ),
    ],
)
def test_what_is_wrong_with_a_step_is_said_with_what_would_be_right(changed, words):
    assert found(replace(SCHOOL, **changed)) == [("school", words)]
