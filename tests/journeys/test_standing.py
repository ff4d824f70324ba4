"""Who stands where: a right or post that the office ends is over on every screen at once, one it gives is there."""

from gateway.session import COPY_SECONDS
from ops.running import wait_for

LONG_BEFORE = COPY_SECONDS / 6
"""The pages say one second; a busy machine may take a little longer, a copy of the session much longer."""


def office_of(phone, people):
    return phone(people.on_card("教导处"))


def test_whom_a_family_lets_in_sees_the_child_until_the_office_ends_it(phone, people, picture):
    child = people.children()[-2]
    family = phone(child.guardians[0]).open("/family").follow(f"{child.name}的监护人")
    family.sees("第一监护人", "（您自己）")
    family.follow("添加一位监护人")
    family.write("姓名", "李秀兰")
    family.choose("祖辈")
    family.write("手机号", "139 1234 5678")
    family.press("添加")
    family.sees("已经添加", "李秀兰 · 祖辈")
    with family.page.expect_navigation():
        family.page.get_by_role("button", name="李秀兰").click()
    code = family.page.locator(".q-voucher__code").inner_text()

    grandmother = phone().open(f"/activate#{code}")
    grandmother.write("手机号后四位", "5678")
    grandmother.write("设一个密码", "tang ren jie 87 hao")
    grandmother.press("激活")
    grandmother.sees(child.name)

    office = office_of(phone, people).open("/school/classes").follow("三（2）班").follow(f"监护人：{child.name}")
    office.follow("终止：李秀兰")
    office.choose("不再照管孩子")
    office.press("终止")
    office.sees("已经终止", "以前的监护人", "不再照管孩子")
    picture(office, "guardians")
    assert wait_for(lambda: grandmother.open("/family").status == 404, LONG_BEFORE)
    grandmother.open("/").sees("您的账号现在没有对应的孩子，也没有学校的职务")
    grandmother.press("退出")
    assert grandmother.open("/family").path.startswith("/sign-in")


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
