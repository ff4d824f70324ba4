"""导入名册, as the office sees it: a file or a paste, what is wrong and what would pass, and then the button."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import HTTPS, Person

PASTED = "姓名\t班级\n周小雨\t三（9）班"


@pytest.fixture
def office(principal: Person) -> Person:
    return principal


def handed_in(office: Person, **typed: Any) -> str:
    """Hand in the form as a browser does; encoded here: the test client would leave its large files open."""
    office.opens("/school/rosters")
    form = office.page.form("检查这份名册")
    boundary, body = encode_multipart({**dict(form.values), **typed})
    answer = office.client.post(
        "/school/rosters", base_url=HTTPS, data=body, headers={"Referer": HTTPS + "/school/rosters"},
        content_type=f'multipart/form-data; boundary="{boundary}"', follow_redirects=True,
    )
    return office.sees(answer).words


def test_what_is_pasted_is_checked_and_only_then_taken_in(office: Person, houses: InMemoryHouses) -> None:
    words = handed_in(office, pasted=PASTED)
    assert "检查结果" in words
    assert "现在还没有改动任何东西" in words
    (content,) = (pieces[0].decode() for pieces in houses.directory.files.values())
    assert content.split() == PASTED.split()
    assert "导入完成" in office.presses("导入 1 人").words


def test_the_same_form_sent_twice_is_one_roster(office: Person, houses: InMemoryHouses) -> None:
    office.opens("/school/rosters")
    form = office.page.form("检查这份名册")
    for _ in range(2):
        office.sends(form, {"pasted": PASTED})
    assert len(houses.directory.rosters) == 1


def test_what_is_wrong_is_said_with_its_row_its_column_and_what_would_pass(office: Person) -> None:
    words = handed_in(office, pasted=PASTED)
    assert "第 5 行 · 监护人1手机" in words
    assert "手机号应有 11 位，这里有 10 位。请核对后补全号码。" in words
    assert "没有读取的列：性别。" in words


def test_a_file_of_several_megabytes_comes_in_whole(office: Person, houses: InMemoryHouses) -> None:
    content = b"x" * (3 << 20)
    words = handed_in(office, file=FileStorage(io.BytesIO(content), "名册.XLSX"))
    assert "检查结果" in words
    (pieces,) = houses.directory.files.values()
    assert b"".join(pieces[number] for number in sorted(pieces)) == content


@pytest.mark.parametrize(("typed", "said"), [
    (lambda: {}, "请选择一个文件"),
    (lambda: {"file": FileStorage(io.BytesIO(b"x"), "名册.docx")}, "只能读 .xlsx、.xls、.et、.csv 文件"),
    (lambda: {"file": FileStorage(io.BytesIO(b"x" * ((8 << 20) + 1)), "名册.xlsx")}, "超过了 8 MB"),
])
def test_what_is_no_roster_is_refused_at_once(
    office: Person, houses: InMemoryHouses, typed: Callable[[], dict[str, object]], said: str
) -> None:
    assert said in handed_in(office, **typed())
    assert office.status == 422
    assert not houses.directory.rosters


def test_while_it_is_at_work_the_page_says_how_far_it_is_and_comes_again_by_itself(
    office: Person, houses: InMemoryHouses
) -> None:
    houses.directory.busy = True
    words = handed_in(office, pasted=PASTED)
    assert "正在检查" in words
    assert "第 2 步，共 4 步" in words
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in office.page.html


def test_a_file_that_cannot_be_read_says_why(office: Person, houses: InMemoryHouses) -> None:
    houses.directory.unreadable = "文件加了密码，无法读取。请去掉打开密码，另存后再上传。"
    assert "请去掉打开密码" in handed_in(office, pasted=PASTED)


def test_a_teacher_has_no_such_page(teacher: Person) -> None:
    teacher.opens("/school/rosters")
    assert teacher.status == 404
