"""The nation's text in a district: what the district has granted from it stands in the next text as well."""

from datetime import date

import pytest

from engines.policy import Layer, norm_from_plain, norm_to_plain
from plumbing.scope import Scope
from services.rulebook.application.nation import NationText, adopt
from services.rulebook.domain.carrying import GrantLost
from services.rulebook.domain.draft import Draft, LayerUnreadable
from tests.unit.engines.builders import cap, derogation

TODAY = date(2026, 11, 23)
AFTER = date(2027, 1, 21)
HOURS = {"measure": "all_home_maximum", "key": "hours", "title": "时长"}
GRANTED = {"hours": [derogation("a", value=90)]}


def left(minutes, **stated):
    """A norm that the nation leaves to the district to loosen."""
    return norm_from_plain({**norm_to_plain(cap(minutes, **HOURS)), "derogable_by": "district", **stated})


@pytest.fixture
def adopts(stage):
    """Adopt a text in the district; return what its norms grant, and the version."""

    def act(*norms, granted=None, today=TODAY):
        text = NationText(text=Draft(layer=Layer.NATIONAL, norms=norms), today=today, granted=granted or {})
        edition = stage.store.run(adopt, text, Scope(district_id=stage.district_id))
        return [[one.value for one in norm.derogations] for norm in edition.norms], edition.version

    return act


def test_a_newer_text_keeps_what_the_district_has_granted(adopts):
    assert adopts(cap(45), left(60), granted=GRANTED) == ([[], [90]], 1)
    assert adopts(cap(45), left(60)) == ([[], [90]], 1)
    assert adopts(left(70), cap(50)) == ([[90], []], 2)


def test_what_is_granted_twice_stands_once(adopts):
    adopts(left(60), granted=GRANTED)
    assert adopts(left(60), granted=GRANTED) == ([[90]], 1)


@pytest.mark.parametrize(
    ("next_text", "why"),
    [
        ([cap(45)], "没有这一条了"), ([cap(60, **HOURS)], "改由别的一层准予了"),
        ([left(95)], "不比第 1 行宽"),
    ],
)
def test_a_text_without_a_place_for_a_derogation_that_holds_is_refused_and_leaves_no_trace(
    stage, adopts, next_text, why
):
    adopts(left(60), granted=GRANTED)
    with pytest.raises(GrantLost, match=rf"规定“时长”：到 2027-01-20 的一条准予（周四下午教师集体学习）.*{why}"):
        adopts(*next_text)
    assert len(stage.news()) == 1


def test_a_derogation_that_is_over_does_not_hold_up_a_newer_text(adopts):
    adopts(left(60), granted=GRANTED)
    assert adopts(left(70), today=AFTER) == ([[90]], 2)
    assert adopts(cap(45), today=AFTER) == ([[]], 3)


@pytest.mark.parametrize("key", ["norm", "nowhere"])
def test_the_district_grants_nothing_from_what_the_nation_keeps_for_itself(stage, adopts, key):
    with pytest.raises(LayerUnreadable, match=f"没有由 district 准予放宽的 {key}"):
        adopts(cap(45), left(60), granted={key: [derogation("a")]})
    assert stage.news() == []
