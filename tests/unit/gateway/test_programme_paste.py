"""An office pastes its table out of Excel, looks at what each row is taken for, and writes it in one go (E8, E9)."""

import pytest

from contracts.directory.school import StaffGranted
from services.enrolment.application.facts import learn
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ZHAO, number
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_programme_pages import adds_offering, adds_session, writing  # noqa: F401

TABLE = (
    "序号\t名称\t类别\t年级\t星期\t名额\t地点\t负责教师\t收费\n"
    "1\t看护\t看护\t3、5\t每天\t４０人\t各班教室\t王秀英\t免费\n"
    "2\t足球\t户外社团\t三\t周三\t20\t操场\t赵建国老师\t\n"
)
BAD = TABLE + "3\t合唱\t社团\t低年级\t周六\t20\t音乐教室\t张三\t\n"


@pytest.fixture
def pasting(writing: Person) -> Person:  # noqa: F811
    """The office with a session, before the page to paste on."""
    adds_session(writing)
    writing.opens(writing.page.links["从 Excel 粘贴一批项目"])
    return writing


def test_each_row_is_shown_as_it_was_understood_and_nothing_is_written_yet(pasting: Person) -> None:
    pasting.presses("先看一看", table=TABLE)
    assert pasting.status == 200
    for words in ("会写进去的 2 行", "看护", "40 个名额", "户外社团", "赵建国", "新的", "现在还没有写"):
        assert words in pasting.page.words
    pasting.opens(pasting.page.links["重新粘贴"])
    pasting.opens(pasting.page.links["返回方案"])
    assert "还没有项目" in pasting.page.words


def test_then_all_of_it_is_written_in_one_go(pasting: Person) -> None:
    pasting.presses("先看一看", table=TABLE)
    pasting.presses("写进方案")
    assert "2 个项目已经写进方案" in pasting.page.words
    for words in ("看护", "足球", "各班教室", "操场", "赵建国"):
        assert words in pasting.page.words


def test_the_same_table_again_has_nothing_to_write(pasting: Person) -> None:
    address = pasting.address
    pasting.presses("先看一看", table=TABLE)
    pasting.presses("写进方案")
    pasting.opens(address)
    pasting.presses("先看一看", table=TABLE)
    assert "2 行和方案里的一样，不用写。" in pasting.page.words
    assert "会写进去的" not in pasting.page.words


def test_a_double_click_writes_once(pasting: Person, houses: InMemoryHouses) -> None:
    pasting.presses("先看一看", table=TABLE)
    form = pasting.page.form("写进方案")
    pasting.sends(form, {})
    pasting.sends(form, {})
    assert [called for called, _ in houses.heard].count("enrolment.write_offerings") <= 2
    assert pasting.status in (200, 409)
    (programme,) = houses.enrolment.office.state.of_programmes.programmes.values()
    assert len(programme.offerings) == 2


def test_a_bad_row_says_what_would_do_and_the_good_ones_can_be_written(pasting: Person) -> None:
    pasting.presses("先看一看", table=BAD)
    for words in ("要改的 1 行", "第 4 行", "合唱", "周一到周五", "教职工里没有“张三”", "会写进去的 2 行"):
        assert words in pasting.page.words
    pasting.presses("写进方案")
    assert "2 个项目已经写进方案" in pasting.page.words
    assert "合唱" not in pasting.page.words


def test_what_is_no_table_is_said_and_comes_back_as_it_was_typed(pasting: Person) -> None:
    pasting.presses("先看一看", table="足球 三年级 周三")
    assert pasting.status == 422
    assert "没有认出表头" in pasting.page.words
    assert ("table", "足球 三年级 周三") in pasting.page.form("先看一看").values
    pasting.presses("先看一看", table="名称\t年级\t星期")
    assert "表头下面没有内容" in pasting.page.words


def test_too_many_rows_are_pasted_in_parts(pasting: Person) -> None:
    rows = "".join(f"社团{n}\t三\t20\n" for n in range(201))
    pasting.presses("先看一看", table=f"名称\t星期\t名额\n{rows}")
    assert pasting.status == 422
    assert "一次最多 200 行" in pasting.page.words


def test_whoever_has_changed_the_programme_meanwhile_is_not_written_over(pasting: Person, principal: Person) -> None:
    pasting.presses("先看一看", table=TABLE)
    form = pasting.page.form("写进方案")
    principal.opens("/after-school/programmes")
    principal.opens(next(one for one in principal.page.links.values() if "/after-school/programmes/" in one))
    adds_offering(principal, title="足球", sort="outdoor_club", weekdays=["3"], grades=["3"], capacity="25")
    pasting.sends(form, {})
    assert pasting.status == 409
    assert "刚才有人改过" in pasting.page.words
    assert "改现有的" in pasting.page.words
    pasting.presses("写进方案")
    assert "2 个项目已经写进方案" in pasting.page.words
    assert "20 个名额" in pasting.page.words


def test_what_enrolment_refuses_is_said_at_its_row_and_nothing_is_written(
    pasting: Person, houses: InMemoryHouses, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = {"王秀英": [number(999)], "赵建国": [ZHAO]}
    monkeypatch.setattr("gateway.pages.programme_paste.people_by_name", lambda named: stranger)
    pasting.presses("先看一看", table=TABLE)
    pasting.presses("写进方案")
    assert pasting.status == 422
    for words in ("要改的 1 行", "第 2 行", "请选一位本校的老师。", "会写进去的 1 行"):
        assert words in pasting.page.words
    (programme,) = houses.enrolment.office.state.of_programmes.programmes.values()
    assert programme.offerings == ()


def test_no_fewer_rows_are_written_than_were_agreed_to(pasting: Person, houses: InMemoryHouses) -> None:
    pasting.presses("先看一看", table=TABLE)
    gone = StaffGranted(grant_list_id=ZHAO, person_id=ZHAO, grants=())
    houses.enrolment.office.hear(learn, gone, 2)
    pasting.presses("写进方案")
    assert pasting.status == 409
    for words in ("和刚才看的不一样了", "要改的 1 行", "会写进去的 1 行"):
        assert words in pasting.page.words
    pasting.presses("写进方案")
    assert "1 个项目已经写进方案" in pasting.page.words


def test_while_a_house_is_silent_the_table_is_not_lost(pasting: Person, houses: InMemoryHouses) -> None:
    form = pasting.page.form("先看一看")
    houses.silent.add("enrolment")
    pasting.sends(form, {"table": TABLE})
    assert pasting.status == 503
    typed = dict(pasting.page.form("再提交一次").values)["table"]
    assert typed.split() == TABLE.split()


def test_it_is_the_offices_alone(pasting: Person, teacher: Person, mother: Person) -> None:
    address = pasting.address
    for person in (teacher, mother):
        person.opens(address)
        assert person.status == 404
