"""From last term's programme to this one's, announced: the office on its screen, a family on its phone (E2, E7, E8)."""

from contracts.actor import Role

SCHOOLS = {True: "wangshu", False: "baita"}
"""A school of its own for each telling: a term has one programme."""


def test_an_office_writes_next_terms_programme_mends_what_the_norms_forbid_and_families_are_told(
    phone, people, picture, scripts
):
    school = SCHOOLS[scripts]
    office = phone(people.holder(Role.AFTER_SCHOOL_OFFICE, school), scripts=scripts)
    office.open("/").follow("课后服务方案")
    office.press("照最近一份开始写")
    office.sees("方案已经开始，公布以前家长看不到", "符合所有规定，可以公布。")

    office.follow("修改：放学后")
    office.write("开始时间", "16:00")
    office.press("写进方案")
    office.sees("不能公布：", "现为 90 分钟，少于 120 分钟", "这样就可以公布：", "改为 120 分钟")
    picture(office, "programme-refused", since=".q-title", until=".q-finding")
    office.follow("修改：放学后")
    office.write("开始时间", "15:30")
    office.press("写进方案")
    office.sees("符合所有规定，可以公布。")

    office.follow("加一个项目")
    office.choose("户外社团")
    office.write("名称", "跳绳")
    for day in ("周二", "周四"):
        office.tick(day)
    office.write("名额", "24")
    office.write("地点", "南操场")
    office.tick("志愿者")
    office.press("写进方案")
    office.sees("项目已经写进方案", "跳绳", "24 个名额")
    picture(office, "programme", since=".q-title", until=".q-week-of")

    office.follow("公布")
    office.write("报名到哪天为止", "")
    office.press("公布")
    office.sees("已经公布，家长马上会收到消息")

    mother = phone(people.family_of(school), scripts=scripts)
    mother.comes_to_see("/inbox", "课后服务开始报名")
    mother.follow("课后服务开始报名")
    mother.follow("看公布的内容")
    mother.sees("课后服务")
    office.comes_to_see(office.path, "1 人看过")
