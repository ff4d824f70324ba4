"""Who has a place: told to the office and to who leads it, written down each time; a child's places to its family."""

from datetime import date, time, timedelta

import pytest

from contracts.actor import Role
from contracts.enrolment.child_times import ReadChildTimes
from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.roster import ListLed, ReadOfferingRoster
from contracts.errors import NotFound
from plumbing import clock
from services.enrolment.application.rosters import read_child_times, read_led, read_roster
from tests.store.enrolment import cast
from tests.store.enrolment.office import FIVE_DAYS, Office


@pytest.fixture
def office(stage):
    return Office(stage)


@pytest.fixture
def lead(stage):
    return stage.employ(cast.staff(stage.school_id, Role.TEACHER))


@pytest.fixture
def cover(stage):
    return stage.employ(cast.staff(stage.school_id, Role.GRADE_LEAD, grade=3))


@pytest.fixture
def choir(office, lead, cover):
    """An announced choir of one place, led by one and stood by for by the other."""
    programme = office.lawful(location="三（2）班教室")
    programme = office.offer(
        programme, title="合唱", sort=OfferingSort.CLUB, weekdays=(3,), capacity=1, location="音乐教室",
        lead_id=lead.person_id, cover_id=cover.person_id, grades=(3,),
    )
    office.announce(programme)
    return next(one for one in programme.offerings if one.title == "合唱")


def placed(stage, choir, care=()):
    """Return a family whose child has what it asked for, or waits for it."""
    family = stage.family()
    stage.approve(stage.apply(family, care=care, club=choir.offering_id))
    return family


def child_of(family):
    return family.children()[0].pupil_id


def roster(stage, offering, actor):
    return stage.ask(read_roster, ReadOfferingRoster(offering_id=offering.offering_id), actor)


def test_the_office_sees_who_has_a_place_and_who_waits_in_order(stage, office, choir):
    first, second, third = (placed(stage, choir) for _ in range(3))
    found = roster(stage, choir, office.actor)
    assert [(one.pupil_id, one.class_id, one.weekdays) for one in found.placed] == [
        (child_of(first), stage.class_id, (3,))
    ]
    assert [(one.pupil_id, one.line_position) for one in found.line] == [(child_of(second), 1), (child_of(third), 2)]
    assert (found.title, found.location, found.starts_at, found.office) == ("合唱", "音乐教室", time(15, 30), True)


def test_who_leads_it_and_who_stands_by_see_its_children_and_not_who_waits(stage, choir, lead, cover):
    first, _ = placed(stage, choir), placed(stage, choir)
    for actor in (lead, cover):
        found = roster(stage, choir, actor)
        assert [one.pupil_id for one in found.placed] == [child_of(first)]
        assert (found.line, found.office) == ((), False)


def test_for_any_other_colleague_it_is_not_there(stage, office, choir, lead):
    care = next(one for one in office.read(office.terms()[0]).offerings if one.title != "合唱")
    stranger = stage.employ(cast.staff(stage.school_id, Role.TEACHER))
    for offering, actor in ((choir, stranger), (choir, stage.head), (care, lead)):
        with pytest.raises(NotFound):
            roster(stage, offering, actor)


def test_an_offering_that_is_not_announced_has_no_roster_for_who_is_to_lead_it(stage, office, lead):
    drafted = office.lawful(lead_id=lead.person_id).offerings[0]
    assert roster(stage, drafted, office.actor).placed == ()
    with pytest.raises(NotFound):
        roster(stage, drafted, lead)
    assert stage.ask(read_led, ListLed(), lead).offerings == ()


def test_another_schools_offering_is_not_there(school, choir):
    elsewhere = school()
    with pytest.raises(NotFound):
        roster(elsewhere, choir, elsewhere.employ(cast.staff(elsewhere.school_id, Role.AFTER_SCHOOL_OFFICE)))


def test_every_child_that_is_read_is_on_record(stage, office, choir, lead):
    first, second = placed(stage, choir), placed(stage, choir)
    roster(stage, choir, office.actor)
    roster(stage, choir, lead)
    read = [pupil_id for action, pupil_id in stage.store.audited() if action == "read_roster"]
    assert sorted(read) == sorted([child_of(first), child_of(second), child_of(first)])


def test_a_colleague_is_told_what_they_lead_and_what_they_stand_by_for(stage, choir, lead, cover):
    placed(stage, choir)
    (led,) = stage.ask(read_led, ListLed(), lead).offerings
    (covered,) = stage.ask(read_led, ListLed(), cover).offerings
    assert (led.title, led.weekdays, led.location, led.taken, led.covers) == ("合唱", (3,), "音乐教室", 1, False)
    assert (covered.offering_id, covered.covers) == (choir.offering_id, True)
    assert stage.ask(read_led, ListLed(), stage.head).offerings == ()


def test_a_family_is_told_its_own_childs_places_and_no_more(stage, choir):
    family, waiting = placed(stage, choir, care=(1, 2)), placed(stage, choir)
    found = stage.ask(read_child_times, ReadChildTimes(pupil_id=child_of(family)), family)
    assert [(one.title, one.weekdays, one.location, one.ends_at) for one in found.times] == [
        ("三年级看护", (1, 2), "三（2）班教室", time(17, 30)), ("合唱", (3,), "音乐教室", time(17, 30))
    ]
    assert {(one.first_day, one.last_day) for one in found.times} == {(date(2098, 9, 1), date(2099, 1, 20))}
    assert stage.ask(read_child_times, ReadChildTimes(pupil_id=child_of(waiting)), waiting).times == ()
    with pytest.raises(NotFound):
        stage.ask(read_child_times, ReadChildTimes(pupil_id=child_of(waiting)), family)


def test_a_place_that_was_given_back_is_on_no_list(stage, office, choir):
    family = stage.family()
    application = stage.apply(family, club=choir.offering_id)
    stage.approve(application)
    stage.withdraw(application, family)
    assert roster(stage, choir, office.actor).placed == ()
    assert stage.ask(read_child_times, ReadChildTimes(pupil_id=child_of(family)), family).times == ()


def test_what_was_changed_is_counted_so_that_a_calendar_knows_which_is_newer(stage, office, choir):
    family = placed(stage, choir)
    ask = ReadChildTimes(pupil_id=child_of(family))
    (before,) = stage.ask(read_child_times, ask, family).times
    office.offer(office.terms()[0], next(
        one for one in office.read(office.terms()[0]).offerings if one.title == "合唱"
    ), location="舞蹈教室")
    (after,) = stage.ask(read_child_times, ask, family).times
    assert (after.location, after.changes - before.changes) == ("舞蹈教室", 1)


def test_a_term_that_is_over_shows_its_children_to_the_office_alone(stage, lead):
    office = Office(stage, norms=(FIVE_DAYS,))
    yesterday = clock.today() - timedelta(days=1)
    past = stage.offer(cast.care(starts_at=time(15, 30)), term="上学期", days=(yesterday - timedelta(90), yesterday))
    (term,) = (one for one in office.terms() if one.term == "上学期")
    office.offer(term, office.read(term).offerings[0], lead_id=lead.person_id)
    assert roster(stage, past, office.actor).lead_id == lead.person_id
    assert stage.ask(read_led, ListLed(), lead).offerings == ()
    with pytest.raises(NotFound):
        roster(stage, past, lead)
