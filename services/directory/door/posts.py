"""Who of the staff holds what."""

from typing import Any

from contracts.directory.post import END_POST, GIVE_POST, STAFF, EndPost, GivePost, ReadStaff, Staff
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory.application.deciding_posts import end_post, give_post
from services.directory.application.read_staff import read_staff
from services.directory.door.own_house import OwnHouse


class PostsOfStaff(OwnHouse):
    """Who of the staff holds what."""

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
