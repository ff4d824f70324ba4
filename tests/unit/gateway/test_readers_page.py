"""谁看过: a family sees in which roles its child was looked at, the office sees by whom."""

from tests.unit.gateway.houses.people import FIVE_ONE, HAORAN, THREE_TWO, YIMING
from tests.unit.gateway.person import Person


def test_a_family_finds_the_roles_and_no_name(mother: Person) -> None:
    mother.opens(f"/family?child={YIMING}")
    mother.opens(mother.page.links["谁看过李一鸣的信息"])
    assert "班主任、任课教师" in mother.page.words
    assert "这一天 2 次" in mother.page.words
    assert "王秀英" not in mother.page.words


def test_another_familys_child_is_not_there(mother: Person) -> None:
    mother.opens(f"/children/{HAORAN}/readers")
    assert mother.status == 404


def test_the_office_finds_who_it_was_on_the_way_through_the_class(principal: Person) -> None:
    principal.opens("/")
    principal.opens(principal.page.links["班级"])
    principal.opens(principal.page.links["三（2）班"])
    principal.opens(principal.page.links["陈浩然"])
    assert "王秀英 · 班主任、任课教师" in principal.page.words


def test_earlier_days_are_a_page_further(principal: Person) -> None:
    principal.opens(f"/children/{HAORAN}/readers?until=2026-10-30")
    assert "2026年10月1日 周四到2026年10月30日 周五" in principal.page.words
    assert principal.page.links["再往前三十天"].endswith("until=2026-09-30")


def test_days_that_are_none_are_not_there(principal: Person) -> None:
    principal.opens(f"/children/{HAORAN}/readers?until=yesterday")
    assert principal.status == 404


def test_a_head_teacher_finds_the_own_class_and_no_other(teacher: Person) -> None:
    teacher.opens("/")
    teacher.opens(teacher.page.links["本班学生"])
    assert "陈浩然" in teacher.page.words
    assert "谁看过" not in teacher.page.words
    teacher.opens(f"/school/classes/{FIVE_ONE}")
    assert teacher.status == 404
    teacher.opens("/school/classes")
    assert teacher.status == 404


def test_a_family_has_no_way_to_a_class_list(mother: Person) -> None:
    mother.opens(f"/school/classes/{THREE_TWO}")
    assert mother.status == 404
