"""A child's data are deleted: nobody has a message about it any more, and messages of several are of the others."""

from contracts.directory.erasure import PupilErased
from contracts.directory.school import GuardianshipChanged, PupilPlaced
from tests.store.notify.stage import decided, homework, submitted


def erase(stage, pupil_id, sequence=9):
    stage.learn(PupilErased(pupil_id=pupil_id), sequence)


def test_what_was_told_of_the_child_alone_is_gone_for_guardian_and_head_teacher(stage):
    mother, head = stage.person(), stage.head()
    child = stage.pupil(mother)
    stage.tell(submitted(stage.class_id, child))
    stage.tell(decided(stage.class_id, child))
    assert (len(stage.told(mother)), len(stage.told(head))) == (1, 1)
    erase(stage, child)
    assert (stage.told(mother), stage.told(head)) == ([], [])


def test_a_message_about_two_siblings_is_about_the_other_one_only(stage):
    mother = stage.person()
    child, sibling = stage.pupil(mother), stage.pupil(mother)
    news = stage.tell(homework(stage.class_id))
    erase(stage, child)
    assert stage.told(mother) == [("homework.published", news.assignment_id, (sibling,))]


def test_a_message_that_was_for_this_child_only_is_gone(stage):
    mother, other = stage.person(), stage.person()
    child = stage.pupil(mother)
    stage.pupil(other)
    stage.tell(homework(stage.class_id))
    erase(stage, child)
    assert (stage.told(mother), len(stage.told(other))) == ([], 1)


def test_nobody_is_told_of_the_class_for_this_child_any_more(stage):
    mother = stage.person()
    erase(stage, stage.pupil(mother))
    stage.tell(homework(stage.class_id))
    assert stage.told(mother) == []


def test_older_news_that_comes_late_brings_nothing_back(stage):
    mother = stage.person()
    child = stage.pupil(mother)
    erase(stage, child)
    stage.learn(PupilPlaced(pupil_id=child, class_id=stage.class_id, seat_number=1), sequence=7)
    stage.learn(GuardianshipChanged(pupil_id=child, guardian_ids=(mother.person_id,)), sequence=8)
    stage.tell(homework(stage.class_id))
    assert stage.told(mother) == []
