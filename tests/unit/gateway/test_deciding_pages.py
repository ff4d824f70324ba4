"""What whoever decides sees and does: the desk, one application, many at once, and who stands in (E4)."""

from dataclasses import replace

from contracts.enrolment.application import Application
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState, Back, Part, Said, Stop
from gateway.pages.track import ways_of
from plumbing import clock, ids
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.enrolment import FOOTBALL
from tests.unit.gateway.houses.people import HAORAN, SUN, WANG, YIMING
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_family_pages import applies


def test_the_head_teacher_sees_who_waits_and_agrees(mother: Person, teacher: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"], club_ids=FOOTBALL)
    teacher.opens("/")
    assert "1 份等您审核" in teacher.page.words
    teacher.opens("/applications")
    assert "提交 · 第一学期" in teacher.page.words, "a child may have applied for two terms"
    teacher.opens(teacher.page.links["李一鸣"])
    assert "第一学期 · 申请人 李晓梅" in teacher.page.words
    teacher.presses("提交决定", decision="approve")
    assert "已同意" in teacher.page.words
    assert "没有等待审核的申请" in teacher.page.words
    mother.opens(f"/family?child={YIMING}")
    assert "名额已安排" in mother.page.words


def test_a_rejection_needs_a_reason_and_the_family_reads_it(mother: Person, teacher: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])
    teacher.presses("提交决定", decision="reject")
    assert teacher.status == 422
    assert "请填写不同意的理由" in teacher.page.words
    teacher.presses("提交决定", reason="周一班级有活动")
    assert (teacher.status, "请选一个理由" in teacher.page.words) == (422, True)
    teacher.presses("提交决定", ground="full")
    mother.opens(mother.address)
    assert "没有同意课后看护：名额已满" in mother.page.words
    assert "周一班级有活动" in mother.page.words
    assert "没有通过" in mother.page.words


def test_what_is_returned_is_changed_on_a_page_of_its_own_and_handed_in_again(mother: Person, teacher: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"], club_ids=FOOTBALL)
    application = mother.address
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])
    teacher.presses("提交决定", decision="return", kinds=["basic_care"], reason="周一没有老师，请换一天")
    assert "已经退回，理由写在申请里" in teacher.page.words
    mother.opens(application)
    assert "学校请您修改：周一没有老师，请换一天" in mother.page.words
    assert "退回家长修改" in mother.page.words
    mother.opens(mother.page.links["修改后再提交"])
    assert "club_ids" not in mother.page.form("重新提交").choices, "only what was returned is asked for"
    mother.presses("重新提交", care_weekdays=[])
    assert (mother.status, "请重新选课后看护。" in mother.page.words) == (422, True)
    mother.presses("重新提交", care_weekdays=["2"])
    assert "已重新提交" in mother.page.words
    teacher.opens("/applications")
    assert "课后看护：等班级审核" in teacher.page.words


def test_a_way_says_to_which_step_it_was_sent_back_and_points_there() -> None:
    told = [Said(what="returned", actor=WANG, at=clock.now(), comment="请核实")]
    names = {"class": "班级审核", "school": "学校复核", "principal": "校长审定"}
    stops = tuple(
        Stop(key=key, name=name, groups=("principal",), standing="ahead") for key, name in names.items()
    )
    backs = (Back(from_stop="principal", to="school", said=told[0]), Back(from_stop="school", to=None, said=told[0]))
    part = Part(kind=OfferingKind.CLUB, state=ApplicationState.SUBMITTED, stops=stops, backs=backs)
    application = Application(
        application_id=YIMING, pupil_id=YIMING, class_id=YIMING, applicant_id=YIMING, parts=(part,), places=(),
        state=ApplicationState.SUBMITTED, submitted_at=clock.now(),
    )
    [way] = ways_of(application)
    assert [(stop.name, stop.to) for stop in way.stops if stop.state == "back"] == [
        ("退回家长修改", None), ("退回学校复核", "学校复核"),
    ]
    at = {stop.name: mark.y for stop, mark in zip(way.stops, way.picture.marks, strict=True)}
    assert [(arrow.from_y, arrow.to_y) for arrow in way.picture.arrows] == [
        (at["退回家长修改"], at["已提交"]), (at["退回学校复核"], at["学校复核"]),
    ]


def test_care_is_agreed_to_and_the_club_is_not(mother: Person, teacher: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"], club_ids=FOOTBALL)
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])
    teacher.presses("提交决定", decision="reject", kinds=["club"], reason="名额留给高年级")
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])
    assert "这次决定哪几项" not in teacher.page.words, "one is left"
    teacher.presses("提交决定", decision="approve")
    mother.opens(f"/family?child={YIMING}")
    assert "课后看护：名额已安排" in mother.page.words
    assert "社团：没有通过" in mother.page.words


def test_several_are_agreed_to_at_once_and_the_rest_says_why_not(
    mother: Person, father: Person, teacher: Person
) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    applies(father, HAORAN, care_weekdays=["1"])
    teacher.opens("/applications")
    form = teacher.page.form("同意选中的")
    both = form.choices["application_ids"]
    mother.presses("撤回申请")
    teacher.sends(form, {"application_ids": both})
    assert "已同意 1 份；1 份没有办" in teacher.page.words
    assert "没有等待审核的申请" in teacher.page.words


def test_whoever_goes_away_lets_a_colleague_decide_and_takes_it_back(teacher: Person, principal: Person) -> None:
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["外出委托"])
    teacher.presses("委托", stand_in_id=SUN, first="2026-11-25", last="2026-11-24")
    assert (teacher.status, "最后一天早于第一天" in teacher.page.words) == (422, True)
    teacher.presses("委托", last="2026-11-27")
    assert "已经委托，到日子自己开始、自己结束" in teacher.page.words
    assert "孙校长代您审核" in teacher.page.words
    principal.opens("/applications/stand-in")
    assert "您正在代王秀英审核" in principal.page.words
    teacher.presses("结束委托")
    assert "委托已经结束" in teacher.page.words
    assert "孙校长代您审核" not in teacher.page.words


def test_a_colleague_sees_it_first_and_gives_it_back_with_an_opinion(
    mother: Person, teacher: Person, principal: Person
) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])
    teacher.opens(teacher.page.links["请同事先看，或者转交"])
    teacher.presses("提交", how="delegate")
    assert (teacher.status, "请从列出的同事里选一位。" in teacher.page.words) == (422, True)
    teacher.presses("提交", to=SUN, comment="请看一下过敏的说明")
    assert "已经办好，记在申请里" in teacher.page.words
    principal.opens("/inbox")
    assert "请您先看一份课后看护申请" in principal.page.words
    principal.opens("/applications")
    assert "请您先看" in principal.page.words
    principal.opens(principal.page.links["李一鸣"])
    assert "同事请您先看一看这份申请" in principal.page.words
    assert "提交决定" not in principal.page.words
    principal.opens(principal.page.links["写意见，交回"])
    assert "哪位同事" not in principal.page.words, "it can only go back to who asked"
    principal.presses("提交", how="resolve", comment="已和家长核对")
    teacher.opens("/inbox")
    assert "一份课后看护申请看过了，等您决定" in teacher.page.words


def test_to_whom_it_goes_comes_back_chosen_when_nothing_answers(
    mother: Person, teacher: Person, houses: InMemoryHouses
) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])
    teacher.opens(teacher.page.links["请同事先看，或者转交"])
    houses.silent = {"directory", "enrolment"}
    teacher.presses("提交", how="delegate", to=SUN)
    assert teacher.status == 503
    houses.silent = set()
    teacher.presses("再提交一次")
    assert "已经办好，记在申请里" in teacher.page.words


def test_a_long_desk_goes_on_on_a_next_page(mother: Person, teacher: Person, houses: InMemoryHouses) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    [one] = houses.enrolment.applications.values()
    for _ in range(60):
        another = replace(one, application_id=ids.new_id())
        houses.enrolment.applications[another.application_id] = another
    teacher.opens("/")
    assert "至少 50 份等您审核" in teacher.page.words
    teacher.opens("/applications")
    assert len(teacher.page.form("同意选中的").choices["application_ids"]) == 50
    teacher.opens(teacher.page.links["下一页"])
    assert len(teacher.page.form("同意选中的").choices["application_ids"]) == 11
    assert "下一页" not in teacher.page.links


def test_who_was_to_stand_in_comes_back_chosen_when_nothing_answers(teacher: Person, houses: InMemoryHouses) -> None:
    teacher.opens("/applications/stand-in")
    houses.silent = {"directory", "enrolment"}
    teacher.presses("委托", stand_in_id=SUN, first="2026-11-25", last="2026-11-26")
    assert teacher.status == 503
    houses.silent = set()
    teacher.presses("再提交一次")
    assert "孙校长代您审核" in teacher.page.words


def test_nothing_chosen_is_sent_back_with_what_would_do(mother: Person, teacher: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    teacher.opens("/applications")
    teacher.presses("同意选中的")
    assert teacher.status == 422
    assert "同意哪几份" in teacher.page.words


def test_an_application_decided_meanwhile_shows_how_it_stands(mother: Person, teacher: Person) -> None:
    applies(mother, YIMING, care_weekdays=["1"])
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])
    form = teacher.page.form("提交决定")
    mother.presses("撤回申请")
    teacher.sends(form, {"decision": "approve"})
    assert teacher.status == 409
    assert "已撤回" in teacher.page.words


def test_a_decision_for_one_kind_comes_back_whole_when_nothing_answers(
    mother: Person, teacher: Person, houses: InMemoryHouses
) -> None:
    applies(mother, YIMING, care_weekdays=["1"], club_ids=FOOTBALL)
    teacher.opens("/applications")
    teacher.opens(teacher.page.links["李一鸣"])
    houses.silent = {"directory", "enrolment"}
    teacher.presses("提交决定", decision="reject", kinds=["club"], reason="名额留给高年级")
    assert teacher.status == 503
    houses.silent = set()
    teacher.presses("再提交一次")
    mother.opens(f"/family?child={YIMING}")
    assert "课后看护：等班级审核" in mother.page.words
    assert "社团：没有通过" in mother.page.words
