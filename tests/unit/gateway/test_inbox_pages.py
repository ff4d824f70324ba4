"""Messages: in words a parent understands, and counted as read when they are opened, not before."""

import pytest

from contracts.catalogue import NOTIFY_MESSAGES
from contracts.notify.message import InboxMessage
from gateway.texts.inbox import causes, words
from plumbing import clock
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import LI, YIMING, number
from tests.unit.gateway.person import HTTPS, Person
from tests.unit.gateway.test_homework_pages import publish


def first_message(person: Person) -> str:
    person.opens("/inbox")
    return next(a for a in person.page.links.values() if a.startswith("/inbox/"))


def unread(houses: InMemoryHouses) -> int:
    return sum(m.read_at is None for m in houses.notify.boxes[LI])


def test_a_message_names_the_child_the_subject_and_the_minutes(mother: Person, teacher: Person) -> None:
    publish(teacher)
    mother.opens("/inbox")
    for said in ("1 条未读", "数学作业：约 20 分钟", "李一鸣"):
        assert said in mother.page.words


def test_opening_a_message_is_its_receipt_once(mother: Person, teacher: Person, houses: InMemoryHouses) -> None:
    publish(teacher)
    address = first_message(mother)
    assert unread(houses) == 1
    mother.opens(address)
    assert "已读回执已经送达" in mother.page.words
    read_at = houses.notify.boxes[LI][0].read_at
    mother.opens(address)
    assert houses.notify.boxes[LI][0].read_at == read_at


@pytest.mark.parametrize("header", ["Sec-Purpose", "Purpose"])
def test_a_message_fetched_ahead_by_the_browser_is_not_read(
    mother: Person, teacher: Person, houses: InMemoryHouses, header: str
) -> None:
    publish(teacher)
    address = first_message(mother)
    mother.opens(address, **{header: "prefetch"})
    assert unread(houses) == 1


def test_asking_only_for_the_head_of_a_message_reads_nothing(
    mother: Person, teacher: Person, houses: InMemoryHouses
) -> None:
    publish(teacher)
    mother.client.head(first_message(mother), base_url=HTTPS)
    assert unread(houses) == 1


def test_a_message_can_be_read_though_its_receipt_cannot_be_sent(
    mother: Person, teacher: Person, houses: InMemoryHouses
) -> None:
    publish(teacher)
    address = first_message(mother)
    houses.lost = {"notify"}
    mother.opens(address)
    assert mother.status == 200
    assert "已读回执暂时没有送达" in mother.page.words


def test_the_message_leads_to_the_thing_itself(mother: Person, teacher: Person) -> None:
    publish(teacher)
    mother.opens(first_message(mother))
    mother.opens(mother.page.links["看作业内容"])
    assert "口算第 3 页" in mother.page.words


def test_somebody_elses_message_is_not_there(mother: Person, father: Person, teacher: Person) -> None:
    publish(teacher)
    father.opens(first_message(mother))
    assert father.status == 404


def test_older_messages_are_a_page_further_and_open_too(mother: Person, houses: InMemoryHouses) -> None:
    for n in range(60):
        houses.notify.tell(LI, "homework.withdrawn", number(900 + n), [YIMING], {"subject": f"第{n}课"})
    mother.opens("/inbox")
    assert "第59课" in mother.page.words
    assert "第9课" not in mother.page.words
    mother.opens(mother.page.links["更早的消息"])
    assert "第0课" in mother.page.words
    oldest = [a for a in mother.page.links.values() if a.startswith("/inbox/")][-1]
    mother.opens(oldest)
    assert "第0课" in mother.page.words


def told(cause: str, **facts: str) -> InboxMessage:
    return InboxMessage(
        message_id=number(1), cause=cause, about_id=number(2), pupil_ids=(), facts=facts, sent_at=clock.now()
    )


def test_everything_that_families_and_staff_are_told_has_words() -> None:
    assert causes() == {event.type.rpartition(".v")[0] for event in NOTIFY_MESSAGES.events}


def test_a_message_of_a_newer_house_is_told_without_guessing() -> None:
    assert words(told("enrolment.session_moved")).heading == "有一条新消息"


@pytest.mark.parametrize("cause", sorted(causes()))
def test_a_message_with_fewer_facts_than_expected_is_still_a_sentence(cause: str) -> None:
    assert words(told(cause)).sentence.endswith("。")


def test_a_place_after_waiting_says_so() -> None:
    assert "候补轮到了" in words(told("enrolment.place_given", kind="club", from_line="true")).sentence
