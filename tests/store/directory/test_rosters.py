"""A roster handed in by the office: checked, given back marked, taken in; through the worker's own processes."""

import io
import json
import os
import socket
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from contracts.directory.guardian import EndGuardianship, EndReason, InviteGuardian, Relation
from contracts.directory.roster import RosterOf, RosterWhole
from contracts.errors import Conflict, InvalidRequest, NotFound
from plumbing.database import Database
from plumbing.house import House
from plumbing.ids import new_id
from plumbing.scope import Scope
from plumbing.sealing import Vault
from services.directory.application.guardians.ending import end_guardianship
from services.directory.application.guardians.invitation import invite_guardian
from services.directory.store import DirectoryUnit
from tests.plumbing.workshop import Process, answers_ready, wait_for
from tests.store.directory.office import Office

DATA = Path(__file__).parent / "data"
PUPILS, STAFF = (DATA / "pupils.xlsx").read_bytes(), (DATA / "staff.xlsx").read_bytes()
HEADING = "学籍号\t姓名\t班级\t出生日期\t家长姓名\t与学生关系\t联系电话"
_EVENTS = text("SELECT type, body FROM outbox WHERE school_id = :school_id ORDER BY seq")
_GUARDIANS = text("SELECT guardian_id FROM guardianship WHERE school_id IN (:a, :b)")
_KEPT = text("SELECT to_jsonb(pupil) FROM pupil WHERE school_id = :school_id")


@pytest.fixture(scope="module")
def database(module_database):
    return module_database("directory")


@pytest.fixture(scope="module")
def house(database, directory_keys):
    opened = Database(database.url("directory"))
    yield House(service="directory", unit=partial(DirectoryUnit, vault=Vault(directory_keys)), database=opened)
    opened.engine.dispose()


@pytest.fixture(scope="module")
def look(database):
    """Return how the operator sees the tables."""
    owner = Database(database.url("directory_owner"), pool_size=1)

    def rows(statement, **values):
        with owner.begin(Scope()) as connection:
            return connection.execute(statement, values).all()

    yield rows
    owner.engine.dispose()


@pytest.fixture(scope="module")
def worker(database, directory_keys, tmp_path_factory):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ, "QINGFU_DATABASE_URL": database.url("directory"), "QINGFU_DIRECTORY_KEYS": directory_keys,
        "QINGFU_DATABASE_URL_SWEEP": database.url("directory_sweep"), "QINGFU_HEALTH_PORT": str(port),
    }
    process = Process(("-m", "services.directory", "work"), environment, tmp_path_factory.mktemp("work") / "log")
    wait_for(lambda: answers_ready(port), process.log)
    yield process
    process.stop()


@pytest.fixture
def office(house, worker):
    return Office(house)


@pytest.fixture
def news(look, office):
    """Return the types of what has been announced of the office's school since it was last asked."""
    told = 0

    def fresh():
        nonlocal told
        rows = look(_EVENTS, school_id=office.school_id)
        told, new = len(rows), rows[told:]
        return [(row.type.split(".")[1], json.loads(row.body)) for row in new]

    return fresh


def sheet(*rows):
    return "\n".join((HEADING, *("\t".join(row) for row in rows))).encode()


def pupil(serial, name="王小明", of_class="三（1）班", phone=None):
    return (f"G{serial:018d}", name, of_class, "2017-05-06", "王大明", "父亲", phone or f"138{serial:08d}")


def test_the_file_of_a_real_school_is_taken_in_and_the_second_time_changes_nothing(office, news):
    checked = office.checks(PUPILS)
    counts = checked.result.counts
    assert (counts["lines"], counts["new"], counts["bad"]) == (696, 675, 20)
    slips = [name for name in checked.result.opened if "9" in name]
    assert (len(checked.result.opened), slips) == (21, ["二（9）班", "三（9）班", "五（9）班"])
    assert [one.force for one in checked.result.findings if "新开这个班" in one.what] == ["warn"] * 3
    assert news() == []
    assert office.takes_in(checked).take_in.state == "done"
    kinds = [kind for kind, _ in news()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "class_opened": 21, "pupil_placed": 675, "guardianship_changed": 675
    }
    again = office.checks(PUPILS)
    assert (again.result.counts["unchanged"], again.result.moves) == (675, ())
    assert office.takes_in(again).take_in.state == "done"
    assert news() == []


def test_the_same_workbook_comes_back_with_what_is_wrong_in_red_and_a_sheet_that_leads_to_it(office):
    checked = office.checks(PUPILS)
    workbook = load_workbook(io.BytesIO(office.gets(checked.marked_file_id)))
    page, errors = workbook["学生信息"], workbook["错误"]
    assert [cell.value for cell in page[1]][:1] == ["XX小学2026—2027学年第一学期学生花名册"]
    wrong = page["J59"]
    assert wrong.fill.start_color.rgb == "FFFFC7CE"
    assert "只留一个手机号" in wrong.comment.text
    assert page["J60"].comment is None
    first = [cell.value for cell in errors[2]]
    assert first[:3] == [59, "J 监护人1手机", "要改正"]
    assert errors.cell(row=2, column=6).hyperlink.location == "'学生信息'!J59"
    assert errors.max_row == checked.result.findings_in_all + 1


def test_a_workbook_that_came_back_is_handed_in_corrected_as_it_is(office):
    marked = office.gets(office.checks(PUPILS).marked_file_id)
    workbook = load_workbook(io.BytesIO(marked))
    workbook["学生信息"]["J59"] = "19620230440"
    corrected = io.BytesIO()
    workbook.save(corrected)
    again = office.checks(corrected.getvalue())
    assert again.result.counts["bad"] == 19
    back = load_workbook(io.BytesIO(office.gets(again.marked_file_id)))
    assert back.sheetnames == ["学生信息", "错误"]
    assert back["学生信息"]["J59"].comment is None


def test_the_staff_is_taken_in_with_its_roles(office, news):
    checked = office.checks(STAFF, people=RosterOf.STAFF)
    assert (checked.result.counts["new"], checked.result.counts["bad"]) == (54, 0)
    assert office.takes_in(checked).take_in.state == "done"
    granted = [body["grants"] for kind, body in news() if kind == "staff_granted"]
    roles = [grant["role"] for grants in granted for grant in grants]
    assert (len(granted), roles.count("head_teacher"), roles.count("principal")) == (54, 18, 0)
    again = office.checks(STAFF, people=RosterOf.STAFF, whole=RosterWhole.SCHOOL)
    assert (again.result.counts["unchanged"], again.result.counts["left"]) == (54, 0)


def test_who_moves_and_who_leaves_is_shown_before_and_announced_after(office, news):
    office.takes_in(office.checks(sheet(pupil(1), pupil(2), pupil(3)), suffix="tsv"))
    news()
    later = sheet(pupil(1), pupil(2, of_class="三（2）班"))
    checked = office.checks(later, suffix="tsv", whole=RosterWhole.SCHOOL)
    assert [(one.change, one.was, one.becomes) for one in checked.result.moves] == [
        ("left", "三（1）班", ""), ("moved", "三（1）班", "三（2）班"),
    ]
    office.takes_in(checked)
    told = news()
    assert [kind for kind, _ in told] == ["class_opened", "pupil_placed", "pupil_placed"]
    assert sorted(body["class_id"] is None for kind, body in told if kind == "pupil_placed") == [False, True]


def test_numbers_are_kept_sealed_and_marks_of_need_travel_in_no_event(office, news, look):
    office.takes_in(office.checks(PUPILS))
    kept = str(look(_KEPT, school_id=office.school_id))
    assert "G640609201901278790" not in kept
    assert "17526541554" not in kept
    assert not [body for _, body in news() if {"name", "migrant", "left_behind", "phone"} & set(body)]


def test_a_sibling_in_another_school_of_the_district_has_the_same_parent(house, office, look):
    father = "13800000077"
    office.takes_in(office.checks(sheet(pupil(1, phone=father)), suffix="tsv"))
    other = Office(house, district_id=office.district_id)
    checked = other.checks(sheet(pupil(2, name="王小红", phone=father)), suffix="tsv")
    assert other.takes_in(checked).take_in.state == "done"
    held = look(_GUARDIANS, a=office.school_id, b=other.school_id)
    assert len(held) == 2
    assert len(set(held)) == 1


def test_what_has_changed_since_the_check_is_not_taken_in_blindly(office, news):
    first = office.checks(sheet(pupil(1)), suffix="tsv")
    second = office.checks(sheet(pupil(1, of_class="三（2）班")), suffix="tsv")
    office.takes_in(first)
    news()
    refused = office.takes_in(second)
    assert (refused.take_in.state, refused.take_in.code) == ("failed", "conflict")
    assert news() == []


def test_a_roster_pressed_twice_is_taken_in_once(office, news):
    checked = office.checks(sheet(pupil(1)), suffix="tsv")
    done = office.takes_in(checked)
    again = office.takes_in(checked)
    assert done.take_in.job_id == again.take_in.job_id
    assert [kind for kind, _ in news()].count("pupil_placed") == 1


def test_a_file_without_a_header_says_which_columns_it_needs(office):
    failed = office.checks(b"a,b,c\n1,2,3\n", suffix="csv")
    assert failed.check.state == "failed"
    assert "“姓名”和“班级”" in failed.check.words
    with pytest.raises(Conflict):
        office.asks_to_take_in(failed)


def test_an_old_windows_export_is_read_as_it_is(office):
    exported = sheet(pupil(1)).decode().replace("\t", ",").encode("gb18030")
    checked = office.checks(exported, suffix="csv")
    assert checked.result.counts["new"] == 1


def test_a_colleagues_roster_is_not_there(house, office):
    mine = office.checks(sheet(pupil(1)), suffix="tsv")
    with pytest.raises(NotFound):
        Office(house).sees(mine.roster_id)
    with pytest.raises(InvalidRequest):
        office.house.change(lambda unit, _: unit.ask_job(None, input_file_id=new_id()), None, office.caller())


def test_a_worker_killed_in_the_middle_takes_nothing_in_twice_and_loses_nothing(office, worker, news):
    checked = office.checks(PUPILS)
    office.asks_to_take_in(checked)
    wait_for(lambda: office.sees(checked.roster_id).take_in.state == "running", "taking in to begin")
    worker.kill()
    worker.start()
    done = wait_for(lambda: office.ended(checked.roster_id, "take_in"), "another attempt to end")
    assert done.take_in.state == "done"
    kinds = [kind for kind, _ in news()]
    assert (kinds.count("pupil_placed"), kinds.count("guardianship_changed")) == (675, 675)


def test_what_office_and_family_have_said_of_guardians_no_roster_undoes(office, news):
    office.takes_in(office.checks(sheet(pupil(1), pupil(2)), suffix="tsv"))
    placed = {body["pupil_id"]: body for kind, body in news() if kind == "guardianship_changed"}
    first, second = placed.values()
    ended = EndGuardianship(
        pupil_id=first["pupil_id"], person_id=first["guardian_ids"][0], reason=EndReason.PROTECTION
    )
    office.house.change(end_guardianship, ended, office.caller())
    grandmother = InviteGuardian(
        pupil_id=second["pupil_id"], name="李秀兰", relation=Relation.GRANDPARENT, phone="13800000099"
    )
    office.house.change(invite_guardian, grandmother, office.caller())
    news()
    again = office.checks(sheet(pupil(1), pupil(2)), suffix="tsv")
    assert (again.result.counts["bad"], again.result.counts["unchanged"]) == (1, 1)
    assert "学校已经终止" in again.result.findings[0].what
    office.takes_in(again)
    assert news() == []
