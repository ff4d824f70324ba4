"""What a family sees and does: each child's day, an application from choosing to withdrawing, its decision."""


from tests.unit.gateway.conftest import News
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.enrolment import CHOIR, FOOTBALL
from tests.unit.gateway.houses.people import HAORAN, YIMING, YINUO
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_homework_pages import publish


def applies(person: Person, pupil_id: str, **chosen: str | list[str]) -> None:
    person.opens(f"/family/apply?child={pupil_id}")
    person.presses("下一步：核对", **chosen)
    person.presses("提交申请")


def test_a_family_switches_between_its_children(mother: Person, teacher: Person) -> None:
    publish(teacher)
    mother.opens("/family")
    assert "口算第 3 页" in mother.page.words
    assert "合计 20 / 60 分钟" in mother.page.words
    mother.opens(mother.page.links["李一诺"])
    assert "五（1）班" in mother.page.words
    assert "没有作业" in mother.page.words


def test_a_child_of_another_family_is_not_there(mother: Person) -> None:
    mother.opens(f"/family?child={HAORAN}")
    assert mother.status == 404
    mother.opens(f"/family/apply?child={HAORAN}")
    assert mother.status == 404


def test_a_family_applies_in_two_short_steps(mother: Person, houses: InMemoryHouses) -> None:
    mother.opens(f"/family/apply?child={YIMING}")
    assert "足球社" in mother.page.words
    mother.presses("下一步：核对", care_weekdays=["1", "3"], club_ids=CHOIR)
    assert "周一、周三" in mother.page.words
    assert "合唱团" in mother.page.words
    assert not houses.enrolment.applications
    mother.presses("提交申请")
    assert "申请已提交" in mother.page.words
    assert "等班主任办理" in mother.page.words


def test_where_the_school_offers_nothing_yet_a_family_is_told_so_and_asked_nothing(
    mother: Person, houses: InMemoryHouses
) -> None:
    houses.enrolment.capacity.clear()
    page = mother.opens(f"/family/apply?child={YIMING}")
    assert "学校还没有公布这个学期的课后服务" in page.words
    assert not [form for form in page.forms if form.method == "get"]


def test_what_was_chosen_comes_back_when_it_is_to_be_changed(mother: Person) -> None:
    mother.opens(f"/family/apply?child={YINUO}")
    mother.presses("下一步：核对", care_weekdays=["2", "5"], club_ids=CHOIR)
    mother.opens(mother.page.links["返回修改"])
    values = mother.page.form("下一步：核对").values
    assert {("care_weekdays", "2"), ("care_weekdays", "5"), ("club_ids", CHOIR), ("child", YINUO)} <= set(values)


def test_an_empty_application_is_sent_back_with_a_sentence(mother: Person) -> None:
    applies(mother, YIMING)
    assert mother.status == 422
    assert "请至少选一天看护，或选一个社团。" in mother.page.words


def test_a_weekday_that_is_none_is_named(mother: Person) -> None:
    mother.opens(f"/family/apply/check?child={YIMING}&care_weekdays=9")
    assert mother.status == 422
    assert "请填 1 到 5 之间的数。" in mother.page.words


def test_a_second_application_leads_to_the_first(mother: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    first = mother.address
    applies(mother, YIMING, care_weekdays=["2"])
    assert mother.status == 409
    assert first in mother.page.links.values()


def test_sending_the_same_checked_page_twice_applies_once(mother: Person, houses: InMemoryHouses) -> None:
    mother.opens(f"/family/apply?child={YIMING}")
    mother.presses("下一步：核对", care_weekdays=["1"])
    form = mother.page.form("提交申请")
    mother.sends(form, {})
    first = mother.address
    mother.sends(form, {})
    assert mother.address == first
    assert len(houses.enrolment.applications) == 1


def test_with_everything_silent_the_second_childs_application_comes_back_as_the_second_childs(
    mother: Person, houses: InMemoryHouses, news: News
) -> None:
    mother.opens(f"/family/apply?child={YINUO}")
    mother.presses("下一步：核对", care_weekdays=["2"], club_ids=CHOIR)
    houses.silent, news.fresh = {"directory", "enrolment"}, False
    mother.presses("提交申请")
    assert mother.status == 503
    houses.silent = set()
    mother.presses("再提交一次")
    assert mother.status == 200
    (sent,) = houses.enrolment.applications.values()
    assert sent.pupil_id == YINUO
    assert [place.title for place in sent.places] == ["课后看护", "合唱团"]


def test_a_lost_answer_leaves_the_checked_page_to_be_sent_again(mother: Person, houses: InMemoryHouses) -> None:
    mother.opens(f"/family/apply?child={YIMING}")
    mother.presses("下一步：核对", care_weekdays=["1"])
    houses.lost = {"enrolment"}
    mother.presses("提交申请")
    assert mother.status == 504
    houses.lost = set()
    mother.presses("提交申请")
    assert mother.status == 200
    assert len(houses.enrolment.applications) == 1


def test_a_family_asks_for_a_decision_once_a_day(mother: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    application = mother.address
    mother.presses("催一下")
    assert "已经催过了，办理的老师会收到消息" in mother.page.words
    mother.opens(application)
    mother.presses("催一下")
    assert (mother.status, "今天已经催过了" in mother.page.words) == (409, True)


def test_nothing_is_asked_where_nothing_was_returned(mother: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    mother.opens(f"{mother.address}/change")
    assert "这份申请现在没有需要修改的。" in mother.page.words
    assert "重新提交" not in mother.page.words


def test_a_second_family_waits_in_line_for_a_full_club(mother: Person, father: Person, teacher: Person) -> None:
    for person, pupil in ((mother, YIMING), (father, HAORAN)):
        applies(person, pupil, club_ids=FOOTBALL)
        teacher.opens("/applications")
        teacher.opens(teacher.page.links["李一鸣" if pupil == YIMING else "陈浩然"])
        teacher.presses("提交决定", decision="approve")
    father.opens(f"/family?child={HAORAN}")
    assert "足球社排在第 1 位" in father.page.words
    father.opens(f"/family/apply?child={HAORAN}")
    assert "已满，可以候补" in father.page.words


def test_an_application_is_taken_back_at_any_time(mother: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    mother.presses("撤回申请")
    assert "申请已撤回" in mother.page.words
    assert "撤回申请" not in mother.page.words


def test_another_family_and_another_class_see_no_application(
    mother: Person, father: Person, colleague: Person
) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    for person in (father, colleague):
        person.opens(mother.address)
        assert person.status == 404


def test_a_family_ranks_its_clubs_and_reads_them_in_its_own_order(mother: Person) -> None:
    mother.opens(f"/family/apply?child={YIMING}")
    for words in ("第一志愿", "第二志愿", "第三志愿"):
        assert (words in mother.page.words) is (words != "第三志愿"), "as many as there are clubs"
    mother.presses("下一步：核对", care_weekdays=[], club_ids=[CHOIR, FOOTBALL])
    assert "第一志愿 合唱团" in mother.page.words
    assert "第二志愿 足球社" in mother.page.words
    mother.opens(mother.page.links["返回修改"])
    values = [value for name, value in mother.page.form("下一步：核对").values if name == "club_ids"]
    assert values == [CHOIR, FOOTBALL]
    mother.presses("下一步：核对")
    mother.presses("提交申请")
    assert mother.page.words.index("合唱团") < mother.page.words.index("足球社")
    assert "第二志愿" in mother.page.words


def test_what_was_ranked_is_not_lost_while_enrolment_is_silent(mother: Person, houses: InMemoryHouses) -> None:
    mother.opens(f"/family/apply?child={YIMING}")
    mother.presses("下一步：核对", care_weekdays=[], club_ids=[CHOIR, FOOTBALL])
    houses.silent.add("enrolment")
    mother.presses("提交申请")
    values = [value for name, value in mother.page.form("再提交一次").values if name == "club_ids"]
    assert values == [CHOIR, FOOTBALL]
