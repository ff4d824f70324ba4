"""监护人: a family sees who else may see its child; office and head teacher look after who that is."""

import pytest

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.guardians import TAKEN, TAKEN_WORDS
from tests.unit.gateway.houses.people import CHEN, HAORAN, LI, PASSWORD, YIMING, YINUO
from tests.unit.gateway.person import Person

OF_YIMING = f"/children/{YIMING}/guardians"
NEW = {"name": "李大海", "relation": "father", "phone": "13812345678"}


@pytest.fixture
def office(app) -> Person:  # type: ignore[no-untyped-def]
    return Person(app).signed_in("wu")


def invited(person: Person) -> Person:
    person.opens(OF_YIMING)
    person.opens(person.page.links["添加一位监护人"])
    person.presses("添加", **NEW)
    return person


def test_a_family_finds_who_else_may_see_its_child(mother: Person) -> None:
    mother.opens(f"/family?child={YIMING}")
    mother.opens(mother.page.links["李一鸣的监护人"])
    assert "李晓梅 · 妈妈（您自己）" in mother.page.words
    assert "第一监护人" in mother.page.words
    assert "账号" not in mother.page.words.replace("账号与安全", "")


def test_the_first_guardian_lets_another_one_in_and_the_code_is_shown_once(mother: Person) -> None:
    invited(mother)
    assert mother.address == OF_YIMING
    assert "已经添加" in mother.page.words
    assert "李大海 · 爸爸" in mother.page.words
    mother.presses("：李大海")
    assert "KX4P-9TRW-7HM2-0001" in mother.page.words
    assert "KX4P" not in mother.address


def test_a_mistake_keeps_what_was_typed_and_says_what_would_pass(mother: Person) -> None:
    mother.opens(f"{OF_YIMING}/new")
    mother.presses("添加", **{**NEW, "phone": TAKEN})
    assert mother.status == 422
    assert TAKEN_WORDS in mother.page.words
    assert ("name", "李大海") in mother.page.form("添加").values


def test_sent_twice_from_one_form_there_is_one_new_guardian(mother: Person, houses: InMemoryHouses) -> None:
    mother.opens(f"{OF_YIMING}/new")
    form = mother.page.form("添加")
    for _ in range(2):
        mother.sends(form, dict(NEW))
    assert len(houses.directory.guarding[YIMING]) == 2


def test_nobody_looks_at_another_family_or_class(father: Person, teacher: Person, colleague: Person) -> None:
    father.opens(OF_YIMING)
    assert father.status == 404
    teacher.opens(f"/children/{YINUO}/guardians")
    assert teacher.status == 404
    colleague.opens(OF_YIMING)
    assert colleague.status == 404


def test_a_head_teacher_sees_who_has_no_account_and_prints_a_card(teacher: Person) -> None:
    invited(teacher)
    assert "还没有账号" in teacher.page.words
    assert "终止" not in teacher.page.words
    teacher.presses("：李大海")
    assert "KX4P-9TRW-7HM2-0001" in teacher.page.words


def test_the_office_ends_a_right_with_a_reason_and_it_stays_known_that_there_was_one(office: Person) -> None:
    office.opens(OF_YIMING)
    office.opens(office.page.links["终止"])
    office.presses("终止")
    assert office.status == 422
    office.presses("终止", reason="custody")
    assert office.address == OF_YIMING
    assert "还没有登记监护人" in office.page.words
    assert "以前的监护人" in office.page.words
    assert "监护权变更" in office.page.words


def test_what_was_ended_meanwhile_is_not_there_any_more(office: Person, houses: InMemoryHouses) -> None:
    office.opens(f"{OF_YIMING}/{LI}/end")
    houses.directory.guarding[YIMING].clear()
    office.presses("终止", reason="custody")
    assert office.status == 404


def test_only_the_office_ends_or_changes_anything(mother: Person, teacher: Person) -> None:
    for person in (mother, teacher):
        for what in ("end", "number"):
            person.opens(f"{OF_YIMING}/{LI}/{what}")
            assert person.status == 404


def test_the_office_writes_a_new_number_down(office: Person, houses: InMemoryHouses) -> None:
    office.opens(OF_YIMING)
    office.opens(office.page.links["换手机号"])
    office.presses("保存新号码", phone="13812345678")
    assert "手机号已经改好" in office.page.words
    assert houses.directory.changed == [(LI, "13812345678")]
    assert "13812345678" not in office.page.html + office.address


def test_a_guardian_asks_for_another_number_and_the_office_that_has_called_confirms(
    mother: Person, office: Person, houses: InMemoryHouses
) -> None:
    mother.opens("/account")
    mother.opens(mother.page.links["换手机号"])
    mother.presses("提交给教导处", phone="13812345678", password="a guess")
    assert "密码不对" in mother.page.words
    mother.presses("提交给教导处", phone="13812345678", password=PASSWORD)
    assert "已经交给教导处" in mother.page.words
    office.opens("/school/numbers")
    assert "李晓梅（李一鸣的家长）" in office.page.words
    office.presses("已核实，改成新号码")
    assert "号码已经改好" in office.page.words
    assert "没有等待处理的申请" in office.page.words
    assert houses.directory.changed == [(LI, "13812345678")]


def test_a_number_that_turns_out_to_be_anothers_stays_with_the_office_to_refuse(father: Person, office: Person) -> None:
    father.opens("/account/number")
    father.presses("提交给教导处", phone=TAKEN, password=PASSWORD)
    office.opens("/school/numbers")
    office.presses("已核实，改成新号码")
    assert "已经登记给另一个人" in office.page.words
    office.presses("不改")
    assert "没有改动" in office.page.words


@pytest.mark.parametrize(
    ("address", "button", "typed"),
    [
        (f"{OF_YIMING}/new", "添加", NEW), (f"{OF_YIMING}/{LI}/number", "保存新号码", {"phone": "13812345678"}),
        (f"/children/{HAORAN}/guardians/{CHEN}/end", "终止", {"reason": "custody"}),
    ],
)
def test_a_silent_directory_hands_the_form_back(
    address: str, button: str, typed: dict[str, str], office: Person, houses: InMemoryHouses
) -> None:
    office.opens(address)
    houses.silent = {"directory"}
    office.presses(button, **typed)
    assert office.status == 503
    assert set(typed.items()) <= _sent(office)


def _sent(person: Person) -> set[tuple[str, str]]:
    return {pair for form in person.page.forms for pair in form.values}
