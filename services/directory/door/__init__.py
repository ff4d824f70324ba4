"""Directory's door: who is there, who may know, and the way in and out. No decisions here."""

from services.directory.door.calendar import Calendars
from services.directory.door.district_calendar import DistrictCalendars
from services.directory.door.erasures import ErasuresOfChildren
from services.directory.door.exports import ExportsOfRolls
from services.directory.door.guardians import GuardiansOfChildren
from services.directory.door.next_year import NextYears
from services.directory.door.outside import Outside
from services.directory.door.people import People
from services.directory.door.posts import PostsOfStaff
from services.directory.door.rosters import Rosters
from services.directory.door.second_factor import SecondFactors
from services.directory.door.signing_in import SigningIn


class DirectoryService(
    SigningIn, Outside, SecondFactors, People, PostsOfStaff, GuardiansOfChildren, Calendars, DistrictCalendars,
    Rosters, NextYears, ErasuresOfChildren, ExportsOfRolls,
):
    """Directory, as the gateway sees it."""

    name = "directory"
