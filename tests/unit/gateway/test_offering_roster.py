"""The children of an offering: for its office and who leads it, on a page, on paper, in Excel; not for anybody else."""

import io
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from werkzeug.test import TestResponse

from contracts.actor import Actor, Grant, Role
from contracts.directory.school import StaffGranted
from contracts.enrolment.application import Apply
from contracts.enrolment.approval import Decide, Decision
from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.planned import Planned
from services.enrolment.application.decision import decide
from services.enrolment.application.facts import learn
from services.enrolment.application.submission import apply
from tests.store.enrolment.office import Office
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses import people as who
from tests.unit.gateway.houses.people import ACTORS, CHEN, HAORAN, HE, LI, WANG, YIMING, YINUO, ZHAO
from tests.unit.gateway.person import HTTPS, Person


class Writing(Office):
    """The little school's office at its programme."""

    def __init__(self, houses: InMemoryHouses) -> None:
        self.stage, self.actor = houses.enrolment.office, ACTORS[HE]

    def apply(self, guardian: str, pupil_id: str, **asked: Any) -> None:
        made = self.stage.ask(apply, Apply(pupil_id=pupil_id, **asked), ACTORS[guardian])
        head = ACTORS[WANG]
        if ACTORS[guardian].child(pupil_id).class_id != who.THREE_TWO:
            head = self._head_of(who.FIVE_ONE)
        self.stage.ask(decide, Decide(application_id=made.application_id, decision=Decision.APPROVE), head)

    def _head_of(self, class_id: str) -> Actor:
        """Return a head teacher of a class that has none."""
        grants = (Grant(role=Role.HEAD_TEACHER, class_id=class_id),)
        head = replace(ACTORS[WANG], person_id=who.number(190), grants=grants)
        granted = StaffGranted(grant_list_id=head.person_id, person_id=head.person_id, grants=grants)
        self.stage.hear(learn, granted, 1)
        return head


@pytest.fixture
def choir(houses: InMemoryHouses) -> Planned:
    """A choir of two places that three have asked for, led by 赵建国."""
    writing = Writing(houses)
    programme = writing.session(writing.open(), grades=(1, 3, 5))
    programme = writing.offer(programme, title="看护", grades=(1, 3, 5))
    programme = writing.offer(
        programme, title="合唱", sort=OfferingSort.CLUB, grades=(1, 3, 5), weekdays=(3,), capacity=2,
        location="音乐教室", lead_id=ZHAO, cover_id=who.MA,
    )
    writing.announce(programme)
    found = next(one for one in programme.offerings if one.title == "合唱")
    for guardian, pupil_id in ((CHEN, HAORAN), (LI, YIMING), (LI, YINUO)):
        writing.apply(guardian, pupil_id, club_ids=(found.offering_id,))
    return found


@pytest.fixture
def address(choir: Planned) -> str:
    return f"/after-school/offerings/{choir.offering_id}"


def asked_for_file(person: Person) -> TestResponse:
    form, headers = person.page.form("下载 Excel"), {"Referer": HTTPS + person.address}
    return person.client.post(form.action, base_url=HTTPS, data=dict(form.values), headers=headers)


def taken(person: Person) -> Worksheet:
    answer = asked_for_file(person)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    return load_workbook(io.BytesIO(answer.get_data())).active


def test_the_office_sees_who_has_a_place_by_class_and_who_waits(after_school_office: Person, address: str) -> None:
    after_school_office.opens(address)
    words = after_school_office.page.words
    assert words.index("李一鸣") < words.index("陈浩然") < words.index("候补") < words.index("李一诺")
    for said in ("合唱名单", "2 / 2 人", "周三", "15:30–17:30", "音乐教室", "负责教师：赵建国", "替补教师：马小军"):
        assert said in words


def test_the_office_comes_to_it_from_the_programme(after_school_office: Person, address: str) -> None:
    after_school_office.opens("/after-school/programmes")
    after_school_office.opens(next(
        link for link in after_school_office.page.links.values() if "/after-school/programmes/" in link
    ))
    assert address in after_school_office.page.links.values()


def test_who_leads_it_comes_to_it_from_home_and_sees_neither_who_waits_nor_a_file(
    colleague: Person, address: str
) -> None:
    colleague.opens("/")
    assert "合唱名单" in colleague.page.words
    colleague.opens(address)
    assert {"李一鸣", "陈浩然"} <= {one for one in ("李一鸣", "陈浩然", "李一诺") if one in colleague.page.words}
    for hidden in ("李一诺", "候补", "Excel"):
        assert hidden not in colleague.page.words


def test_to_any_other_colleague_and_to_families_it_is_not_there(
    teacher: Person, mother: Person, colleague: Person, address: str
) -> None:
    for person in (teacher, mother):
        person.opens(address)
        assert person.status == 404
    teacher.opens("/")
    assert "合唱名单" not in teacher.page.words
    colleague.opens(address)
    answer = colleague.client.post(f"{address}/file", base_url=HTTPS, headers={"Referer": HTTPS + address})
    assert answer.status_code in (400, 403, 404)


def test_there_is_a_square_to_tick_on_each_day_a_child_comes(after_school_office: Person, address: str) -> None:
    after_school_office.opens(address)
    assert after_school_office.page.html.count("□") == 2
    assert "q-not-paper" in after_school_office.page.html


def test_the_workbook_has_the_offices_columns_and_is_ready_for_a4(after_school_office: Person, address: str) -> None:
    after_school_office.opens(address)
    sheet = taken(after_school_office)
    above, headings, *lines = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert above[0].startswith("合唱 · ")
    assert above[0].endswith("用完请删除")
    assert "何静" in above[0]
    assert headings == ["序号", "班级", "座号", "姓名", "星期", "备注"]
    assert lines == [
        ["1", "三（2）班", "1", "李一鸣", "周三", None], ["2", "三（2）班", "3", "陈浩然", "周三", None],
    ]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A3", "$2:$2")
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["D"].width == 16


@pytest.mark.parametrize("name", ['=HYPERLINK("http://evil","a")', "+86", "-1+1", "@SUM(A1)"])
def test_no_name_becomes_a_formula(
    after_school_office: Person, address: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(who.PUPILS, YIMING, (name, who.THREE_TWO))
    after_school_office.opens(address)
    cell = taken(after_school_office)["D3"]
    assert (cell.value, cell.data_type, cell.number_format) == (name, "s", "@")


def test_what_is_taken_counts_with_all_that_one_exports_in_a_day(
    after_school_office: Person, address: str, houses: InMemoryHouses
) -> None:
    houses.directory.written_down[HE] = 49
    after_school_office.opens(address)
    assert asked_for_file(after_school_office).status_code == 409
    after_school_office.presses("下载 Excel")
    assert "一个人一天最多导出 50 名" in after_school_office.page.words
    assert "李一鸣" in after_school_office.page.words


def test_more_than_a_file_may_hold_go_by_class(
    after_school_office: Person, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.pages.offering_roster.MOST_ALONE", 1)
    after_school_office.opens(address)
    assert "下载 Excel：三（2）班" in after_school_office.page.words
    after_school_office.presses("下载 Excel：三（2）班")
    assert after_school_office.status == 409
    assert "请按班级分开导出，或者打印名单" in after_school_office.page.words


def test_one_class_alone_is_taken_with_no_other_child(after_school_office: Person, address: str) -> None:
    after_school_office.opens(address)
    form = after_school_office.page.form("下载 Excel")
    form.values = [(name, who.FIVE_ONE if name == "class_id" else value) for name, value in form.values]
    after_school_office.sends(form, {})
    assert after_school_office.status == 409
    assert "这里还没有学生" in after_school_office.page.words


def test_while_directory_is_silent_the_page_says_so_and_names_nobody(
    after_school_office: Person, address: str, houses: InMemoryHouses
) -> None:
    after_school_office.opens(address)
    houses.silent.add("directory")
    after_school_office.opens(address)
    assert after_school_office.status == 200
    assert "有的姓名暂时读不到" in after_school_office.page.words
    assert "李一鸣" not in after_school_office.page.words
