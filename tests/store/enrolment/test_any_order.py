"""Whatever families and head teachers do, in whatever order: no place without approval, none too many (E4, E10)."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test

from contracts.directory.school import PupilPlaced
from contracts.enrolment.application import ListApplications
from contracts.enrolment.approval import Decision
from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from contracts.enrolment.place import PlaceState
from services.enrolment.application.reading import read_page
from tests.store.enrolment import cast

CAPACITIES = (0, 1, 2)


class Rush(RuleBasedStateMachine):
    """The model: per offering, who has a place, and who waits, in order."""

    school = None
    undecided, returned, approved = Bundle("undecided"), Bundle("returned"), Bundle("approved")

    def __init__(self):
        super().__init__()
        self.stage = type(self).school()
        self.clubs = [self.stage.offer(cast.club(capacity=capacity)) for capacity in CAPACITIES]
        self.care = self.stage.offer(cast.care(capacity=2))
        self.capacity = {offering.offering_id: offering.capacity for offering in (*self.clubs, self.care)}
        self.seated = {offering_id: [] for offering_id in self.capacity}
        self.line = {offering_id: [] for offering_id in self.capacity}

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
        self.seat(application)
        return family

    @rule(family=consumes(undecided))
    def approve_it_and_a_newcomers_at_once(self, family):
        newcomers = self.stage.apply(self.stage.family(), care=(2,), club=self.clubs[1].offering_id)
        applications = sorted((family[1], newcomers), key=lambda application: application.application_id)
        assert self.stage.approve_many(applications).left == ()
        for application in applications:
            self.seat(application)

    @rule(family=consumes(undecided))
    def reject(self, family):
        self.stage.reject(family[1])

    @rule(target=returned, family=consumes(undecided))
    def send_back(self, family):
        self.stage.say(family[1], Decision.RETURN, "请换一个")
        return family

    @rule(target=undecided, family=consumes(returned), club=st.sampled_from((0, 1, 2)))
    def change(self, family, club):
        guardian, application = family
        asked = {"club": self.clubs[club].offering_id, "care": (4,)}
        kinds = {"club": OfferingKind.CLUB, "care": OfferingKind.BASIC_CARE}
        parts = {part.kind for part in application.parts}
        wishes = {name: wish for name, wish in asked.items() if kinds[name] in parts}
        return guardian, self.stage.change(application, guardian, **wishes)

    @rule(target=undecided, family=consumes(undecided))
    def withdraw_undecided_and_apply_again(self, family):
        guardian, application = family
        self.stage.withdraw(application, guardian)
        return guardian, self.stage.apply(guardian, care=(1,))

    @rule(family=consumes(approved))
    def withdraw(self, family):
        guardian, application = family
        self.stage.withdraw(application, guardian)
        self.free(application)

    @rule(family=consumes(approved))
    def leave_school(self, family):
        self.leave(family)

    @rule(family=consumes(undecided))
    def leave_school_undecided(self, family):
        self.leave(family)

    @rule(family=consumes(returned))
    def withdraw_what_was_sent_back(self, family):
        self.stage.withdraw(family[1], family[0])

    def leave(self, family):
        self.stage.hear(PupilPlaced(pupil_id=family[1].pupil_id), sequence=2)
        self.free(family[1])

    def seat(self, application):
        for place in application.places:
            seated, line = self.seated[place.offering_id], self.line[place.offering_id]
            free = len(seated) < self.capacity[place.offering_id]
            (seated if free else line).append(application.application_id)

    def free(self, application):
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
    def nobody_has_a_place_or_waits_for_one_without_every_approval(self):
        for application in self.everything():
            decided = {part.kind: part.state for part in application.parts}
            for place in application.places:
                if place.state in (PlaceState.GIVEN, PlaceState.WAITING):
                    assert decided[place.kind] is ApplicationState.APPROVED

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
