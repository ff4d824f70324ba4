"""A family ranks up to five clubs; its child gets those it likes most, and waits for what it likes more (E3, E10)."""

from datetime import time

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test
from marshmallow import ValidationError

from contracts.enrolment.application import Apply
from contracts.enrolment.offering import OfferingSort
from contracts.enrolment.place import PlaceGiven, PlaceReleased, PlaceState
from contracts.errors import InvalidRequest, NotFound
from plumbing.ids import new_id
from tests.store.enrolment.office import Office

GIVEN, WAITING, RELEASED = PlaceState.GIVEN, PlaceState.WAITING, PlaceState.RELEASED
WEDNESDAY, THURSDAY = (3,), (4,)


class School:
    """A school with clubs of few places, of which a child may have some."""

    def __init__(self, stage, most, clubs):
        self.stage, self.office = stage, Office(stage)
        programme = self.office.lawful()
        for name, (capacity, days) in clubs.items():
            programme = self.office.offer(
                programme, title=name, sort=OfferingSort.CLUB, weekdays=days, capacity=capacity
            )
        self.programme = self.office.announce(programme, most_clubs=most)
        self.clubs = {one.title: one.offering_id for one in self.programme.offerings}

    def applies(self, *names):
        guardian = self.stage.family()
        return guardian, self.stage.apply(guardian, club=[self.clubs[name] for name in names])

    def placed(self, *names):
        guardian, application = self.applies(*names)
        self.stage.approve(application)
        return guardian, application

    def stands(self, family):
        places = self.stage.read(family[1], family[0]).places
        return {place.title: place.state for place in places}

    def more(self, name):
        programme = self.office.read(self.programme)
        club = next(one for one in programme.offerings if one.title == name)
        self.office.offer(programme, club, capacity=club.capacity + 1)


@pytest.fixture
def one_club(stage):
    return School(stage, 1, {"合唱": (1, WEDNESDAY), "足球": (1, WEDNESDAY), "棋类": (1, THURSDAY)})


def test_a_child_gets_the_first_that_has_a_place_waits_for_what_it_likes_more_and_is_done_with_the_rest(one_club):
    one_club.placed("合唱")
    family = one_club.placed("合唱", "足球", "棋类")
    assert one_club.stands(family) == {"合唱": WAITING, "足球": GIVEN, "棋类": RELEASED}
    assert [place.rank for place in one_club.stage.read(family[1], family[0]).places] == [1, 2, 3]


def test_moving_up_into_a_club_it_likes_more_it_leaves_the_other_to_whoever_waits_there(one_club):
    first = one_club.placed("合唱")
    second = one_club.placed("合唱", "足球")
    third = one_club.placed("足球", "棋类")
    fourth = one_club.placed("棋类")
    assert one_club.stands(third) == {"足球": WAITING, "棋类": GIVEN}
    one_club.stage.withdraw(first[1], first[0])
    assert one_club.stands(second) == {"合唱": GIVEN, "足球": RELEASED}
    assert one_club.stands(third) == {"足球": GIVEN, "棋类": RELEASED}
    assert one_club.stands(fourth) == {"棋类": GIVEN}
    told = [type(news) for news in one_club.stage.news_of(third[1])][-2:]
    assert told == [PlaceGiven, PlaceReleased]


def test_more_places_move_up_whoever_waits_and_what_they_leave_goes_on(one_club):
    one_club.placed("合唱")
    second, third = one_club.placed("合唱", "足球"), one_club.placed("足球")
    one_club.more("合唱")
    assert one_club.stands(second) == {"合唱": GIVEN, "足球": RELEASED}
    assert one_club.stands(third) == {"足球": GIVEN}


def test_a_child_may_have_two_clubs_where_its_school_says_so_and_never_two_at_once(stage):
    school = School(stage, 2, {"合唱": (5, WEDNESDAY), "足球": (5, WEDNESDAY), "棋类": (5, THURSDAY)})
    assert school.stands(school.placed("合唱", "足球", "棋类")) == {"合唱": GIVEN, "足球": RELEASED, "棋类": GIVEN}


def test_two_clubs_on_one_day_one_after_the_other_are_both_given(stage):
    school = School(stage, 2, {"合唱": (5, WEDNESDAY)})
    office = school.office
    programme = office.session(school.programme, name="延时", starts_at=time(17, 30), ends_at=time(18, 30),
                               collect_by=time(18, 30))
    late = next(one for one in programme.sessions if one.name == "延时")
    programme = office.offer(
        programme, title="晚棋", sort=OfferingSort.CLUB, weekdays=WEDNESDAY, session_id=late.session_id
    )
    school.clubs = {one.title: one.offering_id for one in programme.offerings}
    assert school.stands(school.placed("合唱", "晚棋")) == {"合唱": GIVEN, "晚棋": GIVEN}


def test_a_club_is_named_once_and_is_open_to_the_child(one_club):
    with pytest.raises(InvalidRequest) as refused:
        one_club.applies("合唱", "合唱")
    assert refused.value.details["fields"] == {"club_ids": ["同一个社团填了两次，请去掉一个。"]}
    one_club.clubs["别处"] = new_id()
    with pytest.raises(NotFound):
        one_club.applies("合唱", "别处")


def test_a_family_names_five_clubs_at_most():
    with pytest.raises(ValidationError) as refused:
        Apply.load({"pupil_id": new_id(), "club_ids": [new_id() for _ in range(6)]})
    assert refused.value.messages == {"club_ids": ["最多填 5 个志愿。"]}


CLUBS = {"甲": (1, WEDNESDAY), "乙": (1, WEDNESDAY), "丙": (1, THURSDAY), "丁": (2, THURSDAY)}


class Choosing(RuleBasedStateMachine):
    """Families with lists of their own; what each has in the end follows from who came first and what they like."""

    school = None
    undecided, placed = Bundle("undecided"), Bundle("placed")

    def __init__(self):
        super().__init__()
        self.at = School(type(self).school(), 2, CLUBS)
        self.capacity = {name: capacity for name, (capacity, _) in CLUBS.items()}
        self.lists, self.seen = {}, []

    @rule(target=undecided, names=st.permutations(tuple(CLUBS)), count=st.integers(1, 4))
    def applies(self, names, count):
        family = self.at.applies(*names[:count])
        self.lists[family[1].application_id] = names[:count]
        return family

    @rule(target=placed, family=consumes(undecided))
    def is_approved(self, family):
        self.at.stage.approve(family[1])
        self.seen.append(family)
        return family

    @rule(family=consumes(placed))
    def withdraws(self, family):
        self.at.stage.withdraw(family[1], family[0])
        self.seen.remove(family)

    @rule(name=st.sampled_from(tuple(CLUBS)))
    def has_more_places(self, name):
        if self.capacity[name] < 3:
            self.capacity[name] += 1
            self.at.more(name)

    @invariant()
    def no_club_is_fuller_than_it_may_be_and_none_has_room_while_somebody_waits(self):
        stands = [self.at.stands(family) for family in self.seen]
        for name, capacity in self.capacity.items():
            given, waiting = (sum(one.get(name) is state for one in stands) for state in (GIVEN, WAITING))
            assert given <= capacity
            assert given == capacity or not waiting
            assert self.at.stage.store.counted(self.at.clubs[name]) == (given, given, capacity)

    @invariant()
    def a_child_has_what_it_likes_most_of_what_it_could_have(self):
        for family in self.seen:
            stands, has = self.at.stands(family), []
            for name in self.lists[family[1].application_id]:
                no_use = len(has) >= 2 or any(CLUBS[name][1] == CLUBS[other][1] for other in has)
                assert stands[name] is RELEASED if no_use else stands[name] in (GIVEN, WAITING)
                has += [name] if stands[name] is GIVEN else []


def test_in_whatever_order_families_come_and_go_each_child_has_what_it_likes_most_of_what_it_could(school):
    machine = type("Choosing", (Choosing,), {"school": staticmethod(school)})
    run_state_machine_as_test(machine, settings=settings(
        max_examples=12, stateful_step_count=20, deadline=None, print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    ))
