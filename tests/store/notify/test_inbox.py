"""A person's own messages, read once, and how many of those told have read (N2)."""

import pytest

from contracts.errors import InvalidRequest, NotFound
from contracts.homework.assignment import HomeworkCorrected
from contracts.notify.message import MarkRead, MessageRead, ReadMessage
from plumbing.ids import new_id
from services.notify.application.inbox import mark_read, read_message
from tests.store.notify.stage import homework


@pytest.fixture
def mother(stage):
    guardian = stage.person()
    stage.pupil(guardian)
    return guardian


def test_the_newest_message_comes_first_and_the_unread_are_counted(stage, mother):
    pieces = [stage.tell(homework(stage.class_id)).assignment_id for _ in range(3)]
    inbox = stage.inbox(mother)
    assert [message.about_id for message in inbox.messages] == pieces[::-1]
    assert inbox.unread == 3


def test_a_page_holds_fifty_and_the_next_one_goes_on_where_it_ended(stage, mother):
    pieces = [stage.tell(homework(stage.class_id)).assignment_id for _ in range(53)][::-1]
    first = stage.inbox(mother).messages
    assert [message.about_id for message in first] == pieces[:50]
    rest = stage.inbox(mother, before=first[-1].message_id).messages
    assert [message.about_id for message in rest] == pieces[50:]


def test_a_hundred_unread_are_counted_and_no_more(stage, mother):
    for _ in range(102):
        stage.tell(homework(stage.class_id))
    assert stage.inbox(mother).unread == 100


def test_a_message_is_read_once_and_says_since_when_ever_after(stage, mother):
    stage.tell(homework(stage.class_id))
    (message,) = stage.inbox(mother).messages

    first, second = stage.read(message, mother), stage.read(message, mother)

    assert first == second
    assert (stage.inbox(mother).messages[0].read_at, stage.inbox(mother).unread) == (first.read_at, 0)
    assert stage.store.news() == [MessageRead(
        message_id=message.message_id, person_id=mother.person_id, about_id=message.about_id, read_at=first.read_at
    )]


def test_nobody_reads_or_receipts_anothers_message(stage, mother):
    stage.tell(homework(stage.class_id))
    (message,) = stage.inbox(mother).messages
    stranger = stage.person()
    with pytest.raises(NotFound):
        stage.read(message, stranger)
    assert stage.inbox(stranger).messages == stage.inbox(stranger, before=message.message_id).messages == ()
    assert stage.inbox(mother).unread == 1


def test_a_person_opens_their_own_message_and_nobody_elses(stage, mother):
    stage.tell(homework(stage.class_id))
    (message,) = stage.inbox(mother).messages
    one = ReadMessage(message_id=message.message_id)
    assert stage.store.ask(read_message, one, mother) == message
    with pytest.raises(NotFound):
        stage.store.ask(read_message, one, stage.person())


def test_a_message_that_is_not_there_looks_the_same(stage, mother):
    with pytest.raises(NotFound):
        stage.store.ask(mark_read, MarkRead(message_id=new_id()), mother)


def test_staff_see_how_many_were_told_and_how_many_have_read(stage, mother):
    father = stage.person()
    stage.pupil(father)
    piece, silent = stage.tell(homework(stage.class_id)), new_id()
    stage.read(stage.inbox(father).messages[0], father)
    assert stage.receipts(piece.assignment_id, silent) == {piece.assignment_id: (2, 1)}


def test_who_has_not_read_the_correction_has_not_read_it_all(stage, mother):
    piece = stage.tell(homework(stage.class_id))
    stage.read(stage.inbox(mother).messages[0], mother)
    stage.tell(homework(stage.class_id, HomeworkCorrected, piece.assignment_id))
    assert stage.receipts(piece.assignment_id) == {piece.assignment_id: (1, 0)}
    stage.read(stage.inbox(mother).messages[0], mother)
    assert stage.receipts(piece.assignment_id) == {piece.assignment_id: (1, 1)}


def test_receipts_are_asked_for_fifty_things_at_most(stage):
    assert stage.receipts(*(new_id() for _ in range(50))) == {}
    with pytest.raises(InvalidRequest) as refused:
        stage.receipts(*(new_id() for _ in range(51)))
    assert "51" in refused.value.details["fields"]["about_ids"][0]
