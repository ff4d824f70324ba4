"""DirectoryUnit: one open transaction on directory's database, whole."""

from services.directory.store.accounts import Accounts
from services.directory.store.cards import Cards
from services.directory.store.checkups import Checkups
from services.directory.store.district_calendars import DistrictCalendars
from services.directory.store.erasures import Erasures
from services.directory.store.exports import Exports
from services.directory.store.factors import Factors
from services.directory.store.guardians import Guardians
from services.directory.store.links import OutsideLinks
from services.directory.store.names import Names
from services.directory.store.next_years import NextYears
from services.directory.store.numbers import Numbers
from services.directory.store.own_calendars import OwnCalendars
from services.directory.store.posts import Posts
from services.directory.store.records import Records
from services.directory.store.rolls import Rolls
from services.directory.store.roster_rolls import RosterRolls
from services.directory.store.roster_standing import RosterStanding
from services.directory.store.rosters import Rosters
from services.directory.store.school_rolls import SchoolRolls
from services.directory.store.schools import Schools
from services.directory.store.security import Securities
from services.directory.store.sessions import Sessions
from services.directory.store.tries import TryCounts


class DirectoryUnit(
    Accounts, Cards, Factors, OutsideLinks, Sessions, TryCounts, Schools, OwnCalendars, Names, Records, Rolls,
    SchoolRolls, Rosters, RosterStanding, RosterRolls, Guardians, Numbers, Posts, Securities, Checkups,
    DistrictCalendars, NextYears, Erasures, Exports,
):
    """What the application's Unit promises, kept by PostgreSQL."""
