"""账号与安全: devices are ended, looks at a child are on record, and a password alone may open nothing."""

from dataclasses import replace

from plumbing.one_time import code_of, present_step
from tests.servers.promptly import within_a_second

CHOSEN = "tang ren jie 87 hao"


def test_who_ends_all_other_devices_is_alone_at_once(phone, people, picture):
    guardian = people.on_card("家长（两个孩子）")
    lost, own = phone(guardian), phone(guardian)
    assert lost.open("/family").status == 200

    own.open("/family").follow("账号与安全")
    own.sees("您正在用的这一台", "今天用过")
    picture(own, "account")
    own.press("退出其他所有设备")
    own.sees("其他设备都已经退出", "没有别的设备登录着您的账号。")

    assert within_a_second(lambda: lost.open("/family").path.startswith("/sign-in"))
    assert own.open("/family").path == "/family"


def test_a_family_sees_that_the_head_teacher_looked_and_the_office_sees_who_it_was(phone, people, picture):
    guardian, head = people.on_card("家长"), people.on_card("班主任")
    child = people.child_of(guardian)
    phone(head).open("/").follow("本班学生").sees(child.name)

    family = phone(guardian).open("/family").follow(f"谁看过{child.name}的信息")
    family.sees("班主任、任课教师", "您自己")
    family.does_not_see(head.name)
    picture(family, "readers")

    office = phone(people.on_card("教导处")).open("/school/classes").follow("三（2）班").follow(f"谁看过{child.name}")
    office.sees(f"{head.name} · 班主任、任课教师", f"{guardian.name} · 监护人")


def test_a_teachers_password_alone_opens_nothing_once_the_phones_code_is_asked_for(phone, people, picture):
    teacher = people.on_card("初中任课教师（数学）")
    desk = phone(teacher).open("/account").follow("两步验证")
    desk.press("打开两步验证")
    secret = desk.page.locator("main .q-number").inner_text().replace(" ", "")
    picture(desk, "second-step")
    desk.write("验证码", code_of(secret, present_step()))
    desk.press("打开")
    on_paper = desk.page.locator(".q-codes li").all_inner_texts()
    assert len(set(on_paper)) == 10

    telephone = phone(teacher)
    telephone.sees("再输一个验证码")
    assert telephone.open("/homework").path.startswith("/sign-in?")
    telephone.open("/sign-in/second").write("验证码", code_of(secret, present_step() + 1))
    telephone.press("登录")
    assert telephone.open("/homework").path == "/homework"

    desk.open("/account/second-step/end").write("验证码", on_paper[0])
    desk.press("关闭")
    desk.sees("两步验证已经关闭")


def test_a_family_that_has_a_card_is_in_with_a_password_of_its_own_and_the_old_one_is_void(phone, people, picture):
    child = people.children()[-1]
    guardian = child.guardians[0]
    office = phone(people.on_card("教导处")).open("/school/classes").follow("三（2）班").follow("给家长打印激活卡")
    office.choose(f"{child.name}的家长")
    office.press("打印")
    card = office.page.locator(".q-voucher", has_text=guardian.name)
    picture(office, "cards", since=".q-voucher", until=".q-voucher")

    family = phone().open(f"/activate#{card.locator('.q-voucher__code').inner_text()}")
    family.has_the_focus("手机号后四位")
    family.write("手机号后四位", guardian.phone[-4:])
    family.write("设一个密码", CHOSEN)
    picture(family, "activate")
    family.press("激活")
    family.sees("账号已经激活，以后用手机号和刚设的密码登录", child.name)

    by_phone = replace(guardian, login=guardian.phone, password=CHOSEN)
    assert phone(by_phone).open("/family").path == "/family"
    refused = phone(guardian)
    assert refused.path == "/sign-in"
