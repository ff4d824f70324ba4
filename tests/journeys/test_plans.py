"""Nine plans as real schools decided them, each from its announcement to the roster of a club (E2 E3 E4 E7 E8 E10)."""

import pytest

from contracts.actor import Role

PLANS = {
    "a": "yunxi", "b": "songfeng", "c": "zhuli", "county-e": "maihe", "f": "lanting", "g": "qinghe", "h2": "shiqiao",
    "i": "xuefeng", "j": "luming",
}
GRADE = 2


@pytest.mark.parametrize("plan", PLANS)
def test_a_school_announces_its_plan_and_a_child_comes_by_the_schools_own_chain_onto_a_clubs_roster(
    phone, people, plan
):
    school, scripts = PLANS[plan], plan in ("a", "c", "f", "h2", "j")
    pupil_id, child, deciders = people.a_child_of(school, GRADE)

    office = phone(people.holder(Role.AFTER_SCHOOL_OFFICE, school), scripts=scripts)
    office.open("/after-school/programmes").press("照最近一份开始写")
    office.sees("符合所有规定，可以公布。")
    programme = office.path
    office.follow("公布")
    office.write("从哪天起可以报名", "2020-01-01")
    office.write("报名到哪天为止", "")
    office.press("公布")
    term = office.page.locator(".q-title__note").inner_text().partition(" · ")[0]

    mother = phone(child.guardians[0], scripts=scripts)
    mother.comes_to_see("/inbox", "课后服务开始报名")
    mother.open(f"/family/apply?child={pupil_id}").follow(term)
    mother.choose("周一")
    club = mother.page.get_by_label("第一志愿", exact=True).locator("option").nth(1).inner_text().partition("（")[0]
    mother.pick("第一志愿", club)
    mother.press("下一步：核对")
    mother.press("提交申请")
    application = mother.path

    for person in deciders:
        decides_if_it_is_their_turn(phone(person, scripts=scripts), child)
    mother.open(application).sees("名额已安排")
    mother.does_not_see("等待安排")

    office.open(programme).follow(f"名单：{club}")
    office.sees(club, child.name)


def decides_if_it_is_their_turn(phone, child):
    phone.open("/applications")
    if child.name in phone.words:
        phone.follow(child.name)
        phone.choose("同意")
        phone.press("提交决定")
