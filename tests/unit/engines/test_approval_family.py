"""Where a pupil applies, a guardian signs: that step is the family's own, and nobody else's."""

from dataclasses import replace

from engines.approval import Approve, Delegate, Nobody, State, Step, Transfer, What, Why
from tests.unit.engines.chain import CLASS, CLASS_TEACHER, FATHER, MOTHER, OFFICE, Way

SIGNED = Step(key="guardian", name="家长签字", groups=("guardian",), by_family=True)
GUARDIANS = {"guardian": frozenset({MOTHER, FATHER, "别人的妈妈"})}


def test_one_of_the_guardians_signs_and_the_case_goes_on():
    way = Way(SIGNED, CLASS, members=GUARDIANS)
    assert way.done_by(FATHER, Approve).at == "class"


def test_nobody_signs_for_a_family_that_is_not_theirs():
    way = Way(SIGNED, CLASS, members=GUARDIANS)
    for other in ("别人的妈妈", CLASS_TEACHER, OFFICE):
        assert way.refuses(other, Approve(task=1)) is Why.FAMILY_ONLY
    way = Way(SIGNED, CLASS, members=GUARDIANS, stand_ins={MOTHER: OFFICE})
    assert way.refuses(OFFICE, Approve(task=1)) is Why.FAMILY_ONLY


def test_a_signature_is_not_handed_out_of_the_family():
    way = Way(SIGNED, CLASS, members=GUARDIANS)
    assert way.refuses(MOTHER, Transfer(task=1, to=OFFICE, comment="请代签")) is Why.FAMILY_ONLY
    assert way.refuses(MOTHER, Delegate(task=1, to=CLASS_TEACHER)) is Why.FAMILY_ONLY
    assert way.done_by(MOTHER, Transfer, to=FATHER, comment="你来签").done_by(FATHER, Approve).at == "class"


def test_after_it_the_family_decides_nothing_more():
    way = Way(SIGNED, CLASS, members=GUARDIANS).done_by(MOTHER, Approve)
    assert way.refuses(MOTHER, Approve(task=2)) is Why.OWN_CASE


def test_where_no_guardian_is_known_the_step_says_so():
    way = Way(SIGNED, CLASS, members={"guardian": frozenset({"别人的妈妈"})})
    assert What.NOBODY_THERE in way.told
    assert way.state is State.RUNNING
    assert Way(replace(SIGNED, nobody=Nobody.SKIP), CLASS, members={"guardian": frozenset()}).at == "class"
