"""Who stands where: a right or post that the office ends is over on every screen at once, one it gives is there."""

from gateway.session import COPY_SECONDS
from ops.running import wait_for

LONG_BEFORE = COPY_SECONDS / 6
"""The pages say one second; a busy machine may take a little longer, a copy of the session much longer."""


def office_of(phone, people):
    return phone(people.on_card("教导处"))


def test_a_right_that_the_office_ends_is_over_on_the_familys_screen_and_stays_known(phone, people, picture):
    child = people.children()[-2]
    guardian = child.guardians[0]
    family = phone(guardian).open("/family")
    family.sees(child.name)
    family.follow(f"{child.name}的监护人").sees(guardian.name, "第一监护人")

    office = office_of(phone, people).open("/school/classes").follow("三（2）班").follow(f"监护人：{child.name}")
    office.follow(f"终止：{guardian.name}")
    office.choose("监护权变更（判决书或协议）")
    office.press("终止")
    office.sees("以前的监护人", "监护权变更")
    picture(office, "guardians")
    assert wait_for(lambda: child.name not in family.open("/family").words, LONG_BEFORE)

    office.follow("添加一位监护人")
    office.write("姓名", guardian.name)
    office.choose("妈妈")
    office.write("手机号", guardian.phone)
    office.press("添加")
    office.sees("已经添加", f"{guardian.name} · 妈妈")
    assert wait_for(lambda: child.name in family.open("/family").words, LONG_BEFORE)


def test_a_post_is_there_as_soon_as_it_is_given_and_gone_as_soon_as_it_is_ended(phone, people, picture):
    teacher = people.teacher("英语")
    desk = phone(teacher).open("/class/applications")
    assert desk.status == 404

    office = office_of(phone, people).open("/school/staff")
    office.follow(teacher.name).follow("班主任")
    office.choose("三（2）班")
    office.press("任命")
    office.sees("职务已经给了", "三（2）班班主任")
    picture(office, "staff")
    assert wait_for(lambda: desk.open("/class/applications").status == 200, LONG_BEFORE)

    office.follow("终止：三（2）班班主任")
    office.press("终止")
    office.sees("职务已经终止")
    assert wait_for(lambda: desk.open("/class/applications").status == 404, LONG_BEFORE)
