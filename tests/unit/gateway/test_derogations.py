"""放宽: a school asks with a reason and a last day, the district decides, and on the day after it is over by itself."""

from datetime import timedelta

import pytest
from flask import Flask

from plumbing import clock
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_rules_try import tries

LIST, ASK = "/rules/derogations", "/rules/derogations/ask/district/service_days_a_week"
LAST = clock.today() + timedelta(days=40)
REASON = "周四下午教师集体学习"


@pytest.fixture
def office(app: Flask) -> Person:
    return Person(app).signed_in("wu")


@pytest.fixture
def officer(app: Flask) -> Person:
    return Person(app).signed_in("qian")


def asks(office: Person, **said: str | list[str]) -> str:
    office.opens(ASK)
    typed = {"value": "4", "effective_to": LAST.isoformat(), "reason": REASON, **said}
    return office.presses("向区县提出", **typed).words


def decides(officer: Person, **said: str) -> str:
    officer.opens(LIST)
    officer.opens(officer.page.links["看申请，作决定"])
    return officer.presses("提交决定", **{"words": "教基〔2026〕12 号", **said}).words


def outcome(person: Person, on: str) -> str:
    return "不可以" if "不可以：" in tries(person, "/rules/try/care", service_days="4", on=on) else "可以"


def test_a_request_waits_for_the_district_and_changes_nothing_yet(office: Person) -> None:
    words = asks(office)
    assert "已经向区县提出。准予以前，原来的规定照样执行" in words
    assert "等区县决定" in words
    assert "不少于 4 天" in words
    assert "吴敏 提出" in words
    assert outcome(office, clock.today().isoformat()) == "不可以"


def test_what_the_district_grants_holds_until_its_last_day_and_ends_by_itself(office: Person, officer: Person) -> None:
    asks(office)
    officer.opens("/")
    assert "1 份放宽规定的申请等您决定" in officer.page.words
    assert "已经准予" in decides(officer, decision="grant")
    assert "向阳小学：课后服务每周天数" in officer.page.words
    told = [outcome(office, day.isoformat()) for day in (clock.today(), LAST, LAST + timedelta(days=1))]
    assert told == ["可以", "可以", "不可以"]


def test_what_ends_soon_comes_first_and_is_told_at_home(office: Person, officer: Person) -> None:
    asks(office)
    decides(officer, decision="grant")
    assert "快到期" in office.opens(LIST).words
    assert "“课后服务每周天数”的放宽到" in office.opens("/").words


def test_everybody_reads_what_the_school_is_excused_from_why_and_until_when(
    office: Person, officer: Person, somebody: Person
) -> None:
    asks(office)
    decides(officer, decision="grant")
    words = somebody.opens("/schools/xiangyang/rules").words
    assert "准予放宽的" in words
    assert REASON in words
    assert "以后恢复执行：课后服务每周天数" in words


def test_a_school_and_its_district_read_in_the_record_who_granted_it_as_far_as_they_know_each_other(
    office: Person, officer: Person
) -> None:
    asks(office)
    decides(officer, decision="grant")
    pages = [person.opens("/rules/versions").words for person in (office, officer)]
    told = [words.partition("每一版都可以下载")[2] for words in pages]
    assert all("区县规定，第 2 版：准予放宽" in words and REASON in words for words in told)
    assert [("区教育局" in words, "钱立" in words, "吴敏" in words) for words in told] == [
        (True, False, False), (False, True, False),
    ]


def test_a_refusal_says_why(office: Person, officer: Person) -> None:
    asks(office)
    assert "没有准予" in decides(officer, decision="refuse", words="请调整教研时间")
    assert "区县的答复：请调整教研时间" in office.opens(LIST).words


def test_a_decision_without_words_is_not_taken(office: Person, officer: Person) -> None:
    asks(office)
    decides(officer, decision="grant", words="")
    assert officer.status == 422
    assert "批准单位和文号，或不准予的理由：请填写" in officer.page.words


def test_what_was_asked_may_be_taken_back_until_it_is_decided(office: Person, officer: Person) -> None:
    asks(office)
    office.opens(LIST)
    form = office.page.form("撤回申请")
    assert "已经撤回" in office.presses("撤回申请").words
    assert "没有成功。" in office.sends(form, {"key": "another"}).words
    assert office.status == 409
    assert "看申请，作决定" not in officer.opens(LIST).html


def test_one_that_was_taken_back_meanwhile_is_not_granted(office: Person, officer: Person) -> None:
    asks(office)
    officer.opens(LIST)
    officer.opens(officer.page.links["看申请，作决定"])
    office.opens(LIST)
    office.presses("撤回申请")
    words = officer.presses("提交决定", decision="grant", words="同意").words
    assert officer.status == 409
    assert "这份申请已经有了结果" in words
    assert "已撤回" in words


def test_what_would_loosen_nothing_or_cannot_be_read_comes_back_as_it_was_typed(office: Person) -> None:
    assert "请填写" in asks(office, reason="")
    assert office.status == 422
    assert dict(office.page.form("向区县提出").values)["value"] == "4"
    asks(office, value="6")
    assert office.status == 422
    assert ("reason", REASON) in office.page.form("向区县提出").values
    asks(office, effective_to="2020-01-01")
    assert office.status == 422


def test_a_norm_that_the_district_may_not_loosen_is_not_offered(office: Person) -> None:
    assert "每天书面作业总量" not in office.opens("/rules/derogations/ask").words
    office.opens("/rules/derogations/ask/national/written_a_day")
    assert office.status == 404


def test_a_school_decides_nothing_and_a_teacher_sees_none_of_it(office: Person, teacher: Person) -> None:
    asks(office)
    office.opens(f"{LIST}/00000000-0000-0000-0000-000000000000")
    assert office.status == 404
    teacher.opens(LIST)
    assert teacher.status == 404
