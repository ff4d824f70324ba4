"""Unit: one transaction of enrolment on PostgreSQL."""

from datetime import datetime

from plumbing import ids
from plumbing.clock import SCHOOL_PLACE
from services.enrolment.store.auditing import Auditing
from services.enrolment.store.chains import Chains
from services.enrolment.store.draws import Draws
from services.enrolment.store.facts import Facts
from services.enrolment.store.fees import Fees
from services.enrolment.store.offerings import Offerings
from services.enrolment.store.places import Places
from services.enrolment.store.programmes import Programmes
from services.enrolment.store.refusals import Refusals
from services.enrolment.store.rosters import Rosters
from services.enrolment.store.stand_ins import StandIns


class EnrolmentUnit(Facts, StandIns, Programmes, Draws, Offerings, Chains, Places, Refusals, Fees, Rosters, Auditing):
    """All that enrolment's use cases ask of their store."""

    def secret(self) -> str:
        """Return a word that nobody has had before, and nobody could guess: 128 random bits."""
        return ids.secret()

    @property
    def local_now(self) -> datetime:
        """Return the moment by the clock of the schools."""
        return self.now.astimezone(SCHOOL_PLACE)
