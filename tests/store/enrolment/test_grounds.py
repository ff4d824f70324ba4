"""Refusing basic care takes a ground, by a code: norms say which may be used, offices and district count them (E3)."""

import pytest

from contracts.actor import Actor, Grant, Role
from contracts.directory.erasure import PupilErased
from contracts.enrolment.approval import ApplicationDecided, Decision
from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.refusals import ReadDistrictRefusals, ReadRefusals
from contracts.errors import InvalidRequest, NotFound, RuleRefused
from plumbing.ids import new_id
from services.enrolment.application.refused import read_district_refusals, read_refusals
from tests.store.enrolment import cast
from tests.store.enrolment.office import FIVE_DAYS, nation_told, norm

CARE, CLUB = OfferingKind
FULL, UNSTATED, NOT_OURS = RefusalGround.FULL, RefusalGround.UNSTATED, RefusalGround.NOT_OUR_PUPIL
ONLY_THESE = norm(
    "grounds", "refusal_grounds", "one_of", ["not_our_pupil", "placed_already", "withdrawn"], about="application",
    offering_kinds=["basic_care"],
)


@pytest.fixture
def waiting(stage):
    """A family's application for basic care that waits for the head teacher."""
    stage.offer(cast.care())
    return lambda: stage.apply(stage.family(), care=(1,))


def lay_down(stage, *norms):
    stage.hear(nation_told(*norms), of_school=False)


def counts(found):
    return {one.ground: one.refused for one in found.grounds}


def part_of(application, kind=CARE):
    return next(part for part in application.parts if part.kind is kind)


def of_district(school_id):
    grants = (Grant(role=Role.DISTRICT_OFFICE),)
    return Actor(person_id=new_id(), district_id=cast.district_of(school_id), grants=grants)


def test_refusing_care_without_a_ground_is_sent_back_with_the_grounds_that_would_do(stage, waiting):
    application = waiting()
    with pytest.raises(InvalidRequest) as refused:
        stage.reject(application, "没有老师", ground=None)
    [words] = refused.value.details["fields"]["ground"]
    assert "名额已满" in words
    assert stage.read(application, stage.head).state is ApplicationState.SUBMITTED


def test_a_refusal_that_says_nothing_at_all_is_told_both_at_once(stage, waiting):
    with pytest.raises(InvalidRequest) as refused:
        stage.reject(waiting(), "", ground=None)
    assert set(refused.value.details["fields"]) == {"reason", "ground"}


def test_the_family_reads_the_ground_with_what_was_refused(stage):
    stage.offer(cast.care())
    guardian = stage.family()
    application = stage.apply(guardian, care=(1,))
    stage.reject(application, ground=FULL)
    assert part_of(stage.read(application, guardian)).ground is FULL


def test_the_ground_travels_as_a_code_with_the_decision(stage, waiting):
    application = waiting()
    stage.reject(application, ground=NOT_OURS)
    told = {name: getattr(application, name) for name in ("application_id", "pupil_id", "class_id")}
    assert stage.news_of(application)[-1] == ApplicationDecided(
        **told, decision=Decision.REJECT, kinds=(CARE,), ground=NOT_OURS
    )


def test_a_club_is_refused_by_words_alone(stage):
    stage.offer(cast.care())
    choir = stage.offer(cast.club())
    application = stage.apply(stage.family(), care=(1,), club=choir.offering_id)
    stage.reject(application, "名额留给高年级", kinds=(CLUB,), ground=None)
    seen = stage.read(application, stage.head)
    assert (part_of(seen, CLUB).state, part_of(seen, CLUB).ground) == (ApplicationState.REJECTED, None)
    assert part_of(seen).state is ApplicationState.SUBMITTED


def test_both_refused_at_once_leave_the_ground_with_the_care(stage):
    stage.offer(cast.care())
    choir = stage.offer(cast.club())
    application = stage.apply(stage.family(), care=(1,), club=choir.offering_id)
    stage.reject(application, ground=FULL)
    seen = stage.read(application, stage.head)
    assert (part_of(seen).ground, part_of(seen, CLUB).ground) == (FULL, None)


@pytest.mark.parametrize("decision", [Decision.APPROVE, Decision.RETURN])
def test_a_ground_means_nothing_to_another_decision(stage, waiting, decision):
    application = waiting()
    lay_down(stage, ONLY_THESE)
    stage.say(application, decision, "请看一下", ground=FULL)
    assert part_of(stage.read(application, stage.head)).ground is None


def test_a_ground_that_a_norm_forbids_is_refused_with_its_clause_and_nothing_happens(stage, waiting):
    lay_down(stage, ONLY_THESE)
    application = waiting()
    with pytest.raises(RuleRefused) as refused:
        stage.reject(application, ground=FULL)
    [finding] = refused.value.details["findings"]
    assert (finding["norm"], finding["clause"], finding["field"]) == ("grounds", "grounds 的条款", "ground")
    assert "不是本校学生" in finding["sentence"]
    assert stage.read(application, stage.head).state is ApplicationState.SUBMITTED


def test_a_ground_that_the_norms_allow_is_taken(stage, waiting):
    lay_down(stage, ONLY_THESE)
    assert stage.reject(waiting(), ground=NOT_OURS).state is ApplicationState.REJECTED


def test_a_norm_for_other_grades_forbids_nothing_here(stage, waiting):
    lay_down(stage, {**ONLY_THESE, "rows": [{**ONLY_THESE["rows"][0], "grades": [1, 2]}]})
    assert stage.reject(waiting(), ground=FULL).state is ApplicationState.REJECTED


def test_norms_on_the_childs_own_grade_bind(stage, waiting):
    lay_down(stage, {**ONLY_THESE, "rows": [{**ONLY_THESE["rows"][0], "grades": [3]}]})
    with pytest.raises(RuleRefused):
        stage.reject(waiting(), ground=FULL)


def test_what_else_is_laid_down_for_applications_is_not_asked_of_a_refusal(stage, waiting):
    papers = norm("agreement", "papers", "required", ["application"], about="application")
    lay_down(stage, papers, FIVE_DAYS, ONLY_THESE)
    with pytest.raises(RuleRefused):
        stage.reject(waiting(), ground=FULL)
    assert stage.reject(waiting(), ground=NOT_OURS).state is ApplicationState.REJECTED


def test_a_norm_in_principle_warns_and_does_not_refuse(stage, waiting):
    lay_down(stage, {**ONLY_THESE, "force": "warn"})
    assert stage.reject(waiting(), ground=FULL).state is ApplicationState.REJECTED


def test_while_the_norms_have_not_come_the_refusal_is_taken_and_its_ground_is_kept(stage, waiting):
    assert part_of(stage.reject(waiting(), ground=UNSTATED)).ground is UNSTATED


def test_one_no_of_several_that_is_outvoted_leaves_no_ground(stage):
    other = stage.employ(cast.head(stage.school_id, stage.class_id))
    stage.decide_by("head_teacher", version=2, completion="ratio", percent=50)
    stage.offer(cast.care())
    application = stage.apply(stage.family(), care=(1,))
    stage.reject(application, ground=FULL)
    approved = stage.approve(application, by=other)
    assert (approved.state, part_of(approved).ground) == (ApplicationState.APPROVED, None)


def test_an_office_counts_the_refusals_of_a_term_by_ground(stage, waiting, office):
    for ground in (FULL, NOT_OURS, FULL):
        stage.reject(waiting(), ground=ground)
    stage.approve(waiting())
    found = stage.ask(read_refusals, ReadRefusals(), office)
    assert (found.term, found.terms) == (cast.TERM, (cast.TERM,))
    assert counts(found) == {NOT_OURS: 1, FULL: 2}
    assert stage.ask(read_refusals, ReadRefusals(term=cast.TERM), office) == found


def test_a_term_in_which_nobody_was_refused_counts_nothing(stage, waiting, office):
    waiting()
    assert counts(stage.ask(read_refusals, ReadRefusals(), office)) == {}


def test_a_term_that_there_is_not_is_not_found_and_no_term_at_all_is_empty(stage, office):
    assert stage.ask(read_refusals, ReadRefusals(), office).term == ""
    stage.offer(cast.care())
    with pytest.raises(NotFound):
        stage.ask(read_refusals, ReadRefusals(term="没有的学期"), office)


def test_a_district_counts_its_schools_and_names_no_child(stage, waiting):
    application = waiting()
    stage.reject(application, ground=FULL)
    found = stage.ask(read_district_refusals, ReadDistrictRefusals(), of_district(stage.school_id))
    assert [(one.school_id, counts(one)) for one in found.schools] == [(stage.school_id, {FULL: 1})]
    for private in (application.application_id, application.pupil_id, application.class_id):
        assert private not in str(found.dump())


def test_a_school_that_refused_nobody_stands_in_its_districts_list(stage, waiting):
    waiting()
    found = stage.ask(read_district_refusals, ReadDistrictRefusals(), of_district(stage.school_id))
    assert [(one.school_id, one.grounds) for one in found.schools] == [(stage.school_id, ())]


def test_nobody_of_a_school_counts_a_district(stage, waiting, principal):
    stage.reject(waiting(), ground=FULL)
    assert stage.ask(read_district_refusals, ReadDistrictRefusals(), principal).schools == ()


def test_an_erased_child_is_counted_no_more(stage, waiting, office):
    application = waiting()
    stage.reject(application, ground=FULL)
    stage.hear(PupilErased(pupil_id=application.pupil_id), 2)
    assert counts(stage.ask(read_refusals, ReadRefusals(), office)) == {}
