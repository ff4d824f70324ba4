"""What enrolment keeps, in PostgreSQL."""

from services.enrolment.store.auditing import schools
from services.enrolment.store.seed import keep_application, keep_offering, keep_session
from services.enrolment.store.unit import EnrolmentUnit

__all__ = ["EnrolmentUnit", "keep_application", "keep_offering", "keep_session", "schools"]
