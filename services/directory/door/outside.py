"""Ways in from outside, and the password that has to be at hand to change them."""

from contracts.directory.outside import (
    LINK_OUTSIDE,
    OUTSIDE_LINKS,
    SIGN_IN_OUTSIDE,
    UNLINK_OUTSIDE,
    Link,
    LinkOutside,
    Links,
    ListLinks,
    SignInOutside,
    Unlink,
    Unlinked,
)
from contracts.directory.own_password import CHANGE_PASSWORD, ChangePassword, PasswordChanged
from contracts.directory.session import SignedIn
from plumbing.caller import Caller
from plumbing.doors import answers
from services.directory import wiring
from services.directory.application.outside.ways_in import list_links, unlink_outside
from services.directory.door.own_house import OwnHouse


class Outside(OwnHouse):
    """Ways in from outside, and the password that has to be at hand to change them."""

    @answers(SIGN_IN_OUTSIDE)
    def sign_in_outside(self, ask: SignInOutside, caller: Caller) -> SignedIn:
        """Let a person in whom a provider has named."""
        return wiring.sign_in_outside(self.house, ask, caller)

    @answers(LINK_OUTSIDE)
    def link_outside(self, ask: LinkOutside, caller: Caller) -> Link:
        """Let the asker sign in by a provider from now on."""
        return wiring.link_outside(self.house, ask, caller)

    @answers(OUTSIDE_LINKS)
    def outside_links(self, ask: ListLinks, caller: Caller) -> Links:
        """List the asker's links."""
        return self.house.query(list_links, ask, caller)

    @answers(UNLINK_OUTSIDE)
    def unlink_outside(self, ask: Unlink, caller: Caller) -> Unlinked:
        """Let one of the asker's links be none any more."""
        return self.house.change(unlink_outside, ask, caller)

    @answers(CHANGE_PASSWORD)
    def change_password(self, ask: ChangePassword, caller: Caller) -> PasswordChanged:
        """Let another password open the asker's account."""
        return wiring.change_password(self.house, ask, caller)
