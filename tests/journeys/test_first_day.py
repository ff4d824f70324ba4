"""The first day of a school: from the operator's command to a homework that a guardian has read, all by the pages."""

from datetime import timedelta

from plumbing import clock
from tests.journeys.board import Board
from tests.journeys.homework import SettingHomework, Task
from tests.journeys.new_school import CODE, NAME, OFFICE_PHONE, Operator, Workbook
from tests.journeys.office import activate, cards_on, comes_to_stand_there, hand_in, take_in

THE_CLASS, HEAD = "三（2）班", "戴峰"
FIRST = Task(content="给家人读一段课文", minutes=10, kind="口头·阅读", teaching=f"{THE_CLASS} · 语文")


def test_a_new_school_is_at_work_on_its_first_day(phone, house_up, picture, tmp_path):
    operator, staff, pupils = Operator(house_up, tmp_path), Workbook.of("staff"), Workbook.of("pupils")
    operator.opens_the_district()
    card = operator.opens_the_school()

    office = phone()
    activate(office, card, OFFICE_PHONE[-4:])
    office.open("/").sees(NAME)
    picture(office, "start-home")

    marks_the_sports_day(office)
    takes_in(office, staff, "教职工名册", picture, "start-staff")
    takes_in(office, pupils, "学生名册", picture, "start-pupils")

    office.open("/school/staff/cards").press("打印")
    of_staff = {each.name: each for each in cards_on(office)}
    picture(office, "start-cards", since=".q-voucher", until=".q-voucher >> nth=1")

    head = phone()
    activate(head, of_staff[HEAD], staff.last_four(HEAD))
    head.open("/").follow("本班学生").follow("给家长打印激活卡")
    head.press("打印")
    of_families = cards_on(head)

    family, of_family = phone(), of_families[0]
    child = of_family.children[0]
    activate(family, of_family, pupils.last_four(of_family.name, of_child=child))
    family.sees(child, "没有作业。")

    setting = SettingHomework(head)
    setting.publish(FIRST)
    head.sees("已发布到公示栏")
    picture(head, "start-published")
    published = head.path

    family.comes_to_see("/inbox", "未读：语文作业：约 10 分钟")
    family.follow("未读：语文作业：约 10 分钟")
    family.follow("看作业内容")
    family.sees(FIRST.content)
    picture(family, "start-read")
    head.comes_to_see(published, "已读 1/")
    Board(phone(), setting.day, of_class=THE_CLASS, school=CODE).look().piece(FIRST.content)


def marks_the_sports_day(office):
    """The school's calendar says what the district's does not."""
    office.open("/").follow("校历管理").follow("标注一天")
    office.write("日期", (clock.today() + timedelta(days=30)).isoformat())
    office.choose("放假")
    office.write("名称", "秋季运动会")
    office.write("为什么改", "校务会决定")
    office.press("保存到校历")
    office.sees("校历已更新", "秋季运动会，放假")


def takes_in(office, workbook, kind, picture, name):
    """A roster was checked, shown with its dirt, and taken in."""
    hand_in(office, workbook.content, named=f"{kind}.xlsx", of=kind)
    comes_to_stand_there(office, "检查结果")
    office.sees("会新开的班" if kind == "教职工名册" else "下载标注好的表格")
    picture(office, name)
    assert take_in(office) > 30
