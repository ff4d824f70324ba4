"""The story told while processes are killed: teachers publish, families apply, head teachers decide, some leave.

Everybody is patient: where nothing is known, the same is asked again by the same key, until there is an answer.
"""

import time

from contracts.actor import Role
from contracts.enrolment import application, approval
from contracts.errors import DeadlinePassed, Fault, OutcomeUnknown, ServiceError, StillAnswering, Unavailable
from contracts.homework import assignment
from plumbing.ids import new_id

PATIENCE_SECONDS = 180
_ASK_AGAIN = (Unavailable, OutcomeUnknown, StillAnswering, DeadlinePassed, Fault)


class Story:
    """What was asked and what was answered; `faults` are answers that no caller should ever see."""

    def __init__(self, client, school, day, clubs):
        self.client, self.school, self.day, self.clubs = client, school, day, clubs
        self.words = f"朗读课文 {new_id()}"
        self.published, self.placed, self.left, self.faults = {}, {}, set(), []

    def ask(self, call, ask, actor):
        """Ask until there is an answer; return it, or the refusal."""
        key, until = new_id(), time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            try:
                return self.client.call(call, ask, actor, request_id=key, key=key, timeout=5)
            except _ASK_AGAIN as error:
                if isinstance(error, Fault):
                    self.faults.append(call.name)
            except ServiceError as refusal:
                return refusal
        raise AssertionError(f"no answer to {call.name} within {PATIENCE_SECONDS} s")

    def publish(self, teacher, grant, minutes):
        """A teacher publishes reading at school: no cap stands in its way."""
        draft = assignment.PublishHomework(
            class_id=grant.class_id, subject=grant.subject, day=self.day, kind=assignment.Kind.READING,
            place=assignment.Place.SCHOOL, minutes=minutes, content=self.words,
        )
        answer = self.ask(assignment.PUBLISH, draft, teacher)
        assert isinstance(answer, assignment.Published), answer
        self.published[answer.assignment_id] = (grant.class_id, minutes)

    def apply_and_be_decided(self, pupil, leaves):
        """A family applies for a club, everybody on the school's chain approves, and some think better of it."""
        guardian = self.school.guardian_of(pupil)
        club = self.clubs[self.school.classes[pupil.class_id]]
        applied = self.ask(application.APPLY, application.Apply(pupil_id=pupil.pupil_id, club_ids=(club,)), guardian)
        assert isinstance(applied, application.Application), applied
        decide = approval.Decide(
            application_id=applied.application_id, decision=approval.Decision.APPROVE
        )
        while actor := self._whose_turn(applied, pupil):
            decided = self.ask(approval.DECIDE, decide, actor)
            assert isinstance(decided, application.Application), decided
        self.placed[applied.application_id] = pupil
        if leaves:
            withdraw = application.WithdrawApplication(application_id=applied.application_id)
            assert isinstance(self.ask(application.WITHDRAW, withdraw, guardian), application.Application)
            self.left.add(applied.application_id)

    def _whose_turn(self, applied, pupil):
        """Return who is to decide now; nobody once everything is decided."""
        head = self.school.head_of(pupil.class_id)
        found = self.ask(application.READ, application.ReadApplication(application_id=applied.application_id), head)
        stops = [stop for part in found.parts for stop in part.stops if stop.standing == "now"]
        groups = [group for stop in stops for group in stop.groups]
        if not groups:
            return None
        return head if Role.HEAD_TEACHER in groups else self.school.holder(Role(groups[0]))
