"""What only the real store can show: walls between schools, seeds that change nothing, few queries, the last guard."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from contracts.actor import Actor, Grant, Role
from contracts.directory.calendar import CalendarPublished, Mark, MarkedDay
from contracts.enrolment.application import ListApplications
from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.offering import ListOfferings
from contracts.enrolment.place import PlaceState
from contracts.enrolment.refusals import ReadDistrictRefusals
from contracts.errors import NotFound
from engines.schooldays import CalendarContradicts
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.enrolment import wiring
from services.enrolment.application.reading import read_page
from services.enrolment.application.refused import read_district_refusals
from services.enrolment.application.submission import read_offerings
from tests.store.enrolment import cast
from tests.store.enrolment.at_once import Counting

pytestmark = pytest.mark.servers
WHO_DECIDES = 6
"""Queries: which cases, as they stand, their tasks, their chains, who may be asked, and who stands in for whom."""


@pytest.fixture
def stage(real_school):
    return real_school()


def test_another_school_sees_neither_offering_nor_application(stage, real_school):
    choir = stage.offer(cast.club())
    application = stage.apply(stage.family(), club=choir.offering_id)
    elsewhere = real_school()
    same_class_elsewhere = cast.head(elsewhere.school_id, stage.class_id)
    with pytest.raises(NotFound):
        elsewhere.read(application, same_class_elsewhere)
    assert elsewhere.ask(read_page, ListApplications(), same_class_elsewhere).applications == ()
    with pytest.raises(NotFound):
        elsewhere.apply(elsewhere.family(), club=choir.offering_id)


def test_a_district_counts_the_refusals_of_its_own_schools_alone(stage, real_school):
    elsewhere = real_school()
    for school in (stage, elsewhere):
        school.offer(cast.care())
        school.reject(school.apply(school.family(), care=(1,)), ground=RefusalGround.FULL)
    grants = (Grant(role=Role.DISTRICT_OFFICE),)
    office = Actor(person_id=new_id(), district_id=cast.district_of(stage.school_id), grants=grants)
    found = stage.ask(read_district_refusals, ReadDistrictRefusals(), office)
    assert [one.school_id for one in found.schools] == [stage.school_id]


def test_a_district_sees_no_part_and_no_application_whatever_it_asks_of_the_tables(stage, enrolment_house):
    stage.offer(cast.care())
    stage.reject(stage.apply(stage.family(), care=(1,)))
    with enrolment_house.database.begin(Scope(district_id=cast.district_of(stage.school_id))) as connection:
        assert connection.execute(text("SELECT 1 FROM part UNION ALL SELECT 1 FROM application")).all() == []
        assert connection.execute(text("SELECT times FROM refused_in_district()")).scalars().all() == [1]


def test_one_childs_number_in_two_schools_is_two_children(stage, real_school):
    elsewhere = real_school()
    guardian = stage.family()
    for school in (stage, elsewhere):
        school.offer(cast.care())
    stage.apply(guardian, care=(1,))
    with pytest.raises(NotFound):
        elsewhere.ask(
            read_offerings, ListOfferings(pupil_id=guardian.children()[0].pupil_id),
            cast.guardian(elsewhere.school_id, (guardian.children()[0].pupil_id, elsewhere.class_id)),
        )


def test_seeding_again_changes_nothing_and_neither_time_is_announced(stage):
    choir = stage.offer(cast.club(capacity=1))
    stage.approve(stage.apply(stage.family(), club=choir.offering_id))
    before = stage.store.news()
    stage.offer(choir)
    assert stage.store.counted(choir.offering_id) == (1, 1, 1)
    assert stage.store.news() == before


def test_a_seeded_application_awaits_its_decision_like_any_other(stage, enrolment_house):
    choir = stage.offer(cast.club())
    guardian = stage.family()
    application_id, child = new_id(), guardian.children()[0]
    seed = {
        "term": {"name": cast.TERM, "first": "2026-09-01", "last": "2027-01-15"}, "sessions": [], "offerings": [],
        "applications": [{
            "application_id": application_id, "district_id": cast.district_of(stage.school_id),
            "school_id": stage.school_id, "pupil_id": child.pupil_id, "class_id": stage.class_id,
            "applicant_id": guardian.person_id, "submitted_at": "2026-11-20T09:00:00+00:00",
            "places": [{"offering_id": choir.offering_id, "weekdays": [3]}],
        }],
    }
    for _ in range(2):
        wiring.seed(enrolment_house, seed)
    (waiting,) = stage.ask(read_page, ListApplications(waiting_only=True), stage.head).applications
    assert stage.approve(waiting).places[0].state is PlaceState.GIVEN


def test_a_page_costs_the_same_few_queries_however_many_applications_it_shows(stage, enrolment_house):
    stage.offer(cast.care(capacity=2))
    queries = []
    for wanted in (1, 12):
        while len(page := stage.ask(read_page, ListApplications(), stage.head).applications) < wanted:
            stage.approve(stage.apply(stage.family(), care=(1,)))
        with Counting(enrolment_house) as statements:
            assert len(stage.ask(read_page, ListApplications(), stage.head).applications) == len(page) == wanted
        queries.append(len(statements))
    enter, applications, places, parts, recorded = 1, 1, 1, 1, 1
    assert queries == [enter + applications + places + parts + WHO_DECIDES + recorded] * 2


def test_reading_one_costs_no_more_and_its_history(stage, enrolment_house):
    stage.offer(cast.care())
    application = stage.apply(stage.family(), care=(1,))
    with Counting(enrolment_house) as statements:
        stage.read(application, stage.head)
    enter, application_row, places, parts, history, recorded = 1, 1, 1, 1, 1, 1
    assert len(statements) == enter + application_row + places + parts + WHO_DECIDES + history + recorded


def test_a_calendar_that_contradicts_itself_is_refused_where_it_comes_in(stage):
    national_day = MarkedDay(on=date(2026, 10, 1), mark=Mark.HOLIDAY, name="国庆节")
    with pytest.raises(CalendarContradicts):
        stage.hear(CalendarPublished(calendar_id=new_id(), terms=(), marked=(national_day, national_day)))


@pytest.mark.parametrize("change", ["taken = capacity + 1", "taken = -1"])
def test_the_database_itself_refuses_a_place_too_many_or_too_few(stage, enrolment_house, change):
    choir = stage.offer(cast.club())
    scope = Scope(district_id=cast.district_of(stage.school_id), school_id=stage.school_id)
    with pytest.raises(IntegrityError), enrolment_house.database.begin(scope) as connection:
        connection.execute(text(f"UPDATE offering SET {change} WHERE offering_id = '{choir.offering_id}'"))
