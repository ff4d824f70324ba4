"""账号与安全: what a person ends on one device is over on the other; who looked at a child is on record."""

from gateway.session import COPY_SECONDS
from ops.running import wait_for

LONG_BEFORE = COPY_SECONDS / 6


def test_who_ends_all_other_devices_is_alone_at_once(phone, people, picture):
    guardian = people.on_card("家长（两个孩子）")
    lost, own = phone(guardian), phone(guardian)
    assert lost.open("/family").status == 200

    own.open("/family").follow("账号与安全")
    own.sees("您正在用的这一台", "今天用过")
    picture(own, "account")
    own.press("退出其他所有设备")
    own.sees("其他设备都已经退出", "没有别的设备登录着您的账号。")

    assert wait_for(lambda: lost.open("/family").path.startswith("/sign-in"), LONG_BEFORE)
    assert own.open("/family").path == "/family"


def test_a_family_sees_that_the_head_teacher_looked_and_the_office_sees_who_it_was(phone, people, picture):
    guardian, head = people.on_card("家长"), people.on_card("班主任")
    child = people.child_of(guardian)
    phone(head).open("/").follow("本班学生").sees(child.name)

    family = phone(guardian).open("/family").follow(f"谁看过{child.name}的信息")
    family.sees("班主任、任课教师", "您自己")
    family.does_not_see(head.name)
    picture(family, "readers")

    office = phone(people.on_card("教导处")).open("/school/classes").follow("三（2）班").follow(child.name)
    office.sees(f"{head.name} · 班主任、任课教师", f"{guardian.name} · 监护人")
