"""Layers as files: read strictly, every refusal with the line or the norm."""

import pytest

from engines.policy import Layer, NormUnreadable
from services.rulebook.domain.draft import LayerUnreadable
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml
from services.rulebook.formats.strict_yaml import read_yaml

NORM = """\
  - key: {key}
    title: 每天书面作业总量
    measure: written_total_average
    bound: at_most
    unit: minutes
    force: refuse
    rows:
      - grades: 3-6
        value: 60
        effective_from: 2021-07-24
        clause: 小学三至六年级书面作业平均完成时间不超过60分钟。
        source: 文件
"""
GRANTED = """\
    derogations:
      - schools: [0190a8c1-0000-7000-8000-00000000000a]
        value: 75
        effective_from: 2026-09-01
        effective_to: 2027-01-20
        reason: 本学期校舍改造
        granted_by: 区教育局
"""


def layer(*norms, name="school"):
    return f"layer: {name}\nnorms:\n" + "".join(norms)


def test_a_layer_is_read_with_its_norms_which_need_not_repeat_it():
    draft = layer_from_yaml(layer(NORM.format(key="one"), NORM.format(key="two")))
    assert draft.layer is Layer.SCHOOL
    assert [(norm.key, norm.layer) for norm in draft.norms] == [("one", "school"), ("two", "school")]


def test_a_layer_writes_what_it_grants_beneath_its_own_norm():
    (norm,) = layer_from_yaml(layer(NORM.format(key="one") + GRANTED, name="district")).norms
    assert [(granted.value, granted.granted_by) for granted in norm.derogations] == [(75, "区教育局")]


def test_a_layer_may_have_no_norms_of_its_own():
    assert layer_from_plain("school", []).norms == ()


def test_dates_need_no_quotes_and_digits_are_numbers():
    assert read_yaml("a: 2021-07-24\nb: 60\nc: 1-2\nd: no\ne: 007\nf: '60'") == {
        "a": "2021-07-24", "b": 60, "c": "1-2", "d": "no", "e": "007", "f": "60",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "第 3 行：“a”写了两次"),
        ("a: &x 1\nb: *x\n", "第 2 行：不能用"),
        ("a: [1, 2\nb: 3\n", "第 2 行读不出来"),
        ("a: !!python/name:os.system\n", "第 1 行读不出来"),
        ("? [a]\n: 1\n", "第 1 行：冒号前应为一个名称"),
        ("[" * 1000, "套了太多层"),
        ("a: \x00\n", "读不出来"),
    ],
)
def test_a_file_that_says_things_twice_or_not_at_all_is_refused_with_its_line(text, said):
    with pytest.raises(LayerUnreadable, match=said):
        read_yaml(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "layer 和 norms"),
        ("layer: school\nnorms: []\nauthor: 教导处\n", "layer 和 norms"),
        ("layer: town\nnorms: []\n", "layer 不能是 'town'"),
        ("layer: school\nnorms: 60\n", "应为列表"),
        ("layer: school\nnorms: [60]\n", "读不出来"),
        (layer(NORM.format(key="one"), NORM.format(key="one")), "one 写了不止一次"),
        (layer(NORM.format(key="one") + "    layer: national\n"), "one 不属于 school"),
        (layer(NORM.format(key="one") + "    layer: national\n" + GRANTED), "要放宽，由那一层准予"),
        ("layer: school\nnorms: []\nderogations: []\n", "由制定它的那一层来写"),
    ],
)
def test_what_is_no_layer_is_refused_and_told_what_one_is(text, said):
    with pytest.raises(LayerUnreadable, match=said):
        layer_from_yaml(text)


def test_a_norm_that_cannot_be_read_is_named_with_its_row():
    with pytest.raises(NormUnreadable, match="规定“one”第 1 行"):
        layer_from_yaml(layer(NORM.format(key="one").replace("60\n", "sixty\n", 1)))
