"""Children written down in a workbook: fifty a day alone, more by two people, taken once, and on record as read."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from contracts.actor import Actor, Grant, Role
from contracts.directory.erasure import AskErasure, ConfirmErasure, ErasureReason
from contracts.directory.export import (
    MOST_ALONE,
    AskExport,
    ExportContents,
    ExportOf,
    ExportPurpose,
    ReadExports,
    ReleaseExport,
    TakeExport,
)
from contracts.directory.pupil_list import WriteDownPupils
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing.caller import Caller
from plumbing.ids import new_id
from services.directory.application.erasures.deciding import ask_erasure, confirm_erasure
from services.directory.application.exports.deciding import ask_export, read_exports, release_export, take_export
from services.directory.application.exports.writing_down import write_down_pupils
from tests.plumbing.workshop import wait_for
from tests.store.directory.cast import a_class, a_pupil
from tests.store.directory.real import RealStore
from tests.store.directory.stage import Stage
from tests.store.directory.test_next_year import inspector  # noqa: F401
from tests.store.directory.test_rosters import database, house, worker  # noqa: F401

_TAKEN = text("SELECT count(*) FROM audit WHERE action = 'take_export' AND actor_id = :actor AND pupil_id IS NOT NULL")


class Office:
    """Two of the first school's office. 一（1）班 has 50 pupils, 一（2）班 one, called like a formula."""

    def __init__(self, stage):
        self.stage, self.full = stage, ()
        self.large, self.small = a_class(1, 1), a_class(1, 2)
        self.formula = a_pupil('=HYPERLINK("http://evil","a")', self.small, 1, stage.neighbour)
        seats = range(1, MOST_ALONE + 1)
        self.full = full = tuple(a_pupil(f"一班{seat}", self.large, seat, stage.neighbour) for seat in seats)
        stage.take_in(stage.with_first_school(
            classes=(*stage.first.classes, self.large, self.small), pupils=(*stage.first.pupils, *full, self.formula)
        ))
        self.one, self.other = self._colleague(Role.ACADEMIC_OFFICE), self._colleague(Role.PRINCIPAL)

    def _colleague(self, role, school=None):
        return Actor(
            person_id=new_id(), district_id=self.stage.roll.district.district_id,
            school_id=(school or self.stage.first).school_id, grants=(Grant(role=role),),
        )

    def elsewhere(self):
        return self._colleague(Role.ACADEMIC_OFFICE, self.stage.second)

    def does(self, use_case, ask, by=None):
        return self.stage.store.change(use_case, ask, Caller(actor=by or self.one, call="test", request_id="test"))

    def asks(self, of_class=None, grade=None, *, by=None, contents=ExportContents.NAMES):
        scope = ExportOf.CLASS if of_class else ExportOf.GRADE if grade else ExportOf.SCHOOL
        ask = AskExport(
            scope=scope, class_id=of_class and of_class.class_id, grade=grade, contents=contents,
            purpose=ExportPurpose.SAFETY,
        )
        return self.does(ask_export, ask, by)

    def sees(self, export_id, by=None):
        found = self.does(read_exports, ReadExports(), by).exports
        return next((one for one in found if one.export_id == export_id), None)

    def releases(self, asked, by=None):
        self.does(release_export, ReleaseExport(export_id=asked.export_id), by or self.other)

    def ready(self, asked):
        wait_for(lambda: self.sees(asked.export_id).state == "ready", "the workbook")

    def takes(self, asked, by=None):
        content = self.does(take_export, TakeExport(export_id=asked.export_id), by).content
        return load_workbook(io.BytesIO(content)).active

    def gets(self, *what, **how):
        """Return the sheet of an export once it is made."""
        asked = self.asks(*what, **how)
        self.ready(asked)
        return self.takes(asked)


@pytest.fixture
def office(house, worker, inspector):  # noqa: F811
    return Office(Stage(RealStore(house, inspector)))


def lines(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]


def test_up_to_fifty_are_written_down_for_one_person_alone(office):
    asked = office.asks(office.large)
    assert (asked.pupils, asked.needs_release) == (50, False)
    office.ready(asked)
    found = lines(office.takes(asked))
    assert found[0] == ["班级", "座号", "姓名"]
    assert (len(found), found[1]) == (51, ["一（1）班", "1", "一班1"])


def test_of_fifty_one_nothing_is_made_until_somebody_else_agrees(office):
    asked = office.asks(grade=1)
    assert (asked.pupils, asked.needs_release) == (51, True)
    assert office.sees(asked.export_id).state == "waiting"
    with pytest.raises(Conflict, match="要两个人"):
        office.releases(asked, by=office.one)
    with pytest.raises(Conflict, match="还没有生成"):
        office.takes(asked)
    office.releases(asked)
    office.ready(asked)
    assert len(lines(office.takes(asked))) == 52


def test_many_small_ones_are_a_large_one(office):
    assert not office.asks(office.large).needs_release
    assert office.asks(office.small).needs_release
    assert not office.asks(office.small, by=office.other).needs_release, "each has fifty"


def writes_down(office, *pupils, by=None):
    ask = WriteDownPupils(pupil_ids=tuple(one.pupil_id for one in pupils))
    return office.does(write_down_pupils, ask, by).pupils


def test_an_offerings_children_written_down_count_with_all_that_one_exports_in_a_day(office, later):
    assert len(writes_down(office, *office.full[:40])) == 40
    with pytest.raises(Conflict, match="您今天还可以导出 10 名，这里有 11 名"):
        writes_down(office, *office.full[:11])
    assert office.asks(office.large).needs_release, "a class on top of it"
    assert len(writes_down(office, *office.full[:10])) == 10
    with pytest.raises(Conflict, match="还可以导出 0 名"):
        writes_down(office, office.formula)
    assert len(writes_down(office, office.formula, by=office.other)) == 1, "each has fifty"
    later(24 * 3600)
    assert len(writes_down(office, office.formula)) == 1


def test_an_offerings_children_are_on_record_as_read_by_who_took_them(office):
    writes_down(office, *office.full[:3])
    assert office.stage.store.look(_TAKEN, actor=office.one.person_id) == [(3,)]
    (shown,) = office.does(read_exports, ReadExports()).exports
    assert (shown.what, shown.pupils, shown.state) == ("课后服务名单", 3, "taken")
    assert office.does(read_exports, ReadExports(), office.other).exports == ()


def test_another_schools_children_are_written_down_for_nobody(office):
    with pytest.raises(NotFound):
        writes_down(office, *office.full[:3], by=office.elsewhere())


def test_named_children_are_no_scope_of_an_export(office):
    ask = AskExport(scope=ExportOf.PUPILS, contents=ExportContents.NAMES, purpose=ExportPurpose.REPORT)
    with pytest.raises(InvalidRequest):
        office.does(ask_export, ask)


def test_the_next_day_counts_anew(office, later):
    office.asks(office.large)
    later(24 * 3600)
    assert not office.asks(office.small).needs_release


def test_what_nobody_agrees_to_for_a_day_is_over(office, later):
    asked = office.asks()
    later(24 * 3600)
    with pytest.raises(Conflict, match="24 小时"):
        office.releases(asked)


def test_contacts_are_written_down_with_numbers_as_text(office):
    sheet = office.gets(office.small, contents=ExportContents.CONTACTS)
    assert lines(sheet)[0] == ["班级", "座号", "姓名", "监护人1", "关系1", "手机号1"]
    neighbour = office.stage.neighbour
    assert [cell.value for cell in sheet[3]][3:] == [neighbour.name, None, neighbour.phone]
    assert sheet["F3"].data_type == "s"


def test_nothing_in_it_is_a_formula(office):
    sheet = office.gets(office.small)
    assert (sheet["C3"].value, sheet["C3"].data_type) == (office.formula.name, "s")


def test_above_the_children_stands_for_whom_and_what_for(office):
    (first, *_) = next(office.gets(office.small).iter_rows(values_only=True))
    assert first.startswith("一（2）班 · 安全和应急联系 · ")
    assert first.endswith("用完请删除")


def test_it_is_taken_once_and_by_who_asked(office):
    asked = office.asks(office.small)
    office.ready(asked)
    for other in (office.other, office.elsewhere()):
        with pytest.raises(NotFound):
            office.takes(asked, by=other)
    office.takes(asked)
    with pytest.raises(Conflict, match="已经取走"):
        office.takes(asked)
    assert office.sees(asked.export_id).state == "taken"


def test_every_child_in_it_is_on_record_as_read_by_who_took_it(office):
    office.gets(office.large)
    assert office.stage.store.look(_TAKEN, actor=office.one.person_id) == [(50,)]


def test_colleagues_see_what_waits_and_nothing_else(office):
    alone, waits = office.asks(office.small), office.asks()
    seen = office.sees(waits.export_id, by=office.other)
    assert (seen.what, seen.own, seen.state) == ("全校", False, "waiting")
    assert office.sees(alone.export_id, by=office.other) is None
    assert office.sees(waits.export_id, by=office.elsewhere()) is None
    with pytest.raises(NotFound):
        office.releases(waits, by=office.elsewhere())


def test_agreed_to_twice_it_is_made_once(office):
    asked = office.asks()
    office.releases(asked)
    office.releases(asked)
    office.ready(asked)
    office.takes(asked)


def test_what_makes_no_sense_is_refused(office):
    ask = AskExport(scope=ExportOf.CLASS, contents=ExportContents.NAMES, purpose=ExportPurpose.REPORT)
    with pytest.raises(InvalidRequest):
        office.does(ask_export, ask)
    with pytest.raises(InvalidRequest, match="没有学生"):
        office.asks(grade=6)
    with pytest.raises(NotFound):
        office.does(ask_export, replace(ask, class_id=office.stage.seventh.class_id))


def test_a_child_that_is_erased_is_in_no_workbook_any_more(office):
    asked = office.asks(office.small)
    office.ready(asked)
    pupil_id = office.formula.pupil_id
    office.does(ask_erasure, AskErasure(pupil_id=pupil_id, reason=ErasureReason.FAMILY))
    office.does(confirm_erasure, ConfirmErasure(pupil_id=pupil_id), office.other)
    with pytest.raises(NotFound):
        office.takes(asked)
