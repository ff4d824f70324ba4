"""Bound words: how a number stands to its limit, in Chinese."""

from engines.policy.norm import Bound
from engines.policy.unit import Unit

_NUMBERS = {Bound.AT_MOST: ("不超过", "超过"), Bound.AT_LEAST: ("不少于", "少于")}
_TIMES = {Bound.AT_MOST: ("不晚于", "晚于"), Bound.AT_LEAST: ("不早于", "早于")}


def within(bound: Bound, unit: Unit) -> str:
    """Return what a number is that complies: "不超过"; a time "不晚于"."""
    return (_TIMES if unit is Unit.TIME else _NUMBERS)[bound][0]


def beyond(bound: Bound, unit: Unit) -> str:
    """Return what a number is that does not: "超过"; a time "晚于"."""
    return (_TIMES if unit is Unit.TIME else _NUMBERS)[bound][1]
