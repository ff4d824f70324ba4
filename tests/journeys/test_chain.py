"""A school changes who decides on its applications: one step more, before the last, with the picture at once (E4)."""

from contracts.actor import Role

SCHOOL = "hechuan"
"""A school of its own: on the others applications are on their way while this is told."""


def test_an_office_adds_a_step_and_publishes_its_chain(phone, people, picture, scripts):
    about, last = ("社团", "学校复核") if scripts else ("课后看护", "班级审核")
    office = phone(people.holder(Role.ACADEMIC_OFFICE, SCHOOL), scripts=scripts)
    office.open("/rules").follow("审批流程")
    office.sees("家长签字", "班级审核")
    office.follow(f"修改：{about}")

    office.follow("加一步")
    office.write("这一步叫什么", "年级审核")
    office.tick("年级组长")
    office.write("几个教学日内办完", "2")
    office.press("写进草稿")
    office.sees("已经写进草稿，公布以前什么也没有改变", "2 个教学日内")
    office.press_of("往前移", "年级审核")
    office.sees("顺序已经换了")
    picture(office, "chain")

    office.press("公布这个流程")
    office.sees("已经公布。以后提交的申请按新的流程，已经在办的还按原来的", "现行第 2 版")
    words = office.words
    assert words.index("家长签字") < words.index("年级审核") < words.index(last)
