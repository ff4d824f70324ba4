"""Enrolment's work beside its calls: approvals that lie are reminded of, and handed on, on their day."""

from plumbing.rounds.round import Round
from plumbing.work import Work
from services.enrolment.application.due import ring_due

WORK = Work(
    rounds=(Round(name="approvals", due="SELECT district_id, school_id FROM schools_with_due_cases()", turn=ring_due),)
)
