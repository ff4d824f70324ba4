"""公示栏: for anybody, the same for everybody, corrections and withdrawals to be seen, fit for paper."""

from datetime import timedelta

from contracts.homework.assignment import DayBudget, Draft, Kind, Place
from gateway.pages.bar import WIDTH, bar_of, counted_minutes
from gateway.texts import budget as words
from tests.unit.gateway.houses.people import THREE_TWO
from tests.unit.gateway.person import HTTPS, Person
from tests.unit.gateway.test_homework_pages import publish
from tests.unit.today import TODAY


def budget(**more: object) -> DayBudget:
    return DayBudget(class_id=THREE_TWO, day=TODAY, **more)  # type: ignore[arg-type]


def test_anybody_sees_every_class_with_its_total_against_the_cap(somebody: Person, teacher: Person) -> None:
    publish(teacher, "25")
    somebody.opens("/schools/xiangyang/board")
    for said in ("向阳小学", "三年级", "三（2）班", "合计 25 / 60 分钟", "在校 25 分钟", "不布置回家做的书面作业"):
        assert said in somebody.page.words


def test_the_board_shows_nobody_who_is_signed_in_and_sets_no_cookie(teacher: Person, somebody: Person) -> None:
    teacher.opens("/schools/xiangyang/board")
    somebody.opens("/schools/xiangyang/board")
    assert teacher.page.html == somebody.page.html
    assert teacher.answer is not None
    assert "Set-Cookie" not in teacher.answer.headers


def test_a_browser_that_has_the_board_is_told_so(somebody: Person, teacher: Person) -> None:
    answer = somebody.client.get("/schools/xiangyang/board", base_url=HTTPS, headers={"Accept-Encoding": "gzip"})
    tag = {"If-None-Match": answer.headers["ETag"], "Accept-Encoding": "gzip"}
    again = somebody.client.get("/schools/xiangyang/board", base_url=HTTPS, headers=tag)
    assert (again.status_code, again.data) == (304, b"")
    publish(teacher)
    assert somebody.client.get("/schools/xiangyang/board", base_url=HTTPS, headers=tag).status_code == 200


def test_one_day_leads_to_the_next_and_the_one_before(somebody: Person) -> None:
    somebody.opens("/schools/xiangyang/board")
    somebody.opens(somebody.page.links["后一天"])
    assert somebody.address.endswith((TODAY + timedelta(1)).isoformat())
    somebody.opens(somebody.page.links["前一天"])
    somebody.opens(somebody.page.links["前一天"])
    assert somebody.address.endswith((TODAY - timedelta(1)).isoformat())


def test_the_paper_carries_a_code_that_leads_back_to_this_page(somebody: Person) -> None:
    somebody.opens("/schools/xiangyang/board")
    assert "<svg" in somebody.page.html
    assert f"{HTTPS}/schools/xiangyang/board?day={TODAY}" in somebody.page.words


def test_a_school_that_is_none_is_not_there(somebody: Person) -> None:
    somebody.opens("/schools/nowhere/board")
    assert somebody.status == 404


def test_the_rules_of_a_school_are_sentences_with_clause_source_and_date(somebody: Person, teacher: Person) -> None:
    somebody.opens("/schools/xiangyang/rules")
    sentence = "三至六年级每天的书面作业（在校与回家合计）一律不超过 60 分钟"
    for said in (sentence, "平均完成时间不超过60分钟", "2021-07-24 起", "本校规定"):
        assert said in somebody.page.words
    teacher.opens("/rules")
    assert "向阳小学" in teacher.page.words


def test_the_bar_fills_up_to_the_cap_and_shows_what_passes_it() -> None:
    bar = bar_of(budget(used_minutes=35, limit_minutes=60, left_minutes=25), 30)
    assert bar.used + bar.new + bar.over == WIDTH
    assert bar.cap == bar.used + bar.new
    assert bar.over > 0


def test_the_bar_of_a_day_without_a_cap_has_no_line() -> None:
    assert bar_of(budget(used_minutes=35)).cap is None


def test_an_empty_day_has_an_empty_bar() -> None:
    bar = bar_of(budget(limit_minutes=60, left_minutes=60))
    assert (bar.used, bar.new, bar.over, bar.cap) == (0, 0, 0, WIDTH)


def test_the_bar_adds_only_what_the_norm_counts() -> None:
    draft = Draft(
        class_id=THREE_TWO, subject="语文", day=TODAY, kind=Kind.READING, place=Place.SCHOOL, minutes=20, content="读"
    )
    assert counted_minutes(budget(counts="written"), draft) == 0
    assert counted_minutes(budget(counts="all"), draft) == 20
    assert counted_minutes(budget(counts="all", place="home"), draft) == 0


def test_the_sentence_of_a_day_says_when_who_how_much_and_how_much_is_left() -> None:
    today = budget(used_minutes=35, limit_minutes=60, left_minutes=25)
    assert words.sentence(today, "三（2）班", TODAY) == "今天三（2）班已有 35 分钟，还可布置 25 分钟"
    assert words.sentence(budget(used_minutes=5), "三（2）班", TODAY) == "今天三（2）班已有 5 分钟，没有总量规定"
    none = budget(limit_minutes=0, place="home")
    assert words.sentence(none, "一（1）班", TODAY) == "今天一（1）班不布置回家做的书面作业"
