"""The ways to look at a board: a week of every class, a screen that turns by itself, a sheet of A3 a grade."""

from datetime import timedelta

from contracts.directory.school import SchoolClass
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses import people as who
from tests.unit.gateway.houses.people import number
from tests.unit.gateway.person import Person
from tests.unit.gateway.test_homework_pages import publish
from tests.unit.today import TODAY

MONDAY = TODAY - timedelta(days=TODAY.weekday())
BOARD = "/schools/xiangyang/board"
SCREEN, WEEK = f"{BOARD}/screen", f"{BOARD}/week"


def test_the_rules_stand_beside_the_board_with_their_clauses(somebody: Person) -> None:
    somebody.opens(BOARD)
    sentence, clause = "三至六年级每天的书面作业（在校与回家合计）一律不超过 60 分钟", "平均完成时间不超过60分钟"
    for said in ("适用的作业规定", "国家规定", sentence, clause, "本校规定"):
        assert said in somebody.page.words


def test_a_board_is_shown_without_its_rules_while_rulebook_is_silent_and_says_so(
    somebody: Person, houses: InMemoryHouses
) -> None:
    houses.silent = {"rulebook"}
    somebody.opens(BOARD)
    assert somebody.status == 200
    assert "规定暂时读不到" in somebody.page.words


def test_the_week_has_every_class_and_monday_to_friday(somebody: Person) -> None:
    somebody.opens(f"{WEEK}?day={MONDAY}")
    for said in ("一（1）班", "三（2）班", "五（1）班", "周一", "周二", "周三", "周四", "周五"):
        assert said in somebody.page.words
    assert "周六" not in somebody.page.words.replace(f"{MONDAY + timedelta(6)}", "")


def test_the_week_shows_a_saturday_on_which_there_is_school_and_whose_timetable_it_takes(
    somebody: Person, houses: InMemoryHouses
) -> None:
    houses.homework.swapped[MONDAY + timedelta(5)] = 3
    somebody.opens(f"{WEEK}?day={MONDAY}")
    assert "周六" in somebody.page.words
    assert "按周三的课表" in somebody.page.words


def test_a_piece_of_the_week_is_there_as_soon_as_it_is_published(somebody: Person, teacher: Person) -> None:
    somebody.opens(WEEK)
    assert "口算" not in somebody.page.words
    publish(teacher, "25")
    somebody.opens(WEEK)
    assert "合计 25 / 60 分钟" in somebody.page.words


def test_a_week_can_be_narrowed_to_a_grade(somebody: Person) -> None:
    somebody.opens(WEEK)
    somebody.opens(somebody.page.links["三年级"])
    assert "三（2）班" in somebody.page.words
    assert "五（1）班" not in somebody.page.words


def test_one_week_leads_to_the_next_and_the_one_before(somebody: Person) -> None:
    somebody.opens(WEEK)
    somebody.opens(somebody.page.links["后一周"])
    assert (MONDAY + timedelta(7)).isoformat() in somebody.address
    somebody.opens(somebody.page.links["本周"])
    somebody.opens(somebody.page.links["前一周"])
    assert (MONDAY - timedelta(7)).isoformat() in somebody.address


def next_screen(person: Person) -> str:
    """Return where the screen goes by itself."""
    return person.page.html.partition(";url=")[2].partition('"')[0].replace("&amp;", "&")


def test_the_screen_turns_through_the_grades_and_begins_again(somebody: Person) -> None:
    seen = []
    address = SCREEN
    for _ in range(4):
        somebody.opens(address)
        seen.append(next(grade for grade in ("一年级", "三年级", "五年级") if grade in somebody.page.words))
        address = next_screen(somebody)
    assert seen == ["一年级", "三年级", "五年级", "一年级"]


def test_a_grade_of_many_classes_takes_several_screens(somebody: Person, houses: InMemoryHouses) -> None:
    houses.homework.classes = tuple(
        SchoolClass(class_id=number(400 + n), grade=4, number=n, name="") for n in range(1, 9)
    )
    somebody.opens(SCREEN)
    assert "四（6）班" in somebody.page.words
    assert "四（7）班" not in somebody.page.words
    somebody.opens(next_screen(somebody))
    assert "四（8）班" in somebody.page.words


def test_a_screen_can_be_stopped_and_sent_on(somebody: Person) -> None:
    somebody.opens(SCREEN)
    somebody.opens(somebody.page.links["停在这一屏"])
    assert not next_screen(somebody)
    somebody.opens(somebody.page.links["下一屏"])
    assert "三年级" in somebody.page.words
    assert not next_screen(somebody)
    somebody.opens(somebody.page.links["继续轮播"])
    assert next_screen(somebody)


def test_a_screen_in_the_hall_says_that_nothing_can_be_read_and_tries_again_by_itself(
    somebody: Person, houses: InMemoryHouses
) -> None:
    houses.silent = {"homework", "directory"}
    somebody.opens(SCREEN)
    assert somebody.status == 503
    assert "公示暂时读不到" in somebody.page.words
    houses.silent = set()
    somebody.opens(next_screen(somebody))
    assert "一（1）班" in somebody.page.words


def test_a_screen_leaves_nobody_anywhere_by_an_odd_number(somebody: Person) -> None:
    for odd in ("0", "999", "-1", "x", "1" * 500, "²"):
        somebody.opens(f"{SCREEN}?page={odd}")
        assert somebody.status == 200


def test_the_a3_board_says_school_and_day_on_the_sheet_of_each_grade(somebody: Person) -> None:
    somebody.opens(f"{BOARD}?paper=a3")
    assert somebody.page.html.count("q-grade__note") == len({c.grade for c in who.CLASSES})
    somebody.opens(somebody.page.links["后一天"])
    assert "paper=a3" in somebody.address
