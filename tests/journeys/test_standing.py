"""Who stands where: a right or post that the office ends is over on every screen at once, one it gives is there."""

from tests.servers.promptly import within_a_second


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
    assert within_a_second(lambda: grandmother.open("/family").status == 404)
    grandmother.open("/").sees("您的账号现在没有对应的孩子，也没有学校的职务")
    grandmother.press("退出")
    assert grandmother.open("/family").path.startswith("/sign-in")


def test_a_post_is_there_as_soon_as_it_is_given_and_gone_as_soon_as_it_is_ended(phone, people, picture):
    teacher = people.teacher("英语")
    desk = phone(teacher).open("/applications")
    assert desk.status == 404

    office = office_of(phone, people).open("/school/staff")
    office.follow(teacher.name).follow("班主任")
    office.choose("三（2）班")
    office.press("任命")
    office.sees("职务已经给了", "三（2）班班主任")
    picture(office, "staff")
    assert within_a_second(lambda: desk.open("/applications").status == 200)

    office.follow("终止：三（2）班班主任")
    office.press("终止")
    office.sees("职务已经终止")
    assert within_a_second(lambda: desk.open("/applications").status == 404)


def test_whose_phone_is_lost_is_out_on_it_by_the_office_and_reads_so_on_the_next(phone, people):
    teacher = people.teacher("数学", of=(4, 1))
    lost = phone(teacher).open("/homework")
    assert lost.status == 200

    office = office_of(phone, people).open("/school/staff").follow(teacher.name).follow("退出所有设备")
    office.choose("手机或电脑丢了")
    office.press("退出所有设备")
    office.sees("所有设备都退出了")
    assert within_a_second(lambda: lost.open("/homework").path.startswith("/sign-in"))
    phone(teacher).open("/account").sees("教导处让您的 1 台设备退出了：手机或电脑丢了。")
