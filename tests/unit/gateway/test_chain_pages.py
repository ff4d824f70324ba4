"""A school writes down who decides on its applications, step by step, and sees the picture at once (E4)."""

import pytest

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import Person

CARE = "/rules/chains/basic_care"


def adds(office: Person, name: str, *groups: str, **more: str) -> None:
    office.opens(f"{CARE}/steps/new")
    office.presses("写进草稿", name=name, groups=list(groups), **more)


def test_the_office_comes_to_its_chains_from_the_rules_and_sees_that_nobody_can_apply_yet(office: Person) -> None:
    office.opens("/rules")
    office.opens(next(address for words, address in office.page.links.items() if words.startswith("审批流程")))
    assert "还没有公布，家长现在不能申请。" in office.page.words


def test_a_shipped_chain_is_taken_over_and_published(office: Person) -> None:
    office.opens(CARE)
    office.presses("换成这个流程", chain="care_class_principal")
    assert "已经换成现成的流程" in office.page.words
    assert "校长审定" in office.page.words
    office.presses("公布这个流程")
    assert "已经公布" in office.page.words
    assert "现行第 1 版" in office.page.words
    office.opens("/rules/chains")
    assert "现行第 1 版" in office.page.words


def test_steps_are_added_moved_changed_and_taken_away_and_the_picture_follows(office: Person) -> None:
    adds(office, "校长审定", "principal", due_days="3")
    adds(office, "班主任看过", "head_teacher")
    assert office.page.words.index("校长审定") < office.page.words.index("班主任看过")
    office.sends(office.page.form("往前移：班主任看过"), {})
    assert office.page.words.index("班主任看过") < office.page.words.index("校长审定")
    office.opens(office.page.links["：校长审定"])
    assert "3" in dict(office.page.form("写进草稿").values).values()
    office.presses("写进草稿", due_days="5")
    assert "5 个教学日内" in office.page.words
    office.sends(office.page.form("去掉：班主任看过"), {})
    assert "班主任看过" not in office.page.words


def test_what_is_wrong_with_it_is_said_and_it_cannot_be_published_so(office: Person) -> None:
    adds(office, "班级审核", "head_teacher", late="notify")
    assert "现在还不能公布" in office.page.words
    assert "“班级审核”：逾期以后要处理，请写办理期限。" in office.page.words
    assert "公布这个流程" not in office.page.words


def test_a_step_that_cannot_be_comes_back_with_all_that_was_typed(office: Person) -> None:
    adds(office, "签字", "guardian", "head_teacher", due_days="2")
    assert office.status == 422
    assert "家长签字要单独成为一步" in office.page.words
    assert ("due_days", "2") in office.page.form("写进草稿").values


def test_two_at_one_chain_are_told_of_each_other_and_nothing_is_lost(office: Person, principal: Person) -> None:
    office.opens(f"{CARE}/steps/new")
    form = office.page.form("写进草稿")
    adds(principal, "校长审定", "principal")
    office.sends(form, {"name": "班级审核", "groups": ["head_teacher"]})
    assert office.status == 409
    assert "刚刚有别人改过" in office.page.words
    office.presses("写进草稿")
    assert "校长审定" in office.page.words
    assert "班级审核" in office.page.words


def test_taking_over_nothing_is_sent_back_and_says_what_is_missing(office: Person) -> None:
    office.opens(CARE)
    office.presses("换成这个流程")
    assert (office.status, "用现成的流程：请填写。" in office.page.words) == (422, True)


def test_what_was_changed_is_given_up(office: Person) -> None:
    adds(office, "班级审核", "head_teacher")
    office.presses("放弃改动")
    assert "还没有流程" in office.page.words


@pytest.mark.parametrize("address", ["/rules/chains/cooking", f"{CARE}/steps/9"])
def test_a_chain_or_step_that_is_not_there_is_not_found(office: Person, address: str) -> None:
    office.opens(address)
    assert office.status == 404


def test_a_teacher_finds_no_chains(teacher: Person) -> None:
    teacher.opens("/rules/chains")
    assert teacher.status == 404


def test_with_the_house_silent_what_was_typed_is_kept(office: Person, houses: InMemoryHouses) -> None:
    office.opens(f"{CARE}/steps/new")
    houses.silent = {"rulebook"}
    office.presses("写进草稿", name="班级审核", groups=["head_teacher"])
    assert office.status == 503
    houses.silent = set()
    office.presses("写进草稿")
    assert "已经写进草稿" in office.page.words
