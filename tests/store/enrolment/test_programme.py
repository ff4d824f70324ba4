"""The office writes the programme of a term, reads what the norms say of it, and announces it (E2, E7, E8, E9)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from contracts.actor import Role
from contracts.directory.school import ClassOpened
from contracts.enrolment.application import Apply
from contracts.enrolment.approval import Decision
from contracts.enrolment.offering import ListOfferings, OfferingKind, OfferingSort
from contracts.enrolment.place import PlaceGiven, PlaceState
from contracts.enrolment.planned import InstitutionSort, Practice, StaffKind
from contracts.enrolment.programme import ProgrammeAnnounced, ProgrammeState
from contracts.errors import Conflict, InvalidRequest, NotFound, RuleRefused
from plumbing import clock
from plumbing.ids import new_id
from services.enrolment.application.submission import apply, read_offerings
from tests.store.enrolment import cast
from tests.store.enrolment import office as of_office
from tests.store.enrolment.office import EVERY_DAY, FIRST, LAST, TERM, Office, norm


@pytest.fixture
def office(stage):
    return Office(stage)


def keys(programme):
    return [(one.finding.norm, one.finding.force) for one in programme.found]


def refused_fields(refused):
    return refused.value.details["fields"]


def only(programme):
    (offering,) = programme.offerings
    return offering


def test_a_term_of_the_calendar_waits_for_its_programme(office):
    (term,) = office.terms()
    assert (term.term, term.first_day, term.last_day, term.programme_id) == (TERM, FIRST, LAST, None)
    programme = office.open()
    assert (programme.state, programme.sessions, programme.offerings) == (ProgrammeState.DRAFT, (), ())
    assert office.terms()[0].programme_id == programme.programme_id


def test_a_term_has_one_programme_and_no_term_that_the_calendar_does_not_know_has_any(office):
    office.open()
    with pytest.raises(Conflict):
        office.open()
    with pytest.raises(NotFound):
        office.open(term="没有的学期")


def test_a_programme_is_like_the_one_before_without_whoever_has_left(office, stage):
    teacher = stage.employ(cast.staff(stage.school_id, Role.TEACHER)).person_id
    before = office.offer(office.lawful(lead_id=teacher), title="合唱", sort=OfferingSort.CLUB)
    office.calendar(sequence=2)
    stage.hear(of_office.CalendarPublished(
        calendar_id=new_id(), marked=(),
        terms=(of_office.Term(name="下学期", first=date(2099, 2, 20), last=date(2099, 7, 1)),),
    ))
    again = office.open(term="下学期", like=before.programme_id)
    said = [(one.title, one.sort, one.lead_id, one.taken) for one in again.offerings]
    assert said == [("三年级看护", OfferingSort.BASIC_CARE, teacher, 0), ("合唱", OfferingSort.CLUB, None, 0)]
    assert {one.session_id for one in again.offerings} == {again.sessions[0].session_id}
    assert not {one.offering_id for one in again.offerings} & {one.offering_id for one in before.offerings}


def test_a_programme_that_every_norm_is_content_with_has_nothing_found(office):
    programme = office.lawful()
    assert (programme.found, programme.unanswered, programme.clashes) == ((), (), ())


def test_a_week_with_a_day_left_out_is_found_with_its_clause_for_all_its_grades_once(office):
    programme = office.lawful(weekdays=(1, 2, 3, 5))
    (found,) = programme.found
    assert found.finding.norm == "five_days"
    assert found.finding.clause == "five_days 的条款"
    assert (found.where.grades, found.where.weekdays) == ((3,), ())
    assert set(found.where.seasons) == {"summer", "winter"}


def test_a_grade_that_nothing_is_offered_to_is_found_too(office, stage):
    other = new_id()
    stage.hear(ClassOpened(class_id=other, grade=4, number=1))
    stage.family(other)
    programme = office.lawful()
    (found,) = programme.found
    assert (found.finding.norm, found.where.grades) == ("five_days", (4,))


def test_a_day_with_clubs_alone_is_no_day_of_service(office):
    programme = office.lawful(weekdays=(1, 2, 3, 5))
    programme = office.offer(programme, title="足球", sort=OfferingSort.CLUB, weekdays=(4,))
    assert keys(programme) == [("five_days", "refuse")]


def test_a_short_afternoon_is_found_and_what_would_do_is_said(office):
    programme = office.session(office.open(), starts_at=time(16), ends_at=time(17, 30))
    programme = office.offer(programme)
    (found,) = programme.found
    assert (found.finding.norm, found.where.weekdays) == ("two_hours", EVERY_DAY)
    assert "90" in found.finding.arithmetic
    assert [offer.words for offer in found.finding.offers] == ["改为 120 分钟"]


def test_two_sessions_one_after_the_other_make_one_afternoon(office):
    programme = office.session(office.open(), name="第一时段", ends_at=time(16, 30))
    programme = office.session(programme, name="第二时段", starts_at=time(16, 30))
    first, second = programme.sessions
    programme = office.offer(programme, session_id=first.session_id)
    programme = office.offer(programme, session_id=second.session_id, title="三年级看护二")
    assert programme.found == ()


def test_in_winter_it_may_end_when_people_go_home_in_winter_and_in_summer_not_before_they_do(office):
    programme = office.session(office.open(), starts_at=time(15), ends_at=time(17))
    (found,) = office.offer(programme).found
    assert (found.finding.norm, found.finding.force, found.where.seasons) == ("off_work", "warn", ("summer",))
    (session,) = programme.sessions
    longer = office.session(programme, session, summer_ends_at=time(17, 30))
    assert longer.found == ()


def test_what_cannot_be_judged_is_never_allowed(stage):
    office = Office(stage, seasons=False)
    programme = office.lawful()
    assert [words for words in programme.unanswered if "比当地正常下班时间早" in words]
    with pytest.raises(Conflict):
        office.announce(programme)


def test_without_the_nations_norms_nothing_is_announced(stage):
    office = Office(stage, norms=())
    programme = office.lawful()
    assert programme.unanswered
    with pytest.raises(Conflict):
        office.announce(programme)


def test_an_offering_that_would_teach_new_lessons_cannot_be_announced(office):
    programme = office.lawful()
    programme = office.offer(
        programme, title="奥数", sort=OfferingSort.SUBJECT_HELP, weekdays=(2,), practices=(Practice.NEW_LESSONS,)
    )
    (found,) = programme.found
    assert (found.finding.norm, found.where.offering_ids) == (
        "no_new_lessons", tuple(one.offering_id for one in programme.offerings if one.title == "奥数")
    )
    with pytest.raises(RuleRefused) as refused:
        office.announce(programme)
    assert [one["norm"] for one in refused.value.details["findings"]] == ["no_new_lessons"]


@pytest.mark.parametrize(("papers", "faults"), [
    ({"institution_sort": InstitutionSort.NON_SUBJECT, "white_listed_until": LAST, "selected_on": FIRST}, 0),
    ({"institution_sort": InstitutionSort.SUBJECT, "white_listed_until": LAST, "selected_on": FIRST}, 1),
    ({"institution_sort": InstitutionSort.NON_SUBJECT, "selected_on": FIRST}, 1),
    ({"institution_sort": InstitutionSort.NON_SUBJECT, "white_listed_until": LAST - timedelta(days=1),
      "selected_on": FIRST}, 1),
    ({"institution_sort": InstitutionSort.NON_SUBJECT, "white_listed_until": LAST}, 1),
], ids=["papers in order", "a school subject", "not on the list", "its papers end before the term", "not selected"])
def test_an_institution_comes_in_with_its_papers_in_order_or_not_at_all(office, papers, faults):
    programme = office.offer(
        office.lawful(), title="篮球", sort=OfferingSort.CLUB, weekdays=(2,), institution="蓝天体育",
        staff_kinds=(StaffKind.INSTITUTION,), **papers,
    )
    assert [one.finding.norm for one in programme.found] == ["institutions"] * faults


def test_one_teacher_is_in_one_place_at_a_time_and_so_is_a_room_in_one_use(office, stage):
    teacher = stage.employ(cast.staff(stage.school_id, Role.TEACHER)).person_id
    programme = office.lawful(lead_id=teacher, location="操场")
    programme = office.offer(programme, title="合唱", sort=OfferingSort.CLUB, weekdays=(3,), lead_id=teacher)
    programme = office.offer(programme, title="足球", sort=OfferingSort.CLUB, weekdays=(4,), location="操场")
    assert {(one.what, one.which, one.weekdays) for one in programme.clashes} == {
        ("person", teacher, (3,)), ("room", "操场", (4,)),
    }
    with pytest.raises(Conflict):
        office.announce(programme)


def test_what_an_offering_needs_its_session_has(office):
    programme = office.session(office.open(), weekdays=(1, 2))
    with pytest.raises(InvalidRequest) as refused:
        office.offer(programme, grades=(3, 4), weekdays=(1, 5))
    assert refused_fields(refused) == {
        "grades": ["时段“放学后”没有四年级，请去掉，或者先改时段。"],
        "weekdays": ["时段“放学后”没有周五，请去掉，或者先改时段。"],
    }


def test_a_session_keeps_what_is_offered_in_it(office):
    programme = office.lawful()
    (session,) = programme.sessions
    with pytest.raises(InvalidRequest) as refused:
        office.session(programme, session, weekdays=(1, 2, 3, 5))
    assert refused_fields(refused) == {"weekdays": ["“三年级看护”还需要，请先改那个项目。"]}
    with pytest.raises(Conflict):
        office.drop_session(session)
    without = office.drop(only(programme))
    assert office.drop_session(without.sessions[0]).sessions == ()


@pytest.mark.parametrize(("hours", "field"), [
    ({"ends_at": time(15, 30)}, "ends_at"), ({"collect_by": time(17, 29)}, "collect_by"),
    ({"summer_starts_at": time(17, 30)}, "summer_ends_at"), ({"summer_ends_at": time(18, 1)}, "summer_collect_by"),
])
def test_hours_that_cannot_be_are_sent_back(office, hours, field):
    with pytest.raises(InvalidRequest) as refused:
        office.session(office.open(), **hours)
    assert list(refused_fields(refused)) == [field]


@pytest.mark.parametrize(("said", "field"), [
    ({"lead_id": "00000000-0000-7000-8000-00000000dead"}, "lead_id"), ({"staff_kinds": ()}, "staff_kinds"),
    ({"institution": "蓝天体育"}, "staff_kinds"),
])
def test_who_runs_it_is_said_and_is_of_the_school(office, said, field):
    programme = office.session(office.open())
    with pytest.raises(InvalidRequest) as refused:
        office.offer(programme, **said)
    assert field in refused_fields(refused)


def test_two_who_write_at_once_do_not_undo_each_others_work(office):
    programme = office.lawful()
    before = only(programme)
    office.offer(programme, before, capacity=30)
    with pytest.raises(Conflict):
        office.offer(programme, before, title="别的名字")
    assert only(office.read(programme)).capacity == 30
    with pytest.raises(Conflict):
        office.announce(programme)


def test_another_schools_programme_is_not_there(office, school):
    programme = office.lawful()
    stranger = Office(school())
    for act in (stranger.read, stranger.session, lambda one: stranger.offer(one, session_id=new_id())):
        with pytest.raises(NotFound):
            act(programme)
    with pytest.raises(NotFound):
        stranger.announce(programme)
    with pytest.raises(NotFound):
        stranger.drop(only(programme))
    with pytest.raises(NotFound):
        stranger.drop_session(programme.sessions[0])


def test_an_announced_programme_is_what_families_see_and_are_told_of(office, stage):
    guardian = stage.family()
    programme = office.lawful()
    assert office.shown().term == ""
    opens_on = clock.today() - timedelta(days=1)
    announced = office.announce(programme, closes_on=LAST)
    assert announced.state is ProgrammeState.ANNOUNCED
    assert office.shown(guardian).letter == "各位家长，自愿报名。"
    assert [one.title for one in office.shown(guardian).offerings] == ["三年级看护"]
    (told,) = [news for news in stage.store.news() if isinstance(news, ProgrammeAnnounced)]
    assert (told.programme_id, told.grades, told.closes_on) == (programme.programme_id, (3,), LAST)
    assert told.opens_at.astimezone(clock.SCHOOL_PLACE).replace(tzinfo=None).isoformat() == f"{opens_on}T19:00:00"
    application = stage.apply(guardian, care=(1, 2))
    assert application.places[0].title == "三年级看护"


def test_a_draft_is_nothing_to_families(office, stage):
    guardian = stage.family()
    office.lawful()
    seen = stage.ask(read_offerings, ListOfferings(pupil_id=guardian.children()[0].pupil_id), guardian)
    assert seen.offerings == ()
    with pytest.raises(NotFound):
        stage.apply(guardian, care=(1,))


def test_nobody_applies_before_it_opens_and_nobody_after_it_has_closed(office, stage, monkeypatch):
    guardian = stage.family()
    programme = office.lawful()
    tomorrow = clock.today() + timedelta(days=1)
    programme = office.announce(programme, opens_on=tomorrow, closes_on=tomorrow)
    with pytest.raises(Conflict) as early:
        stage.apply(guardian, care=(1,))
    assert "19:00 开始" in early.value.said
    today = clock.now
    monkeypatch.setattr(clock, "now", lambda: today() + timedelta(days=3))
    with pytest.raises(Conflict) as late:
        stage.apply(guardian, care=(1,))
    assert "已经截止" in late.value.said


def test_more_time_to_apply_is_told_and_another_letter_is_not(office, stage):
    programme = office.announce(office.lawful(), closes_on=LAST - timedelta(days=9))
    again = office.announce(programme, closes_on=LAST - timedelta(days=9), letter="换了一封信。")
    assert len([news for news in stage.store.news() if isinstance(news, ProgrammeAnnounced)]) == 1
    office.announce(again, closes_on=LAST)
    assert len([news for news in stage.store.news() if isinstance(news, ProgrammeAnnounced)]) == 2


@pytest.mark.parametrize(("window", "field"), [
    ({"opens_on": LAST + timedelta(days=1)}, "opens_on"), ({"closes_on": LAST + timedelta(days=1)}, "closes_on"),
    ({"closes_on": date(2000, 1, 1)}, "closes_on"),
])
def test_a_time_to_apply_that_cannot_be_is_sent_back(office, window, field):
    with pytest.raises(InvalidRequest) as refused:
        office.announce(office.lawful(), **window)
    assert list(refused_fields(refused)) == [field]


def test_an_empty_programme_is_not_announced(office):
    with pytest.raises(Conflict):
        office.announce(office.open())


def test_nothing_is_announced_that_nobody_would_decide_on(school_without_chain):
    office = Office(school_without_chain)
    with pytest.raises(Conflict) as refused:
        office.announce(office.lawful())
    assert "审批流程" in refused.value.said


def placed(stage, office, *, places):
    """Return a programme with a choir that is full, the families who have a place in it, and one who waits."""
    programme = office.offer(
        office.lawful(), title="合唱", sort=OfferingSort.CLUB, weekdays=(3,), capacity=places
    )
    programme = office.announce(programme)
    choir = next(one for one in programme.offerings if one.sort is OfferingSort.CLUB)
    families = [stage.family() for _ in range(places + 1)]
    applications = [stage.apply(family, club=choir.offering_id) for family in families]
    for application in applications:
        stage.approve(application)
    return office.read(programme), choir.offering_id, families, applications


def named(programme, offering_id):
    return next(one for one in programme.offerings if one.offering_id == offering_id)


def test_more_places_go_to_who_has_waited_longest_and_to_nobody_twice(office, stage):
    programme, choir, _, applications = placed(stage, office, places=1)
    assert (named(programme, choir).taken, named(programme, choir).waiting) == (1, 1)
    programme = office.offer(programme, named(programme, choir), capacity=3)
    assert (named(programme, choir).taken, named(programme, choir).waiting) == (2, 0)
    assert stage.store.counted(choir) == (2, 2, 3)
    moved_up = [news for news in stage.news_of(applications[1]) if isinstance(news, PlaceGiven)]
    assert [news.from_line for news in moved_up] == [True]


def test_fewer_places_than_are_given_are_refused_and_it_is_said_whose_they_are(office, stage):
    programme, choir, families, _ = placed(stage, office, places=2)
    with pytest.raises(Conflict) as refused:
        office.offer(programme, named(programme, choir), capacity=1)
    assert "已经安排了 2 人" in refused.value.said
    children = sorted(family.children()[0].pupil_id for family in families[:2])
    assert refused.value.details["pupil_ids"] == children
    assert stage.store.counted(choir) == (2, 2, 2)


def test_what_families_have_applied_by_stays_as_it_is(office, stage):
    programme, choir, _, applications = placed(stage, office, places=1)
    session = programme.sessions[0]
    for change in ({"weekdays": (4,)}, {"fee_yuan": 100}, {"sort": OfferingSort.OUTDOOR_CLUB}):
        with pytest.raises(Conflict):
            office.offer(programme, named(programme, choir), **change)
    with pytest.raises(Conflict):
        office.session(programme, session, ends_at=time(18), collect_by=time(18))
    with pytest.raises(Conflict):
        office.drop(named(programme, choir))
    assert stage.read(applications[0], stage.head).places[0].state is PlaceState.GIVEN
    renamed = office.offer(programme, named(programme, choir), title="童声合唱", location="音乐教室")
    assert named(renamed, choir).title == "童声合唱"


def test_an_announced_programme_never_comes_to_break_a_norm(office):
    programme = office.announce(office.lawful())
    with pytest.raises(RuleRefused):
        office.offer(programme, only(programme), weekdays=(1, 2, 3, 5))
    assert only(office.read(programme)).weekdays == EVERY_DAY


def test_the_district_may_ask_for_more_and_never_for_less(office):
    office.district(norm("long", "service_minutes", "at_least", 150, session_kinds=["after_school"]))
    assert keys(office.lawful()) == [("long", "refuse")]


def test_an_offering_says_what_kind_of_service_it_is(office):
    programme = office.offer(office.lawful(), title="足球", sort=OfferingSort.OUTDOOR_CLUB, weekdays=(2,))
    assert [one.sort.kind for one in programme.offerings] == [OfferingKind.BASIC_CARE, OfferingKind.CLUB]


def test_while_one_term_runs_a_family_applies_for_the_next_as_soon_as_it_is_announced(office, stage):
    guardian = stage.family()
    running = stage.offer(cast.care(title="本学期看护"))
    following = office.announce(office.lawful())
    pupil_id = guardian.children()[0].pupil_id
    seen = stage.ask(read_offerings, ListOfferings(pupil_id=pupil_id), guardian)
    assert [one.term for one in seen.terms] == [cast.TERM, TERM]
    assert [one.offering_id for one in seen.offerings] == [running.offering_id]
    next_term = ListOfferings(pupil_id=pupil_id, programme_id=following.programme_id)
    assert [one.title for one in stage.ask(read_offerings, next_term, guardian).offerings] == ["三年级看护"]
    wish = Apply(pupil_id=pupil_id, care_weekdays=(1,), programme_id=following.programme_id)
    application = stage.ask(apply, wish, guardian)
    assert ([place.title for place in application.places], application.term) == (["三年级看护"], TERM)
    now = stage.apply(guardian, care=(2,))
    assert (now.places[0].title, now.term) == ("本学期看护", cast.TERM)
    with pytest.raises(NotFound):
        stage.ask(apply, replace(wish, programme_id=new_id()), guardian)


def test_what_is_returned_is_changed_within_its_own_term(office, stage):
    guardian = stage.family()
    stage.offer(cast.care(title="本学期看护"))
    following = office.announce(office.lawful())
    wish = Apply(pupil_id=guardian.children()[0].pupil_id, care_weekdays=(1,), programme_id=following.programme_id)
    application = stage.ask(apply, wish, guardian)
    stage.say(application, Decision.RETURN, "请换一天")
    changed = stage.change(application, guardian, care=(2,))
    assert [(place.title, place.weekdays) for place in changed.places] == [("三年级看护", (2,))]
