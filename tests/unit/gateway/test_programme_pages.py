"""An office writes the term's programme, reads what the norms say of it, and announces it to families (E2, E7, E8)."""

import pytest

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ZHAO
from tests.unit.gateway.person import Person

EVERY_DAY = ["1", "2", "3", "4", "5"]
GRADES = ["1", "3", "5"]


@pytest.fixture
def writing(after_school_office: Person) -> Person:
    """The office, before an empty programme."""
    after_school_office.opens("/after-school/programmes")
    after_school_office.presses("开始写方案")
    return after_school_office


def adds_session(office: Person, **said: object) -> None:
    office.opens(office.page.links["加一个时段"])
    usual = {"name": "放学后", "starts_at": "15:30", "ends_at": "17:30", "collect_by": "18:00"}
    office.presses("写进方案", **{**usual, **said})


def adds_offering(office: Person, **said: object) -> None:
    office.opens(office.page.links["加一个项目"])
    usual = {"title": "看护", "capacity": "40", "staff_kinds": ["own"], "weekdays": EVERY_DAY}
    office.presses("写进方案", **{**usual, **said})


def test_the_office_comes_to_its_terms_and_begins_a_programme(writing: Person) -> None:
    assert "草稿，公布以前家长看不到" in writing.page.words
    assert "还没有时段" in writing.page.words
    writing.opens("/after-school/programmes")
    assert "草稿" in writing.page.words


def test_session_and_care_make_a_lawful_programme_that_can_be_announced(writing: Person) -> None:
    adds_session(writing)
    adds_offering(writing)
    assert "符合所有规定，可以公布。" in writing.page.words
    assert "15:30–17:30，最晚 18:00 接" in writing.page.words
    writing.opens(writing.page.links["公布"])
    assert "自愿" in writing.page.words
    writing.presses("公布", opens_on="2020-01-01", closes_on="")
    assert "已经公布，家长马上会收到消息" in writing.page.words


def test_what_the_norms_forbid_is_said_with_where_why_and_what_would_pass(writing: Person) -> None:
    adds_session(writing, starts_at="16:00")
    adds_offering(writing, weekdays=["1", "2", "3", "5"])
    assert "不能公布：" in writing.page.words
    assert "two_hours 的条款" in writing.page.words
    assert "改为 120 分钟" in writing.page.words
    assert "符合所有规定" not in writing.page.words
    assert "公布" not in writing.page.links


def test_a_family_sees_what_is_announced_and_no_draft(writing: Person, mother: Person) -> None:
    mother.opens("/after-school")
    assert "学校还没有公布课后服务。" in mother.page.words
    adds_session(writing)
    adds_offering(writing, location="三（2）班教室", lead_id=ZHAO, description="做作业，自由阅读")
    mother.opens("/after-school")
    assert "学校还没有公布课后服务。" in mother.page.words
    writing.opens(writing.page.links["公布"])
    writing.presses("公布", opens_on="2020-01-01", closes_on="", letter="各位家长，请看。")
    mother.opens("/after-school")
    for words in ("各位家长，请看。", "看护", "三（2）班教室", "赵建国", "免费", "做作业，自由阅读", "还有 40 个名额"):
        assert words in mother.page.words


def test_a_form_that_cannot_be_comes_back_with_all_that_was_typed(writing: Person) -> None:
    adds_session(writing, ends_at="15:00", name="早放学")
    assert writing.status == 422
    assert "结束时间要晚于开始时间。" in writing.page.words
    assert ("name", "早放学") in writing.page.form("写进方案").values


def test_an_offering_is_changed_and_dropped_and_a_session_with_it(writing: Person) -> None:
    adds_session(writing)
    adds_offering(writing, title="足球", sort="outdoor_club", weekdays=["2"])
    writing.opens(writing.page.links["：足球"])
    writing.presses("写进方案", title="少年足球")
    assert "少年足球" in writing.page.words
    writing.sends(writing.page.form("去掉：放学后"), {})
    assert writing.status == 409
    assert "这个时段里还有“少年足球”" in writing.page.words
    writing.sends(writing.page.form("去掉：少年足球"), {})
    assert "项目已经去掉" in writing.page.words
    writing.sends(writing.page.form("去掉：放学后"), {})
    assert "时段已经去掉" in writing.page.words


def test_one_teacher_at_two_places_is_shown_by_name(writing: Person) -> None:
    adds_session(writing)
    adds_offering(writing, lead_id=ZHAO)
    adds_offering(writing, title="合唱", sort="club", weekdays=["3"], lead_id=ZHAO)
    assert "赵建国：同时安排在两处" in writing.page.words


def test_two_at_one_offering_are_told_of_each_other_and_nothing_is_lost(writing: Person, principal: Person) -> None:
    adds_session(writing)
    adds_offering(writing)
    address = writing.page.links["：看护"]
    writing.opens(address)
    form = writing.page.form("写进方案")
    principal.opens(address)
    principal.presses("写进方案", capacity="50")
    writing.sends(form, {"title": "课后看护"})
    assert writing.status == 409
    assert "刚才有人改过" in writing.page.words
    writing.presses("写进方案")
    assert "课后看护" in writing.page.words


def test_while_enrolment_is_silent_nothing_that_was_typed_is_lost(writing: Person, houses: InMemoryHouses) -> None:
    adds_session(writing)
    writing.opens(writing.page.links["加一个项目"])
    form = writing.page.form("写进方案")
    houses.silent.add("enrolment")
    writing.sends(form, {"title": "书法", "capacity": "20"})
    assert writing.status == 503
    assert {("title", "书法"), ("capacity", "20")} <= set(writing.page.form("再提交一次").values)


def test_the_programme_is_the_offices_alone(teacher: Person, mother: Person) -> None:
    for person in (teacher, mother):
        person.opens("/after-school/programmes")
        assert person.status == 404
