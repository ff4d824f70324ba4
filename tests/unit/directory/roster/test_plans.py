"""What taking in a roster would do: who comes, moves, changes, leaves; the second time nothing."""

from datetime import date

import pytest

from services.directory.domain.roster.standing import Held, KnownPerson, StandingColleague
from services.directory.domain.roster.whole import Whole
from tests.unit.directory.roster.sheets import (
    FOURTH,
    OFFICE,
    PRINCIPAL,
    THIRD,
    a_school,
    colleague,
    judged_pupils,
    judged_staff,
    kinds,
    number,
    pupil,
    pupils_plan,
    refused_rows,
    staff_plan,
    standing_pupil,
    the_school_of,
    words,
)

HEADS = Held(role="head_teacher", class_key=THIRD)


def test_children_nobody_knows_are_new_and_so_are_their_classes():
    plan = pupils_plan(judged_pupils(pupil(1), pupil(2, of_class="三（4）班")), a_school())
    assert kinds(plan) == ["new", "new"]
    assert [key.name for key in plan.opened] == ["三（4）班"]


def test_a_class_opened_for_one_child_alone_is_questioned():
    rows = pupil(1), pupil(2, of_class="三（9）班"), pupil(3, of_class="三（4）班"), pupil(4, of_class="三（4）班")
    plan = pupils_plan(judged_pupils(*rows), a_school())
    assert [(one.row, str(one.force)) for one in plan.findings] == [(3, "warn")]
    assert kinds(plan) == ["new"] * 4


def test_a_school_that_has_it_all_already_is_not_changed():
    plan = pupils_plan(judged_pupils(pupil(1), pupil(2)), the_school_of(1, 2), Whole.SCHOOL)
    assert kinds(plan) == ["unchanged", "unchanged"]


def test_a_child_in_another_class_has_moved():
    plan = pupils_plan(judged_pupils(pupil(1, of_class="三（2）班")), the_school_of(1))
    assert [(str(one.change), one.was, one.becomes) for one in plan.changes] == [("moved", THIRD, FOURTH)]


@pytest.mark.parametrize(("kept", "what"), [
    ({"name": "王晓明"}, "姓名"), ({"born_on": date(2017, 5, 7)}, "出生日期"),
    ({"guardians": (("somebody else", "father"),)}, "监护人"), ({"guardians": (("guardian 1", "mother"),)}, "监护人"),
])
def test_what_is_said_otherwise_is_named(kept, what):
    plan = pupils_plan(judged_pupils(pupil(1)), the_school_of(1, **kept))
    assert [(str(one.change), one.what) for one in plan.changes] == [("changed", (what,))]


def test_what_a_row_leaves_empty_it_does_not_take_away():
    row = (*pupil(1)[:4], "", "", "", "")
    assert kinds(pupils_plan(judged_pupils(row), the_school_of(1))) == ["unchanged"]


def test_a_child_kept_without_number_is_known_by_name_and_birth_date_and_gets_the_number():
    school = a_school(pupils=[standing_pupil(1, numbered=False, guardians=())])
    (change,) = pupils_plan(judged_pupils(pupil(1)), school).changes
    assert change.stands.pupil_id == "pupil 1"
    assert "学籍号" in change.what


def test_two_rows_of_one_child_of_the_school_are_refused_from_the_second_on():
    bare = ("", *pupil(1)[1:])
    plan = pupils_plan(judged_pupils(pupil(1), bare), the_school_of(1))
    assert refused_rows(plan.findings) == [3]


@pytest.mark.parametrize(("whole", "left"), [
    (Whole.PART, []), (Whole.CLASSES, ["pupil 2"]), (Whole.SCHOOL, ["pupil 2", "pupil 3"]),
])
def test_who_is_missing_has_left_only_where_the_file_is_said_to_be_all(whole, left):
    school = the_school_of(1, 2, 3)
    school = a_school(
        pupils=[*school.pupils[:2], standing_pupil(3, class_key=FOURTH), standing_pupil(4, class_key=None)],
        numbered=school.numbered, people=school.people,
    )
    plan = pupils_plan(judged_pupils(pupil(1)), school, whole)
    assert [one.stands.pupil_id for one in plan.changes if str(one.change) == "left"] == left


def test_nobody_leaves_while_a_row_cannot_be_read():
    plan = pupils_plan(judged_pupils(pupil(1), pupil(2, of_class="坏")), the_school_of(1, 2), Whole.SCHOOL)
    assert kinds(plan) == ["unchanged"]


def test_a_number_that_the_district_has_under_another_name_is_refused():
    school = a_school(people={"13800000001": KnownPerson(person_id="somebody", name="张三")})
    plan = pupils_plan(judged_pupils(pupil(1)), school)
    assert words(plan.findings) == ["这个号码已经登记给姓名不同的另一个人"]
    assert plan.changes == ()


def test_a_primary_school_has_no_grade_seven():
    row = (number(1), "王小明", "初一", "初一（1）班", "2013-05-06", "", "", "")
    plan = pupils_plan(judged_pupils(row), a_school())
    assert "本校没有这个年级" in words(plan.findings)


def test_a_colleague_holds_what_the_row_says():
    (change,) = staff_plan(judged_staff(colleague(1, heads="三（1）班", posts="教导主任")), a_school()).changes
    assert change.held == (
        Held(role="academic_office"), HEADS, Held(role="teacher", class_key=THIRD, subject="语文")
    )


def test_the_office_makes_no_principal_and_a_principal_does():
    judged = judged_staff(colleague(1, posts="校长"))
    by_office, by_principal = staff_plan(judged, a_school()), staff_plan(judged, a_school(), importer=PRINCIPAL)
    assert Held(role="principal") not in by_office.changes[0].held
    assert "校长的权限" in by_office.findings[0].what
    assert Held(role="principal") in by_principal.changes[0].held


def test_nobody_loses_their_own_office_by_their_own_file():
    held = (Held(role="academic_office"),)
    office = StandingColleague(staff_id="1", person_id=OFFICE.person_id, name="李老师", held=held)
    known = {"13900000001": KnownPerson(person_id=OFFICE.person_id, name="李老师")}
    school = a_school(staff=[office], people=known)
    (change,) = staff_plan(judged_staff(colleague(1)), school).changes
    assert Held(role="academic_office") in change.held
    assert kinds(staff_plan(judged_staff(colleague(2, name="王")), school, Whole.SCHOOL)) == ["new"]


def test_a_colleague_missing_from_the_whole_staff_holds_nothing_any_more():
    gone = StandingColleague(staff_id="1", person_id="gone", name="李老师", held=(HEADS,))
    plan = staff_plan(judged_staff(colleague(2)), a_school(staff=[gone]), Whole.SCHOOL)
    assert [(str(one.change), one.held) for one in plan.changes] == [
        ("new", (Held(role="teacher", class_key=THIRD, subject="语文"),)), ("left", ()),
    ]


def test_a_guardian_who_came_by_a_page_is_not_the_rosters_to_leave_out():
    school = the_school_of(
        1, guardians=(("guardian 1", "father"), ("grandmother", "grandparent")), invited=frozenset({"grandmother"})
    )
    assert kinds(pupils_plan(judged_pupils(pupil(1)), school)) == ["unchanged"]


def test_whose_right_the_school_has_ended_no_roster_brings_back():
    school = the_school_of(1, guardians=(), ended=frozenset({"guardian 1"}))
    plan = pupils_plan(judged_pupils(pupil(1)), school)
    assert (plan.changes, words(plan.findings)) == ((), ["学校已经终止这位监护人查看孩子信息的权利"])
