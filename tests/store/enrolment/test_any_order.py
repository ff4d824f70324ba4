"""Whatever families and head teachers do, in whatever order: places and line stay right (E10)."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test

from contracts.enrolment.application import ListApplications
from contracts.enrolment.place import PlaceState
from services.enrolment.application.reading import read_page
from tests.store.enrolment import cast

CAPACITIES = (0, 1, 2)


class Rush(RuleBasedStateMachine):
    """The model: per offering, who has a place, and who waits, in order."""

    school = None
    undecided, approved = Bundle("undecided"), Bundle("approved")

    def __init__(self):
        super().__init__()
        self.stage = type(self).school()
        self.clubs = [self.stage.offer(cast.club(capacity=capacity)) for capacity in CAPACITIES]
        self.care = self.stage.offer(cast.care(capacity=2))
        self.seated = {offering.offering_id: [] for offering in (*self.clubs, self.care)}
        self.line = {offering_id: [] for offering_id in self.seated}

    @rule(target=undecided, club=st.sampled_from((None, 0, 1, 2)), days=st.sets(st.integers(1, 5)))
    def apply(self, club, days):
        guardian = self.stage.family()
        if club is None:
            return guardian, self.stage.apply(guardian, care=tuple(days) or (1,))
        return guardian, self.stage.apply(guardian, care=tuple(days), club=self.clubs[club].offering_id)

    @rule(target=approved, family=consumes(undecided))
    def approve(self, family):
        _, application = family
        self.stage.approve(application)
        for place in application.places:
            capacity = next(o.capacity for o in (*self.clubs, self.care) if o.offering_id == place.offering_id)
            seated, line = self.seated[place.offering_id], self.line[place.offering_id]
            (seated if len(seated) < capacity else line).append(application.application_id)
        return family

    @rule(family=consumes(undecided))
    def reject(self, family):
        self.stage.reject(family[1])

    @rule(target=undecided, family=consumes(undecided))
    def withdraw_undecided_and_apply_again(self, family):
        guardian, application = family
        self.stage.withdraw(application, guardian)
        return guardian, self.stage.apply(guardian, care=(1,))

    @rule(family=consumes(approved))
    def withdraw(self, family):
        guardian, application = family
        self.stage.withdraw(application, guardian)
        for offering_id, seated in self.seated.items():
            if application.application_id in self.line[offering_id]:
                self.line[offering_id].remove(application.application_id)
            if application.application_id in seated:
                seated.remove(application.application_id)
                seated.extend(self.line[offering_id][:1])
                del self.line[offering_id][:1]

    @invariant()
    def the_counter_is_the_number_of_places_given_and_never_above_capacity(self):
        for offering_id, seated in self.seated.items():
            taken, given, capacity = self.stage.store.counted(offering_id)
            assert taken == given == len(seated) <= capacity

    @invariant()
    def everybody_sees_the_place_or_the_number_they_have(self):
        seated = {offering_id: set() for offering_id in self.seated}
        line = {offering_id: {} for offering_id in self.seated}
        for application in self.everything():
            for place in application.places:
                if place.state is PlaceState.GIVEN:
                    seated[place.offering_id].add(application.application_id)
                if place.state is PlaceState.WAITING:
                    line[place.offering_id][place.line_position] = application.application_id
        assert seated == {offering_id: set(those) for offering_id, those in self.seated.items()}
        assert line == {offering_id: dict(enumerate(those, 1)) for offering_id, those in self.line.items()}

    @invariant()
    def no_child_holds_two_places_in_one_offering(self):
        held = [
            (application.pupil_id, place.offering_id)
            for application in self.everything() for place in application.places
            if place.state is not PlaceState.RELEASED
        ]
        assert len(held) == len(set(held))

    def everything(self):
        page = self.stage.ask(read_page, ListApplications(), self.stage.head).applications
        assert len(page) < 50, "one page shows everything"
        return page


def test_in_whatever_order_people_act_places_and_line_stay_right(school):
    machine = type("Rush", (Rush,), {"school": staticmethod(school)})
    run_state_machine_as_test(machine, settings=settings(
        max_examples=15, stateful_step_count=25, deadline=None, print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    ))
