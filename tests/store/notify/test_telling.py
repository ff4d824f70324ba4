"""Whom an event is told to: the right people, each once, whatever comes first (N1)."""

import itertools
from datetime import UTC, date, datetime

import pytest

from contracts.directory.school import GuardianshipChanged, PupilPlaced, StaffGranted
from contracts.enrolment.approval import ApprovalDue
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.programme import ProgrammeAnnounced
from contracts.homework.assignment import HomeworkCorrected, HomeworkWithdrawn
from plumbing.ids import new_id
from tests.store.notify.stage import decided, homework, submitted

IN_ANY_ORDER = tuple(itertools.permutations(("placed", "guarded", "published")))


def test_homework_is_told_to_every_guardian_of_the_class_and_to_nobody_else(stage):
    mother, father, neighbour = stage.person(), stage.person(), stage.person()
    pupil_id = stage.pupil(mother, father)
    stage.pupil(neighbour, class_id=new_id())

    piece = stage.tell(homework(stage.class_id))

    assert stage.told(mother) == stage.told(father) == [("homework.published", piece.assignment_id, (pupil_id,))]
    assert stage.told(neighbour) == []


def test_a_guardian_of_twins_in_one_class_gets_one_message_for_both(stage):
    mother = stage.person()
    twins = sorted((stage.pupil(mother), stage.pupil(mother)))
    piece = stage.tell(homework(stage.class_id))
    assert stage.told(mother) == [("homework.published", piece.assignment_id, tuple(twins))]


def test_a_guardian_with_children_in_two_classes_is_told_of_each_classs_homework(stage):
    mother, other_class = stage.person(), new_id()
    first, second = stage.pupil(mother), stage.pupil(mother, class_id=other_class)
    stage.tell(homework(stage.class_id))
    stage.tell(homework(other_class))
    assert {pupil_ids for _, _, pupil_ids in stage.told(mother)} == {(first,), (second,)}


def test_a_correction_and_a_withdrawal_reach_the_same_people_as_news_of_their_own(stage):
    mother = stage.person()
    stage.pupil(mother)
    piece = stage.tell(homework(stage.class_id))
    for again in (HomeworkCorrected, HomeworkCorrected, HomeworkWithdrawn):
        stage.tell(homework(stage.class_id, again, piece.assignment_id))
    assert [cause for cause, _, _ in stage.told(mother)] == [
        "homework.withdrawn", "homework.corrected", "homework.corrected", "homework.published",
    ]


def test_a_message_carries_what_words_are_made_of_and_no_more(stage):
    mother = stage.person()
    stage.pupil(mother)
    stage.tell(homework(stage.class_id))
    assert stage.inbox(mother).messages[0].facts == {
        "class_id": stage.class_id, "subject": "数学", "day": "2026-11-23", "kind": "written", "place": "school",
        "minutes": "20",
    }


def test_an_application_is_told_to_the_classs_head_teachers(stage):
    head, second_head, other_head = stage.head(), stage.head(new_id(), stage.class_id), stage.head(new_id())
    mother = stage.person()
    pupil_id = stage.pupil(mother)
    asked = stage.tell(submitted(stage.class_id, pupil_id))
    assert stage.told(head) == stage.told(second_head)
    assert stage.told(head) == [("enrolment.application_submitted", asked.application_id, (pupil_id,))]
    assert stage.told(other_head) == stage.told(mother) == []


def test_a_decision_is_told_to_that_childs_guardians_only(stage):
    mother, classmate = stage.person(), stage.person()
    pupil_id = stage.pupil(mother)
    stage.pupil(classmate)
    news = stage.tell(decided(stage.class_id, pupil_id))
    assert stage.told(mother) == [("enrolment.application_decided", news.application_id, (pupil_id,))]
    assert stage.told(classmate) == []


def test_a_reminder_is_told_to_those_whom_it_names_and_nobody_else(stage):
    office, head, mother = stage.person(), stage.head(), stage.person()
    pupil_id = stage.pupil(mother)
    due = stage.tell(ApprovalDue(
        application_id=new_id(), pupil_id=pupil_id, class_id=stage.class_id, kind=OfferingKind.CLUB, overdue=True,
        person_ids=(office.person_id,),
    ))
    assert stage.told(office) == [("enrolment.approval_due", due.application_id, (pupil_id,))]
    assert stage.told(head) == stage.told(mother) == []


def announced():
    return ProgrammeAnnounced(
        programme_id=new_id(), first_day=date(2026, 9, 1), last_day=date(2027, 1, 20), grades=(3,),
        opens_at=datetime(2026, 9, 1, 11, tzinfo=UTC),
    )


def test_what_the_school_announces_is_told_to_every_family_once_for_all_its_children(stage):
    mother, neighbour, head = stage.person(), stage.person(), stage.head()
    children = sorted((stage.pupil(mother), stage.pupil(mother, class_id=new_id())))
    other = stage.pupil(neighbour, class_id=new_id())
    programme = stage.tell(announced())
    cause = "enrolment.programme_announced"
    assert stage.told(mother) == [(cause, programme.programme_id, tuple(children))]
    assert stage.told(neighbour) == [(cause, programme.programme_id, (other,))]
    assert stage.told(head) == []


def test_a_family_that_comes_on_the_day_is_told_too_of_what_the_school_announced(stage):
    programme, newcomer = stage.tell(announced()), stage.person()
    pupil_id = stage.pupil(newcomer)
    assert stage.told(newcomer) == [("enrolment.programme_announced", programme.programme_id, (pupil_id,))]


@pytest.mark.parametrize("order", IN_ANY_ORDER, ids="-".join)
def test_in_whatever_order_the_news_comes_the_guardian_is_told_once(stage, order):
    mother, pupil_id = stage.person(), new_id()
    piece = homework(stage.class_id)
    news = {
        "placed": lambda: stage.learn(PupilPlaced(pupil_id=pupil_id, class_id=stage.class_id, seat_number=3)),
        "guarded": lambda: stage.learn(GuardianshipChanged(pupil_id=pupil_id, guardian_ids=(mother.person_id,))),
        "published": lambda: stage.tell(piece),
    }
    for step in order:
        news[step]()
    assert stage.told(mother) == [("homework.published", piece.assignment_id, (pupil_id,))]


@pytest.mark.parametrize("known_first", [True, False])
def test_a_decision_finds_the_guardians_before_the_child_has_a_class(stage, known_first):
    mother, pupil_id = stage.person(), new_id()
    guarded = GuardianshipChanged(pupil_id=pupil_id, guardian_ids=(mother.person_id,))
    if known_first:
        stage.learn(guarded)
    stage.tell(decided(stage.class_id, pupil_id))
    if not known_first:
        stage.learn(guarded)
    assert len(stage.told(mother)) == 1


def test_a_head_teacher_named_after_an_application_came_is_told_of_it(stage):
    asked = stage.tell(submitted(stage.class_id, new_id()))
    assert [about for _, about, _ in stage.told(stage.head())] == [asked.application_id]


def test_homework_of_a_class_nobody_knows_waits_for_its_people(stage):
    unknown_class = new_id()
    piece = stage.tell(homework(unknown_class))
    assert stage.receipts(piece.assignment_id) == {}
    stage.pupil(stage.person(), class_id=unknown_class)
    assert stage.receipts(piece.assignment_id) == {piece.assignment_id: (1, 0)}


def test_a_child_who_joins_today_brings_its_guardians_todays_homework_and_no_older(stage):
    stage.tell(homework(stage.class_id))
    stage.store.let_a_day_pass()
    today = stage.tell(homework(stage.class_id))
    mother = stage.person()
    stage.pupil(mother)
    assert [about for _, about, _ in stage.told(mother)] == [today.assignment_id]


def test_a_twin_who_comes_later_joins_the_message_and_it_stays_read(stage):
    mother = stage.person()
    first = stage.pupil(mother)
    stage.tell(homework(stage.class_id))
    receipt = stage.read(stage.inbox(mother).messages[0], mother)
    second = stage.pupil(mother)
    (message,) = stage.inbox(mother).messages
    assert message.pupil_ids == tuple(sorted((first, second)))
    assert message.read_at == receipt.read_at


def test_who_is_no_guardian_any_more_is_told_nothing_new(stage):
    mother, former = stage.person(), stage.person()
    pupil_id = stage.pupil(mother, former)
    stage.learn(GuardianshipChanged(pupil_id=pupil_id, guardian_ids=(mother.person_id,)), sequence=2)
    stage.learn(GuardianshipChanged(pupil_id=pupil_id, guardian_ids=(former.person_id,)), sequence=1)
    stage.tell(homework(stage.class_id))
    assert (len(stage.told(mother)), len(stage.told(former))) == (1, 0)


def test_a_child_who_left_brings_its_guardians_nothing_new(stage):
    mother = stage.person()
    pupil_id = stage.pupil(mother)
    stage.learn(PupilPlaced(pupil_id=pupil_id), sequence=2)
    stage.tell(homework(stage.class_id))
    assert stage.told(mother) == []


def test_a_teacher_who_leads_no_class_any_more_is_told_nothing_new(stage):
    head, list_id = stage.person(), new_id()
    grants = stage.head().grants
    stage.learn(StaffGranted(grant_list_id=list_id, person_id=head.person_id, grants=grants))
    stage.learn(StaffGranted(grant_list_id=list_id, person_id=head.person_id, grants=()), sequence=2)
    stage.tell(submitted(stage.class_id, new_id()))
    assert stage.told(head) == []


def test_the_same_event_again_changes_nothing(stage):
    mother = stage.person()
    stage.pupil(mother)
    piece, message_id = homework(stage.class_id), new_id()
    for _ in range(3):
        stage.tell(piece, message_id)
    assert len(stage.told(mother)) == 1
