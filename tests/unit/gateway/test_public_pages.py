"""Public pages: one rendering for all who come, fresh with the news, honest about their age while houses are silent."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened
from contracts.event import Event
from contracts.homework.assignment import HomeworkWithdrawn
from contracts.rulebook.norms import NormsPublished
from gateway.metrics import REQUESTS
from gateway.public_pages import PublicPages
from plumbing import clock
from tests.unit.gateway.conftest import News, told
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import SCHOOL_ID, THREE_TWO, WANG, number
from tests.unit.gateway.person import HTTPS, Person
from tests.unit.gateway.test_homework_pages import publish
from tests.unit.today import TODAY

BOARD = "/schools/xiangyang/board"
ELSEWHERE = number(999)


def opened(app: Flask, address: str = BOARD, **headers: str) -> TestResponse:
    return app.test_client().get(address, base_url=HTTPS, headers=headers)


def asked(houses: InMemoryHouses, call: str = "homework.board") -> int:
    return sum(name == call for name, _ in houses.heard)


def hear(app: Flask) -> Callable[..., None]:
    pages: PublicPages = app.extensions["qingfu"].public_pages
    return lambda event, *where: pages.hear(told(event, *where))


def withdrawn(day: date) -> Event:
    return HomeworkWithdrawn(
        assignment_id=number(1), class_id=THREE_TWO, teacher_id=WANG, subject="数学", day=day
    )


def test_a_thousand_phones_at_half_past_four_are_one_call(app: Flask, houses: InMemoryHouses) -> None:
    with ThreadPoolExecutor(16) as phones:
        answers = list(phones.map(lambda _: opened(app), range(1000)))
    assert {answer.status_code for answer in answers} == {200}
    assert asked(houses) == 1
    assert asked(houses, "directory.school") == 1


def test_what_is_published_stands_on_the_board_at_once(somebody: Person, teacher: Person) -> None:
    somebody.opens(BOARD)
    publish(teacher, "25")
    somebody.opens(BOARD)
    assert "合计 25 / 60 分钟" in somebody.page.words


def test_a_norm_of_the_whole_nation_has_every_board_made_anew(app: Flask, houses: InMemoryHouses) -> None:
    opened(app)
    hear(app)(NormsPublished(layer_id=number(4), layer="national", version=1, norms=()), None, None)
    opened(app)
    assert asked(houses) == 2


@pytest.mark.parametrize(
    ("event", "school_id"),
    [
        (withdrawn(TODAY), SCHOOL_ID),
        (ClassOpened(class_id=THREE_TWO, grade=3, number=2), SCHOOL_ID),
        (NormsPublished(layer_id=number(3), layer="school", version=1, norms=()), SCHOOL_ID),
        (NormsPublished(layer_id=number(4), layer="district", version=1, norms=()), None),
        (CalendarPublished(calendar_id=number(5), terms=(), marked=()), None),
    ],
)
def test_news_of_what_the_board_shows_has_it_made_anew(
    app: Flask, houses: InMemoryHouses, event: Event, school_id: str | None
) -> None:
    opened(app)
    hear(app)(event, school_id)
    opened(app)
    assert asked(houses) == 2


@pytest.mark.parametrize(
    ("event", "school_id"),
    [
        (withdrawn(TODAY + timedelta(1)), SCHOOL_ID),
        (withdrawn(TODAY), ELSEWHERE),
        (ClassOpened(class_id=THREE_TWO, grade=3, number=2), ELSEWHERE),
        (CalendarPublished(calendar_id=number(5), terms=(), marked=()), ELSEWHERE),
    ],
)
def test_news_of_another_day_or_school_leaves_the_board_as_it_is(
    app: Flask, houses: InMemoryHouses, event: Event, school_id: str
) -> None:
    opened(app)
    hear(app)(event, school_id)
    opened(app)
    assert asked(houses) == 1


def test_while_news_might_be_missed_every_reader_is_shown_what_homework_says_now(
    app: Flask, houses: InMemoryHouses, news: News
) -> None:
    opened(app)
    news.fresh = False
    opened(app)
    opened(app)
    assert asked(houses) == 3


def test_while_houses_are_silent_the_board_is_shown_as_it_was_and_says_so(
    somebody: Person, teacher: Person, houses: InMemoryHouses, news: News
) -> None:
    publish(teacher, "25")
    somebody.opens(BOARD)
    houses.silent, news.fresh = {"homework", "directory", "rulebook"}, False
    somebody.opens(BOARD)
    assert somebody.status == 200
    assert "合计 25 / 60 分钟" in somebody.page.words
    assert "系统暂时读不到最新内容" in somebody.page.words
    assert somebody.answer is not None
    assert "no-store" in somebody.answer.headers["Cache-Control"]
    houses.silent = set()
    somebody.opens(BOARD)
    assert "系统暂时读不到最新内容" not in somebody.page.words


def test_a_board_that_nobody_has_seen_is_not_invented_while_homework_is_silent(
    somebody: Person, houses: InMemoryHouses
) -> None:
    houses.silent = {"homework"}
    somebody.opens(BOARD)
    assert somebody.status == 503


def test_a_page_travels_packed_and_each_form_of_it_has_a_strong_tag_of_its_own(app: Flask) -> None:
    packed, plain = opened(app, **{"Accept-Encoding": "gzip"}), opened(app, **{"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    tags = packed.headers["ETag"], plain.headers["ETag"]
    assert len(set(tags)) == 2
    assert not any(tag.startswith("W/") for tag in tags)
    assert packed.headers["Vary"] == "Accept-Encoding, Cookie"
    assert "public" in packed.headers["Cache-Control"]


def test_a_page_made_for_one_host_is_not_given_to_the_readers_of_another(app: Flask) -> None:
    client = app.test_client()
    client.get(BOARD, base_url="https://evil.example")
    assert "evil.example" not in client.get(BOARD, base_url=HTTPS).get_data(as_text=True)


def test_the_board_of_a_day_is_the_same_page_however_its_address_is_dressed_up(
    app: Flask, houses: InMemoryHouses
) -> None:
    for address in (BOARD, f"{BOARD}?day={TODAY}", f"{BOARD}?day={TODAY}&from=wechat"):
        opened(app, address)
    assert asked(houses) == 1


def test_a_page_handed_out_at_the_front_says_all_that_the_first_answer_said(app: Flask) -> None:
    first, again = (dict(opened(app, **{"Accept-Encoding": "gzip"}).headers) for _ in range(2))
    assert first.pop("X-Request-Id") != again.pop("X-Request-Id")
    assert first == again


def test_a_page_handed_out_at_the_front_is_counted_under_its_route(app: Flask) -> None:
    opened(app)
    counter = REQUESTS.labels("/schools/<code>/board", "GET", "200")
    before = counter._value.get()
    opened(app)
    assert counter._value.get() == before + 1


def test_a_browser_that_has_the_page_hears_so_at_the_front_too(app: Flask) -> None:
    tag = opened(app, **{"Accept-Encoding": "gzip"}).headers["ETag"]
    answer = opened(app, **{"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert (answer.status_code, answer.data) == (304, b"")


def test_when_the_day_is_over_its_address_leads_to_the_next(
    app: Flask, houses: InMemoryHouses, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(app)
    a_day_on = clock.offset_seconds() + int(timedelta(days=1).total_seconds())
    monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(a_day_on))
    opened(app)
    assert asked(houses) == 2
