"""A child's data are deleted: its applications are gone, its places belong to those who waited, nothing comes back."""

from datetime import timedelta

import pytest

from contracts.directory.erasure import PupilErased
from contracts.directory.school import PupilPlaced
from contracts.enrolment.application import ApplicationWithdrawn, ListApplications
from contracts.enrolment.place import PlaceGiven, PlaceState
from contracts.errors import NotFound
from plumbing import clock
from services.enrolment.application.reading import read_page
from tests.store.enrolment import cast


@pytest.fixture
def choir(stage):
    return stage.offer(cast.club(capacity=1))


@pytest.fixture
def singer(stage, choir):
    """The guardian of the child that has the one place."""
    guardian = stage.family()
    stage.approve(stage.apply(guardian, club=choir.offering_id))
    return guardian


def erase(stage, guardian, sequence=9):
    pupil_id = guardian.children()[0].pupil_id
    stage.hear(PupilErased(pupil_id=pupil_id), sequence)
    return pupil_id


def applications_of(stage, guardian):
    return stage.ask(read_page, ListApplications(), guardian).applications


def test_nothing_is_left_of_its_applications(stage, singer):
    assert len(applications_of(stage, singer)) == 1
    erase(stage, singer)
    assert applications_of(stage, singer) == ()


def test_its_place_belongs_to_the_first_who_waits_and_everybody_is_told(stage, choir, singer):
    waiting = stage.approve(stage.apply(stage.family(), club=choir.offering_id))
    assert waiting.places[0].state is PlaceState.WAITING
    erase(stage, singer)
    assert stage.read(waiting, stage.head).places[0].state is PlaceState.GIVEN
    assert [type(news) for news in stage.store.news()[-2:]].count(ApplicationWithdrawn) == 1
    assert any(isinstance(news, PlaceGiven) and news.from_line for news in stage.news_of(waiting))
    assert stage.store.counted(choir.offering_id) == (1, 1, 1)


def test_a_free_place_is_free_again(stage, choir, singer):
    erase(stage, singer)
    assert stage.store.counted(choir.offering_id) == (0, 0, 1)


def test_what_a_term_that_is_over_has_counted_stays_a_number(stage, monkeypatch):
    care = stage.offer(cast.care(), days=(clock.today(), clock.today() + timedelta(days=90)))
    guardian = stage.family()
    stage.approve(stage.apply(guardian, care=(1,)))
    monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(clock.offset_seconds() + 400 * 86_400))
    told = len(stage.store.news())
    erase(stage, guardian)
    assert (stage.store.counted(care.offering_id)[:2], stage.store.news()[told:]) == ((1, 0), [])


def test_other_children_keep_what_they_have(stage, singer):
    care = stage.offer(cast.care())
    other = stage.approve(stage.apply(stage.family(), care=(1,)))
    erase(stage, singer)
    assert stage.glance(other, stage.head) == other
    assert stage.store.counted(care.offering_id)[1] == 1


def test_older_news_that_comes_late_brings_nothing_back(stage, singer):
    pupil_id = erase(stage, singer)
    stage.hear(PupilPlaced(pupil_id=pupil_id, class_id=stage.class_id, seat_number=1), sequence=8)
    with pytest.raises(NotFound):
        stage.apply(singer, care=(1,))


def test_heard_twice_it_is_the_same(stage, choir, singer):
    erase(stage, singer)
    told = stage.store.news()
    erase(stage, singer)
    assert (stage.store.news(), stage.store.counted(choir.offering_id)) == (told, (0, 0, 1))
