"""Unit: one transaction of enrolment on PostgreSQL."""

from services.enrolment.store.applications import Applications
from services.enrolment.store.facts import Facts
from services.enrolment.store.offerings import Offerings
from services.enrolment.store.places import Places


class EnrolmentUnit(Facts, Offerings, Applications, Places):
    """All that enrolment's use cases ask of their store."""
