"""规定草案: written row by row or as a file, shown beside what is in force, adopted by another than its author."""

import io
from datetime import timedelta

import pytest
from flask import Flask

from plumbing import clock
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import Person

DRAFT, NEW = "/rules/draft", "/rules/draft/new/homework/written_home_maximum"
THIRTY = {
    "title": "家庭书面作业", "bound": "at_most", "value": "30", "grades": ["3", "4"], "force": "refuse",
    "clause": "三、四年级每天家庭书面作业不超过30分钟。", "source": "本校作业管理制度",
}
SENTENCE = "三、四年级每天回家做的书面作业一律不超过 30 分钟"


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


def writes(office: Person, **said: object) -> None:
    office.opens(NEW)
    office.presses("写进草案", **{**THIRTY, **said})  # type: ignore[arg-type]


def test_without_a_draft_the_page_shows_what_is_in_force_and_offers_to_change_it(office: Person) -> None:
    words = office.opens(DRAFT).words
    assert "现在没有草案" in words
    assert "书面作业原则上只限：在校完成。" in words
    assert "改这一行：" in words


def test_the_way_to_a_new_norm_asks_for_the_matter_then_what_it_looks_at(office: Person) -> None:
    office.opens("/rules/draft/new")
    office.opens(office.page.links["作业"])
    assert NEW in office.page.links.values()


def test_a_row_written_by_the_form_stands_in_the_draft_beside_what_is_in_force(office: Person) -> None:
    writes(office)
    words = office.page.words
    assert "通过以前，什么也没有改变" in words
    assert "新增" in words
    assert SENTENCE in words
    assert "没有这一行" in words
    assert "吴敏 起草" in words


def test_what_can_be_bound_in_one_way_only_is_not_asked_how(office: Person) -> None:
    assert "怎样算符合" not in office.opens(NEW).words
    assert "怎样算符合" in office.opens("/rules/draft/new/care/service_days").words


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_typed_is_lost(office: Person) -> None:
    writes(office, value="半小时", effective_from="明天")
    assert office.status == 422
    assert "日期应写成 2026-09-01 的样子" in office.page.words
    kept = dict(office.page.form("写进草案").values)
    assert (kept["value"], kept["title"], kept["effective_from"]) == ("半小时", "家庭书面作业", "明天")
    assert ("grades", "4") in office.page.form("写进草案").values
    office.presses("写进草案", effective_from=clock.today().isoformat())
    assert office.status == 422
    assert "“数值或选项” 不能是" in office.page.words
    office.presses("写进草案", value="")
    assert "分钟数，按每个学生算：请填写。" in office.page.words


def test_a_row_that_could_never_bind_is_told_before_anything_else(office: Person) -> None:
    writes(office, value="90")
    words = office.page.words
    assert "现在还不能通过" in words
    assert words.index("现在还不能通过") < words.index("改动的地方")


def test_a_row_of_the_draft_is_changed_in_place_and_may_be_taken_out_again(office: Person) -> None:
    writes(office)
    row = "/rules/draft/norms/written_home_maximum_at_most/rows/1"
    assert row in office.page.html
    office.opens(row)
    assert dict(office.page.form("写进草案").values)["value"] == "30"
    office.presses("写进草案", value="20", effective_from=clock.today().isoformat())
    assert "不超过 20 分钟" in office.page.words
    assert "不超过 30 分钟" not in office.page.words
    assert f"{row}/end" in office.page.html
    office.opens(f"{row}/end")
    office.presses("写进草案", last_day=(clock.today() - timedelta(days=1)).isoformat())
    assert "草案和现在执行的规定完全一样" in office.page.words


def test_a_norm_gets_one_more_row(office: Person) -> None:
    writes(office)
    office.opens(office.page.links["：家庭书面作业"])
    office.presses(
        "写进草案", value="40", grades=["5"], effective_from=clock.today().isoformat(), clause="五年级不超过40分钟。",
        source="本校作业管理制度",
    )
    assert "五年级每天回家做的书面作业一律不超过 40 分钟" in office.page.words
    assert SENTENCE in office.page.words


def test_the_whole_layer_is_written_as_a_file_or_handed_in(office: Person) -> None:
    office.opens("/rules/draft/document")
    document = dict(office.page.form("写进草案").values)["document"]
    assert "finish_at_school" in document
    office.presses("写进草案", document=document.replace("书面作业在校完成", "书面作业都在校完成"))
    assert "书面作业都在校完成" in office.page.words
    office.opens("/rules/draft/document")
    form = office.page.form("写进草案")
    office.sends(form, {"file": (io.BytesIO(document.replace("在校", "在学校").encode()), "本校.yaml")})
    assert "书面作业在学校完成" in office.page.words


def test_a_file_that_cannot_be_read_is_refused_with_its_place_and_stays_as_it_was_typed(office: Person) -> None:
    office.opens("/rules/draft/document")
    wrong = "layer: school\nnorms:\n  - key: [\n"
    office.presses("写进草案", document=wrong)
    assert office.status == 422
    assert "行读不出来，请检查缩进、冒号和引号" in office.page.words
    assert dict(office.page.form("写进草案").values)["document"].strip() == wrong.strip()
    form = office.page.form("写进草案")
    office.sends(form, {"file": (io.BytesIO("层".encode("utf-16")), "本校.yaml")})
    assert "请存成 UTF-8 编码" in office.page.words


def test_a_draft_that_was_given_up_leaves_what_is_in_force(office: Person) -> None:
    writes(office)
    words = office.presses("放弃草案").words
    assert "草案已经放弃" in words
    assert "现在没有草案" in words


def test_the_districts_office_writes_the_districts_layer(app: Flask) -> None:
    officer = Person(app).signed_in("qian")
    assert "课后服务每周天数" in officer.opens(DRAFT).words
    writes(officer)
    assert "要由区教育局的另一位同事看过再通过" in officer.page.words


def test_a_form_comes_back_with_every_word_where_the_session_has_ended(
    office: Person, houses: InMemoryHouses
) -> None:
    office.opens(NEW)
    form = office.page.form("写进草案")
    houses.silent = {"directory", "rulebook"}
    office.sends(form, {**THIRTY})
    assert office.status == 503
    kept = dict(office.page.form("再提交一次").values)
    assert (kept["grades"], kept["value"], kept["clause"]) == ("3、4", "30", THIRTY["clause"])
    houses.silent = set()
    assert SENTENCE in office.presses("再提交一次").words


def test_a_teacher_and_a_family_have_no_such_pages(teacher: Person, mother: Person) -> None:
    for person in (teacher, mother):
        for address in (DRAFT, NEW, "/rules/draft/document", "/rules/versions"):
            person.opens(address)
            assert person.status == 404


def test_a_norm_that_is_only_called_something_else_is_adopted_like_any_other_change(
    office: Person, principal: Person
) -> None:
    office.opens(DRAFT)
    office.opens(next(address for words, address in office.page.links.items() if words.startswith("改这一行")))
    assert "只改了规定的叫法" in office.presses("写进草案", title="书面作业在校写完", effective_from="2026-09-01").words
    principal.opens(DRAFT)
    assert "已经通过" in principal.presses("通过这份草案").words
