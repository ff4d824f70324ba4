"""体检: an office sees first what its school lacks, how many and what to do; what was not heard is not called well."""

from datetime import date

import pytest
from flask import Flask

from contracts.directory.checkup import Lack, Lacking
from contracts.rulebook.norm_checkup import Gap, NormGap
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ONE_ONE, THREE_TWO, number
from tests.unit.gateway.person import HTTPS, Person

WELL = "都齐了，没有要处理的事"


@pytest.fixture(params=["wu", "sun"])
def office(app: Flask, request: pytest.FixtureRequest) -> Person:
    """Return somebody of the academic office, and the principal."""
    return Person(app).signed_in(request.param)


def lack(lacking: Lacking, count: int = 1, **more: object) -> Lack:
    return Lack(lacking=lacking, count=count, **more)  # type: ignore[arg-type]


def of_class(lacking: Lacking, count: int, class_id: str, name: str, subject: str | None = None) -> Lack:
    return Lack(lacking=lacking, count=count, class_id=class_id, class_name=name, subject=subject)


def way_to(person: Person, start: str) -> str:
    return next(address for words, address in person.page.links.items() if words.startswith(start))


def test_where_nothing_is_wrong_the_page_says_so(office: Person) -> None:
    office.opens("/")
    assert WELL in office.page.words


def test_exceptions_come_first_with_how_many_of_what_and_what_to_do(office: Person, houses: InMemoryHouses) -> None:
    houses.directory.lacks = (
        of_class(Lacking.HEAD_TEACHER, 1, ONE_ONE, "一（1）班"),
        of_class(Lacking.HEAD_TEACHER, 1, THREE_TWO, "三（2）班"),
        of_class(Lacking.SUBJECT_TEACHER, 1, THREE_TWO, "三（2）班", "音乐"), lack(Lacking.SECOND_FACTOR, 7),
    )
    office.opens("/")
    for said in ("2 个班没有班主任", "一（1）班、三（2）班。", "1 处缺任课教师", "三（2）班 · 音乐", "7 位教职工没有"):
        assert said in office.page.words
    assert WELL not in office.page.words
    assert office.page.words.index("没有班主任") < office.page.words.index("消息", office.page.words.index("体检"))
    assert way_to(office, "2 个班没有班主任") == "/school/staff"


def test_families_without_an_account_lead_to_the_cards_of_each_class(office: Person, houses: InMemoryHouses) -> None:
    houses.directory.lacks = (
        of_class(Lacking.GUARDIAN_ACCOUNT, 12, ONE_ONE, "一（1）班"),
        of_class(Lacking.GUARDIAN_ACCOUNT, 30, THREE_TWO, "三（2）班"),
    )
    office.opens("/")
    assert "42 位家长还没有账号" in office.page.words
    office.opens(office.page.links["三（2）班 · 30"])
    assert "打印激活卡" in office.page.words


@pytest.mark.parametrize(("lacking", "said"), [
    (Lacking.CALENDAR, "以后的校历还没有发布"), (Lacking.HOLIDAYS, "放假和调休还没有全部确定"),
])
def test_days_that_nobody_knows_yet_are_told_with_their_first(
    office: Person, houses: InMemoryHouses, lacking: Lacking, said: str
) -> None:
    houses.directory.lacks = (lack(lacking, on=date(2027, 1, 24)),)
    office.opens("/")
    assert said in office.page.words
    assert "2027年1月24日 周日起不能确定" in office.page.words


def test_a_calendar_that_contradicts_its_districts_leads_the_office_to_it_and_the_principal_is_told(
    office: Person, houses: InMemoryHouses
) -> None:
    houses.directory.lacks = (lack(Lacking.OWN_CALENDAR),)
    office.opens("/")
    assert "本校改过的校历和区县的新校历撞上了" in office.page.words
    ways = [address for words, address in office.page.links.items() if words.startswith("本校改过的校历")]
    assert ways in ([], ["/schools/xiangyang/calendar/office"])
    for address in ways:
        office.opens(address)
        assert office.status == 200


def test_ones_own_roster_leads_back_to_itself_and_a_colleagues_to_a_new_one(
    office: Person, houses: InMemoryHouses
) -> None:
    houses.directory.lacks = (
        lack(Lacking.ROSTER_TAKEN_IN, roster_id=number(9)), lack(Lacking.ROSTER_ROWS, 3),
    )
    office.opens("/")
    assert way_to(office, "有名册检查了") == f"/school/rosters/{number(9)}"
    assert way_to(office, "最近的名册里有 3 行有错") == "/school/rosters"


@pytest.mark.parametrize(("gap", "said"), [
    (Gap.NOT_YET, "起才适用"), (Gap.ENDING, "以后不再适用"), (Gap.NO_MORE, "以后已经不适用"),
])
def test_a_norm_that_does_not_hold_is_told_with_its_date(
    office: Person, houses: InMemoryHouses, gap: Gap, said: str
) -> None:
    on = date(2027, 2, 1)
    houses.rulebook.gaps = (NormGap(norm="cap", title="书面作业总量", layer="school", gap=gap, on=on),)
    office.opens("/")
    assert f"“书面作业总量”2027年2月1日 周一{said}" in office.page.words


def test_a_school_without_norms_is_told_so(office: Person, houses: InMemoryHouses) -> None:
    houses.rulebook.in_force = 0
    office.opens("/")
    assert "现在没有任何适用的作业规定" in office.page.words


def test_a_house_that_does_not_answer_is_missing_and_not_well(office: Person, houses: InMemoryHouses) -> None:
    houses.silent = {"rulebook"}
    office.opens("/")
    assert "作业规定：暂时读不到" in office.page.words
    assert WELL not in office.page.words


def test_to_a_teacher_and_a_family_it_is_not_there(teacher: Person, mother: Person) -> None:
    for person in (teacher, mother):
        person.opens("/")
        assert "体检" not in person.page.words


def test_a_program_of_the_office_reads_the_same(app: Flask, houses: InMemoryHouses) -> None:
    houses.directory.lacks = (lack(Lacking.STAFF_ACCOUNT, 2),)
    client = app.test_client()
    said = {"login": "wu", "password": "xiangyang-2026"}
    token = client.post("/api/v1/session", json=said, base_url=HTTPS).json["token"]  # type: ignore[index]
    as_office = {"Authorization": f"Bearer {token}"}
    found = client.get("/api/v1/checkup", base_url=HTTPS, headers=as_office).json
    assert [(one["lacking"], one["count"]) for one in found["lacks"]] == [("staff_account", 2)]  # type: ignore[index]
    today = {"on": "2026-11-23"}
    of_norms = client.get("/api/v1/norms/checkup", base_url=HTTPS, headers=as_office, query_string=today).json
    assert (of_norms["in_force"], of_norms["gaps"]) == (houses.rulebook.in_force, [])  # type: ignore[index]
