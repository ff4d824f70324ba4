"""Unit: one transaction of enrolment on PostgreSQL."""

from datetime import datetime

from plumbing.clock import SCHOOL_PLACE
from services.enrolment.store.auditing import Auditing
from services.enrolment.store.chains import Chains
from services.enrolment.store.facts import Facts
from services.enrolment.store.offerings import Offerings
from services.enrolment.store.places import Places
from services.enrolment.store.programmes import Programmes
from services.enrolment.store.rosters import Rosters
from services.enrolment.store.stand_ins import StandIns


class EnrolmentUnit(Facts, StandIns, Programmes, Offerings, Chains, Places, Rosters, Auditing):
    """All that enrolment's use cases ask of their store."""

    @property
    def local_now(self) -> datetime:
        """Return the moment by the clock of the schools."""
        return self.now.astimezone(SCHOOL_PLACE)
