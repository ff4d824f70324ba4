"""What cannot be drafted is refused with where and what to write instead, and nothing is kept."""

import pytest

from contracts.errors import InvalidRequest
from contracts.rulebook.draft import BoundName
from engines.policy import Layer
from tests.store.rulebook.office import day
from tests.unit.engines.builders import cap


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"measure": "hours"}, "“看什么” 不能是 'hours'"),
        ({"value": ("三十",)}, "应为：0 到 1440 的整数"),
        ({"value": ("10", "20")}, "应为：0 到 1440 的整数"),
        ({"bound": BoundName.FORBIDDEN}, "不能用 forbidden"),
        ({"subjects": ("数学",)}, "不能按 “哪些学科” 划分"),
        ({"effective_to": day(-1)}, "“到哪一天为止” 早于 “从哪一天起”"),
        ({"norm": "no_such"}, "草案里没有“no_such”这一条"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_what_to_write_and_nothing_is_kept(office, wrong, words):
    with pytest.raises(InvalidRequest, match=words):
        office.writes(**{"minutes": 30, **wrong})
    assert office.draft().draft_id is None


def test_a_norm_cannot_become_one_of_another_matter(stage, school_id, office):
    stage.publish(Layer.SCHOOL, cap(60, layer="school"), school_id=school_id)
    with pytest.raises(InvalidRequest, match="要看别的，请另立一条"):
        office.writes(30, norm="norm", row=1)


def test_two_rows_for_the_same_day_are_refused(office):
    office.writes(30)
    with pytest.raises(InvalidRequest, match="管到同一情形、同一天"):
        office.writes(20, norm="written_home_maximum_at_most")


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("layer: [", "读不出来"),
        ("layer: national\nnorms: []", "您起草的是学校这一层"),
        ("layer: school\nnorms: []\nextra: 1", "没有别的"),
    ],
)
def test_a_document_that_is_not_this_layer_is_refused_with_the_place(office, document, words):
    with pytest.raises(InvalidRequest, match=words):
        office.writes_document(document)
