"""Who of the staff holds what, and what is asked of them at sign-in."""

from typing import Any

from contracts.directory.post import END_POST, GIVE_POST, STAFF, EndPost, GivePost, ReadStaff, Staff
from contracts.directory.security import (
    DEMAND_SECOND_FACTOR,
    RESET_SECOND_FACTOR,
    SECURITY,
    DemandSecondFactor,
    ReadSecurity,
    ResetSecondFactor,
    Security,
)
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory.application.posts.deciding import end_post, give_post
from services.directory.application.posts.read_staff import read_staff
from services.directory.application.second_factor.security import (
    demand_second_factor,
    read_security,
    reset_second_factor,
)
from services.directory.door.own_house import OwnHouse


class PostsOfStaff(OwnHouse):
    """Who of the staff holds what, and what is asked of them at sign-in."""

    @answers(STAFF)
    def staff(self, ask: ReadStaff, caller: Caller) -> Staff:
        """Say who holds what."""
        return self.house.query(read_staff, ask, caller)

    @answers(GIVE_POST)
    def give_post(self, ask: GivePost, caller: Caller) -> dict[str, Any]:
        """Let a colleague hold a post."""
        return self.house.command(give_post, ask, caller)

    @answers(END_POST)
    def end_post(self, ask: EndPost, caller: Caller) -> dict[str, Any]:
        """End a colleague's post."""
        return self.house.command(end_post, ask, caller)

    @answers(SECURITY)
    def security(self, ask: ReadSecurity, caller: Caller) -> Security:
        """Say what is asked of the staff."""
        return self.house.query(read_security, ask, caller)

    @answers(DEMAND_SECOND_FACTOR)
    def demand_second_factor(self, ask: DemandSecondFactor, caller: Caller) -> dict[str, Any]:
        """Ask for a second factor, or leave it to each."""
        return self.house.command(demand_second_factor, ask, caller)

    @answers(RESET_SECOND_FACTOR)
    def reset_second_factor(self, ask: ResetSecondFactor, caller: Caller) -> dict[str, Any]:
        """Take a colleague's second factor away."""
        return self.house.command(reset_second_factor, ask, caller)
