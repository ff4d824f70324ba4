"""布置作业 as teachers and families meet it."""

from datetime import timedelta

import pytest

from plumbing import clock
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ONE_ONE, THREE_TWO
from tests.unit.gateway.person import Person

MATHS = f"{THREE_TWO}|数学"
PUBLISH = "发布到公示栏"


def piece(minutes: str = "20", **more: str) -> dict[str, str]:
    typed = {"teaching": MATHS, "day": clock.today().isoformat(), "kind": "written", "place": "school"}
    return {**typed, "minutes": minutes, "content": "口算第 3 页", **more}


def publish(person: Person, minutes: str = "20", **more: str) -> None:
    person.opens("/homework/new")
    person.presses(PUBLISH, **piece(minutes, **more))


def test_a_teacher_publishes_homework_and_sees_it_stand(teacher: Person) -> None:
    publish(teacher)
    assert teacher.status == 200
    assert "已发布到公示栏" in teacher.page.words
    assert "三（2）班 数学作业" in teacher.page.words
    assert "已读 0/2 位家长" in teacher.page.words


def test_the_bar_says_what_the_class_already_has_and_what_is_left(teacher: Person, colleague: Person) -> None:
    publish(colleague, "35", teaching=f"{THREE_TWO}|语文")
    teacher.opens(f"/homework/new?teaching={MATHS}&day={clock.today()}")
    assert "今天三（2）班已有 35 分钟，还可布置 25 分钟" in teacher.page.words


def test_the_form_starts_on_the_next_school_day(teacher: Person, houses: InMemoryHouses) -> None:
    today = clock.today()
    for days in range(3):
        houses.directory.holiday(today + timedelta(days))
    teacher.opens("/homework/new")
    started = dict(teacher.page.form(PUBLISH).values)["day"]
    assert started > (today + timedelta(2)).isoformat()


def test_too_many_minutes_are_refused_with_the_sum_the_clause_and_a_way_out(teacher: Person, colleague: Person) -> None:
    publish(colleague, "35", teaching=f"{THREE_TWO}|语文")
    publish(teacher, "30")
    words = teacher.page.words
    assert teacher.status == 422
    assert "出错：布置作业" in words
    assert "合计 65 分钟，超过 60 分钟" in words
    assert "小学三至六年级书面作业平均完成时间不超过60分钟" in words
    assert "改为 25 分钟，并发布" in words
    assert ("content", "口算第 3 页") in teacher.page.form(PUBLISH).values


def test_one_tap_on_an_offer_publishes_what_would_pass(teacher: Person, colleague: Person) -> None:
    publish(colleague, "35", teaching=f"{THREE_TWO}|语文")
    publish(teacher, "30")
    teacher.presses("改为 25 分钟，并发布")
    assert teacher.status == 200
    assert "25 分钟" in teacher.page.words


def test_an_offer_may_empty_a_list(teacher: Person) -> None:
    publish(teacher, practices="copying")
    assert teacher.status == 422
    teacher.presses("不再抄写，并发布")
    assert teacher.status == 200


def test_written_homework_for_first_graders_is_refused_with_its_clause(teacher: Person) -> None:
    publish(teacher, "10", teaching=f"{ONE_ONE}|数学", place="home")
    assert teacher.status == 422
    assert "不布置家庭书面作业，可在校内适当安排巩固练习" in teacher.page.words
    teacher.presses("改为在校完成，并发布")
    assert teacher.status == 200


def test_a_warning_does_not_stop_a_teacher_but_is_said(teacher: Person) -> None:
    publish(teacher, "10", place="home")
    assert teacher.status == 200
    assert "书面作业原则上只限：在校完成" in teacher.page.words


def test_a_double_click_publishes_once(teacher: Person, houses: InMemoryHouses) -> None:
    teacher.opens("/homework/new")
    form = teacher.page.form(PUBLISH)
    teacher.sends(form, piece())
    first = teacher.address
    teacher.sends(form, piece())
    assert teacher.address == first
    assert len(houses.homework.pieces) == 1


def test_an_address_that_says_odd_things_still_leads_to_the_form(teacher: Person) -> None:
    teacher.opens("/homework/new?endpoint=x&_external=1&_scheme=ftp&day=2026-02-31&teaching=nothing")
    assert teacher.status == 200
    assert "布置作业" in teacher.page.words


def test_who_goes_back_to_the_form_finds_the_same_one_and_publishes_once(
    teacher: Person, houses: InMemoryHouses
) -> None:
    teacher.opens("/homework/new")
    form = teacher.address
    teacher.presses(PUBLISH, **piece())
    published = teacher.address
    teacher.opens(form)
    teacher.presses(PUBLISH, **piece())
    assert teacher.address == published
    teacher.opens(form)
    teacher.presses(PUBLISH, **piece(content="口算第 4 页"))
    assert "这张表已经提交过" in teacher.page.words


def test_reloading_a_refusal_shows_the_same_refusal(teacher: Person, houses: InMemoryHouses) -> None:
    teacher.opens("/homework/new")
    form = teacher.page.form(PUBLISH)
    teacher.sends(form, piece("61"))
    teacher.sends(form, piece("61"))
    assert teacher.status == 422
    assert "超过 60 分钟" in teacher.page.words
    assert not houses.homework.pieces


def test_a_refused_form_carries_a_new_key_so_that_the_change_counts(teacher: Person) -> None:
    publish(teacher, "61")
    teacher.presses(PUBLISH, minutes="60")
    assert teacher.status == 200


def test_the_same_form_with_other_words_shows_what_stands_and_how_to_correct_it(teacher: Person) -> None:
    teacher.opens("/homework/new")
    form = teacher.page.form(PUBLISH)
    teacher.sends(form, piece())
    standing = teacher.address
    teacher.sends(form, piece("30", content="改成第 5 页"))
    assert teacher.status == 422
    assert "这张表已经提交过" in teacher.page.words
    assert standing in teacher.page.links.values()
    assert ("content", "改成第 5 页") in teacher.page.form(PUBLISH).values


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"minutes": "20.5"}, "预计用时（分钟）：请填整数。"),
        ({"minutes": ""}, "预计用时（分钟）：请填写。"),
        ({"content": "空\x00白"}, "内容：含有看不见的控制字符，请删去后重填。"),
        ({"day": "明天"}, "哪一天做：日期应写成 2026-09-01 的样子。"),
        ({"teaching": ""}, "班级和学科：请填写。"),
        ({"kind": "dancing"}, "类型：请从列表中选择。"),
    ],
)
def test_what_cannot_be_read_is_named_at_its_field(teacher: Person, wrong: dict[str, str], said: str) -> None:
    publish(teacher, **{**piece(), **wrong})
    assert teacher.status == 422
    assert said in teacher.page.words


def test_rare_characters_and_line_breaks_come_back_as_typed(teacher: Person) -> None:
    content = "𠮷野家的“龘”字\r\n  第二行前面有两个空格\r\n<b>不是标签</b>"
    publish(teacher, "61", content=content)
    assert teacher.status == 422
    kept = dict(teacher.page.form(PUBLISH).values)["content"]
    assert kept.replace("\n", "\r\n").replace("\r\r", "\r") == content


def test_full_width_digits_are_minutes_too(teacher: Person) -> None:
    publish(teacher, "２０")
    assert teacher.status == 200


def test_without_scripts_a_teacher_can_work_it_out_before_publishing(teacher: Person, houses: InMemoryHouses) -> None:
    teacher.opens("/homework/new")
    form = teacher.page.form(PUBLISH)
    form.action = "/homework/check"
    teacher.sends(form, piece("61"))
    assert teacher.status == 200
    assert "超过 60 分钟" in teacher.page.words
    assert "改为 60 分钟，并发布" in teacher.page.words
    assert not houses.homework.pieces


def test_with_scripts_the_check_answers_with_the_bar_alone(teacher: Person) -> None:
    teacher.opens("/homework/new")
    values = {**dict(teacher.page.form(PUBLISH).values), **piece("10")}
    answer = teacher.client.post(
        "/homework/check", base_url="https://qingfu.example", data=values,
        headers={"HX-Request": "true", "Referer": "https://qingfu.example/homework/new"},
    )
    text = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "<html" not in text
    assert "今天三（2）班已有 0 分钟，还可布置 60 分钟" in text


def test_a_class_of_somebody_else_is_not_there(teacher: Person) -> None:
    publish(teacher, teaching=f"{THREE_TWO}|英语")
    assert teacher.status == 404


def test_families_read_the_piece_but_change_nothing(teacher: Person, mother: Person) -> None:
    publish(teacher)
    address = teacher.address
    mother.opens(address)
    assert "口算第 3 页" in mother.page.words
    assert "更正" not in mother.page.words
    mother.opens(address + "/correct")
    assert mother.status == 404


def test_a_correction_shows_on_the_board_with_its_reason(teacher: Person, somebody: Person) -> None:
    publish(teacher)
    teacher.opens(teacher.address + "/correct")
    teacher.presses("更正", minutes="15", reason="估计得太长")
    assert "已更正" in teacher.page.words
    somebody.opens("/schools/xiangyang/board")
    assert "估计得太长" in somebody.page.words
    assert "合计 15 / 60 分钟" in somebody.page.words


def test_a_correction_of_what_has_changed_meanwhile_shows_what_stands(teacher: Person) -> None:
    publish(teacher)
    address = teacher.address + "/correct"
    teacher.opens(address)
    old = teacher.page.form("更正")
    teacher.opens(address)
    teacher.presses("更正", minutes="15", reason="第一次")
    teacher.sends(old, {"minutes": "18", "reason": "第二次"})
    assert teacher.status == 409
    assert "现在公示的是" in teacher.page.words
    teacher.presses("更正")
    assert teacher.status == 200
    assert "18 分钟" in teacher.page.words


def test_a_withdrawal_asks_why_and_stays_to_be_seen(teacher: Person, somebody: Person) -> None:
    publish(teacher)
    teacher.opens(teacher.address + "/withdraw")
    teacher.presses("撤回", reason="")
    assert teacher.status == 422
    teacher.presses("撤回", reason="布置错了班级")
    assert "已撤回" in teacher.page.words
    somebody.opens("/schools/xiangyang/board")
    assert "q-piece--withdrawn" in somebody.page.html
    assert "布置错了班级" in somebody.page.words
    assert "合计 0 / 60 分钟" in somebody.page.words


def test_my_homework_lists_what_i_set_with_its_readers(teacher: Person, mother: Person) -> None:
    publish(teacher)
    mother.opens("/inbox")
    mother.opens(next(a for words, a in mother.page.links.items() if "数学作业" in words))
    teacher.opens("/homework")
    assert "三（2）班 数学" in teacher.page.words
    assert "已读 1/2 位家长" in teacher.page.words


@pytest.mark.parametrize("change", ["correct", "withdraw"])
def test_a_colleague_may_read_a_piece_and_finds_no_way_to_change_it(
    teacher: Person, colleague: Person, change: str
) -> None:
    publish(colleague, teaching=f"{THREE_TWO}|语文")
    teacher.opens(colleague.address)
    assert teacher.status == 200
    teacher.opens(f"{colleague.address}/{change}")
    assert teacher.status == 404
