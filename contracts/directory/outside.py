"""Outside: the account somebody has at WeCom or DingTalk, linked to their own here, as a way in beside the password."""

from datetime import datetime
from enum import StrEnum

from contracts.actor import EVERYONE, SIGNED_IN
from contracts.call import Call
from contracts.directory.device import Browser, System
from contracts.directory.own_password import WithPassword
from contracts.directory.session import SignedIn
from contracts.fields import Id, Text
from contracts.message import Message, of


class Provider(StrEnum):
    """Who knows people beside us."""

    WECOM = "wecom"
    DINGTALK = "dingtalk"


class Testimony(Message):
    """What a provider has just said: whoever sits at this browser is their `subject`. The gateway signs it.

    `district` is the code of the district for which the provider was asked. With a `person_id` it is good for that
    person's link alone, without one for signing in alone.
    """

    testimony_id: str = of(Id())
    provider: Provider
    corp: str = of(Text(shortest=1, longest=64))
    subject: str = of(Text(shortest=1, longest=200))
    district: str = of(Text(shortest=1, longest=40))
    person_id: str | None = of(Id(), default=None)


class SignInOutside(Message):
    """A person asks to come in by a signed testimony."""

    testimony: str = of(Text(shortest=1, longest=2000))
    browser: Browser = Browser.OTHER
    system: System = System.OTHER


class LinkOutside(WithPassword):
    """Let the asker sign in by what this signed testimony names; their password shows that it is they."""

    testimony: str = of(Text(shortest=1, longest=2000))


class Link(Message):
    """One way in of the asker's; whom the provider knows them as is not told."""

    link_id: str = of(Id())
    provider: Provider
    corp: str
    linked_at: datetime


class ListLinks(Message):
    """Ask for the asker's own links."""


class Links(Message):
    """The asker's links, and the code of their district: what is offered there is for them."""

    links: tuple[Link, ...]
    district: str


class Unlink(Message):
    """Let this link be no way in any more; one that is gone, or not theirs, is fine too."""

    link_id: str = of(Id())


class Unlinked(Message):
    """No link stands under that id."""


SIGN_IN_OUTSIDE = Call(
    service="directory", method="sign_in_outside", ask=SignInOutside, answer=SignedIn, allow=EVERYONE
)
LINK_OUTSIDE = Call(service="directory", method="link_outside", ask=LinkOutside, answer=Link, allow=SIGNED_IN)
OUTSIDE_LINKS = Call(service="directory", method="outside_links", ask=ListLinks, answer=Links, allow=SIGNED_IN)
UNLINK_OUTSIDE = Call(service="directory", method="unlink_outside", ask=Unlink, answer=Unlinked, allow=SIGNED_IN)
