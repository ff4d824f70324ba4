"""Enrolment's work beside its calls: approvals that lie are reminded of; what has no case yet gets one."""

from plumbing.rounds.round import Round
from plumbing.work import Work
from services.enrolment.application.beginning import begin_all_left_over
from services.enrolment.application.due import ring_due

_WHERE = "SELECT district_id, school_id FROM"
WORK = Work(
    rounds=(
        Round(name="left over", due=f"{_WHERE} schools_with_left_over()", turn=begin_all_left_over),
        Round(name="approvals", due=f"{_WHERE} schools_with_due_cases()", turn=ring_due),
    )
)
