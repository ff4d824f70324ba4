"""Posts: given and ended by the office, at once or on their day; nobody ends the last of it or rises above it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from contracts.actor import Grant, Role
from contracts.directory.post import EndPost, GivePost, ReadStaff
from contracts.directory.school import StaffGranted
from contracts.errors import Conflict, InvalidRequest, NotFound, NotSignedIn
from plumbing import clock
from plumbing.caller import Caller
from plumbing.ids import new_id
from services.directory.application.posts.deciding import end_post, give_post
from services.directory.application.posts.read_staff import read_staff
from services.directory.application.posts.turning import turn_posts
from services.directory.application.rolls.roll import RollColleague

DAY = 86_400


class School:
    """The first school's office at work, beside the head teacher of 三（2）班."""

    def __init__(self, stage, person):
        self.stage, self.store = stage, stage.store
        self.wu = person
        office = RollColleague(
            staff_id=new_id(), person_id=self.wu.person_id, grants=(Grant(role=Role.ACADEMIC_OFFICE),)
        )
        roll = stage.with_first_school(staff=(*stage.first.staff, office))
        stage.take_in(replace(roll, people=(*roll.people, self.wu)))
        self.office = stage.actors(self.wu)[0]

    def as_principal(self):
        return replace(self.office, person_id=new_id(), grants=(Grant(role=Role.PRINCIPAL),))

    def staff(self, actor=None, who=None):
        ask = ReadStaff(person_id=who and who.person_id)
        return self.store.query(read_staff, ask, _caller(actor or self.office)).colleagues

    def posts(self, who):
        (one,) = self.staff(who=who)
        return [(post.role, post.first, post.last) for post in one.posts]

    def gives(self, who, role, actor=None, **how):
        ask = GivePost(person_id=who.person_id, role=role, **how)
        return self.store.change(give_post, ask, _caller(actor or self.office))

    def ends(self, who, role, actor=None, **scope):
        ask = EndPost(person_id=who.person_id, role=role, **scope)
        return self.store.change(end_post, ask, _caller(actor or self.office))

    def a_new_day(self):
        self.store.take_in(lambda unit, _: turn_posts(unit), None, self.stage.within(self.stage.first))

    def told(self, who):
        return [e.grants for e in self.stage.news() if isinstance(e, StaffGranted) and e.person_id == who.person_id]


def _caller(actor):
    return Caller(actor=actor, call="test", request_id="test")


@pytest.fixture
def school(stage):
    return School(stage, stage._person("office"))


def in_days(days):
    return clock.today() + timedelta(days=days)


def roles(actors):
    return {role for actor in actors for role in actor.roles()}


def test_the_office_sees_who_holds_what(school, stage):
    head = next(one for one in school.staff() if one.person_id == stage.head.person_id)
    assert [(post.role, post.class_id) for post in head.posts] == [
        (Role.HEAD_TEACHER, stage.third.class_id), (Role.TEACHER, stage.third.class_id)
    ]
    assert (head.has_account, head.second_factor, head.own) == (True, False, False)


def test_a_post_is_held_at_once_and_announced_with_all_the_others(school, stage):
    school.gives(stage.head, Role.GRADE_LEAD, grade=3)
    assert Role.GRADE_LEAD in roles(stage.actors(stage.head))
    assert [grant.role for grant in school.told(stage.head)[-1]] == [
        Role.HEAD_TEACHER, Role.TEACHER, Role.GRADE_LEAD
    ]


def test_given_twice_it_is_held_once(school, stage):
    for _ in range(2):
        school.gives(stage.head, Role.GRADE_LEAD, grade=3)
    assert [role for role, *_ in school.posts(stage.head)].count(Role.GRADE_LEAD) == 1
    assert len(school.told(stage.head)) == 2


def test_an_ended_post_is_over_at_once_and_the_rest_stays(school, stage):
    school.ends(stage.head, Role.HEAD_TEACHER, class_id=stage.third.class_id)
    assert roles(stage.actors(stage.head)) == {Role.TEACHER}
    with pytest.raises(NotFound):
        school.ends(stage.head, Role.HEAD_TEACHER, class_id=stage.third.class_id)


def test_whoever_loses_the_last_post_holds_nothing_and_that_is_announced(school, stage):
    school.ends(stage.head, Role.HEAD_TEACHER, class_id=stage.third.class_id)
    school.ends(stage.head, Role.TEACHER, class_id=stage.third.class_id, subject="数学")
    assert school.told(stage.head)[-1] == ()
    assert stage.actors(stage.head) == ()


def test_a_post_begins_on_its_day_and_is_over_after_its_last_by_itself(school, stage, later):
    school.gives(stage.head, Role.GRADE_LEAD, grade=3, first=in_days(2), last=in_days(3))
    assert school.posts(stage.head)[-1] == (Role.GRADE_LEAD, in_days(2), in_days(3))
    assert Role.GRADE_LEAD not in roles(stage.actors(stage.head))
    for day, held in ((1, False), (2, True), (3, True), (4, False)):
        later(DAY)
        for _ in range(2):
            school.a_new_day()
        assert (Role.GRADE_LEAD in roles(stage.actors(stage.head))) is held, day
    assert [len(grants) for grants in school.told(stage.head)] == [2, 3, 2]


def test_a_post_that_is_yet_to_begin_can_be_ended(school, stage, later):
    school.gives(stage.head, Role.GRADE_LEAD, grade=3, first=in_days(1))
    school.ends(stage.head, Role.GRADE_LEAD, grade=3)
    later(DAY)
    school.a_new_day()
    assert Role.GRADE_LEAD not in roles(stage.actors(stage.head))


def test_the_days_of_a_post_that_is_held_can_be_changed(school, stage, later):
    school.gives(stage.head, Role.TEACHER, class_id=stage.third.class_id, subject="数学", last=in_days(0))
    school.gives(stage.head, Role.TEACHER, class_id=stage.third.class_id, subject="数学", last=in_days(5))
    later(DAY)
    school.a_new_day()
    assert Role.TEACHER in roles(stage.actors(stage.head))


def test_a_roll_that_says_the_same_again_leaves_the_last_day_as_it_is(school, stage):
    school.gives(stage.head, Role.TEACHER, class_id=stage.third.class_id, subject="数学", last=in_days(5))
    grants = (*school.told(stage.head)[0], Grant(role=Role.GRADE_LEAD, grade=3))
    more = replace(stage.first.staff[0], grants=grants)
    stage.take_in(stage.with_first_school(staff=(more,)))
    if stage.store.__class__.__name__ == "RealStore":
        assert (Role.TEACHER, None, in_days(5)) in school.posts(stage.head)


@pytest.mark.parametrize(
    ("role", "scope", "field"),
    [
        (Role.TEACHER, {"subject": "数学"}, "class_id"), (Role.GRADE_LEAD, {}, "grade"),
        (Role.GRADE_LEAD, {"grade": 8}, "grade"), (Role.HEAD_TEACHER, {"class_id": new_id()}, "class_id"),
        (Role.ACADEMIC_OFFICE, {"grade": 3}, "grade"), (Role.GUARDIAN, {}, "role"), (Role.DISTRICT_OFFICE, {}, "role"),
        (Role.GRADE_LEAD, {"grade": 3, "last": in_days(-1)}, "last"),
        (Role.GRADE_LEAD, {"grade": 3, "first": in_days(9), "last": in_days(8)}, "last"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would_pass(role, scope, field, school, stage):
    with pytest.raises(InvalidRequest) as refused:
        school.gives(stage.head, role, **scope)
    assert list(refused.value.details["fields"]) == [field]


def test_the_last_of_the_office_is_neither_ended_nor_given_a_last_day(school, stage):
    for attempt in (
        lambda: school.ends(school.wu, Role.ACADEMIC_OFFICE, actor=school.as_principal()),
        lambda: school.gives(school.wu, Role.ACADEMIC_OFFICE, last=in_days(30)),
    ):
        with pytest.raises(Conflict):
            attempt()
    school.gives(stage.head, Role.ACADEMIC_OFFICE)
    school.ends(school.wu, Role.ACADEMIC_OFFICE, actor=school.as_principal())
    assert stage.actors(school.wu) == ()


def test_somebody_without_an_account_does_not_keep_the_office(school, stage):
    newcomer = replace(stage._person("newcomer"), login=None)
    colleague = RollColleague(staff_id=new_id(), person_id=newcomer.person_id, grants=())
    stage.take_in(replace(
        stage.with_first_school(staff=(colleague,)), people=(*stage.roll.people, school.wu, newcomer)
    ))
    school.gives(newcomer, Role.ACADEMIC_OFFICE)
    with pytest.raises(Conflict):
        school.ends(school.wu, Role.ACADEMIC_OFFICE, actor=school.as_principal())


def test_nobody_ends_their_own_office_and_the_office_makes_no_principal(school, stage):
    school.gives(stage.head, Role.ACADEMIC_OFFICE)
    with pytest.raises(Conflict):
        school.ends(school.wu, Role.ACADEMIC_OFFICE)
    for who in (school.wu, stage.head):
        with pytest.raises(InvalidRequest):
            school.gives(who, Role.PRINCIPAL)
    school.gives(stage.head, Role.PRINCIPAL, actor=school.as_principal())
    with pytest.raises(Conflict):
        school.ends(stage.head, Role.PRINCIPAL)


def test_another_schools_staff_is_nobody_here(school, stage):
    with pytest.raises(NotFound):
        school.gives(stage.principal, Role.GRADE_LEAD, grade=3)
    with pytest.raises(NotFound):
        school.staff(who=stage.principal)


def test_who_becomes_one_of_the_staff_signs_in_anew(school, stage):
    colleague = RollColleague(staff_id=new_id(), person_id=stage.parent.person_id, grants=())
    stage.take_in(stage.with_first_school(staff=(colleague,)))
    at_home = stage.sign_in(stage.parent)
    school.gives(stage.parent, Role.GRADE_LEAD, grade=3)
    with pytest.raises(NotSignedIn):
        stage.session(at_home.token)


def test_giving_and_ending_is_on_record(school, stage):
    school.gives(stage.head, Role.GRADE_LEAD, grade=3)
    school.ends(stage.head, Role.GRADE_LEAD, grade=3)
    done = {row[1] for row in stage.store.audited(stage.first.school_id) if row[0] == school.wu.person_id}
    assert {"give_post", "end_post"} <= done
