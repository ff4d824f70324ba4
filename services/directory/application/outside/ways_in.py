"""Outside: whoever a provider has named signs in by their link; a link is made with the password at hand, once."""

from datetime import timedelta

from contracts.directory.outside import (
    Link,
    LinkOutside,
    Links,
    ListLinks,
    Provider,
    SignInOutside,
    Testimony,
    Unlink,
    Unlinked,
)
from contracts.directory.session import SignedIn
from contracts.errors import Conflict, SpentTestimony, WrongSignIn
from services.directory.application.asker import asker
from services.directory.application.outside.link import KeptLink
from services.directory.application.outside.unit import LinkUnit
from services.directory.application.second_factor.second_step import let_in
from services.directory.application.signing_in.own_password import password_was_right

SECOND_PRESS = timedelta(seconds=30)
"""How long after its first use the same testimony does the same: a button is pressed twice."""
REMEMBERED = timedelta(minutes=15)
"""Longer than a testimony is believed."""

_NAMES = {Provider.WECOM: "企业微信", Provider.DINGTALK: "钉钉"}


def sign_in_outside(unit: LinkUnit, ask: SignInOutside, said: Testimony) -> SignedIn:
    """Open a session for whom the testimony names; where a second factor is on, nothing opens yet.

    Raises SpentTestimony for one that is used up or made for a link, WrongSignIn for somebody nobody has linked.
    """
    if said.person_id is not None:
        raise SpentTestimony
    link = unit.linked(_index(unit, said))
    if link is None:
        raise WrongSignIn(_not_linked(said.provider))
    _use(unit, said)
    return let_in(unit, link.person_id, browser=ask.browser, system=ask.system)


def link_outside(unit: LinkUnit, ask: LinkOutside, said: Testimony) -> Link:
    """Let the asker sign in by what the testimony names; again changes nothing.

    Raises SpentTestimony for one that is used up or another's, Conflict for another district's, for somebody linked
    to another account, and where the asker is linked as somebody else.
    """
    actor = asker(unit)
    if said.person_id != actor.person_id:
        raise SpentTestimony
    if said.district != unit.district_code(actor.district_id):
        raise Conflict("这不是您所在区县的入口，不能用它登录。")
    _use(unit, said)
    password_was_right(unit)
    link = KeptLink(
        link_id=unit.new_id(), person_id=actor.person_id, provider=said.provider, corp=said.corp,
        subject_index=_index(unit, said), linked_at=unit.now,
    )
    return _shown(link if unit.keep_link(link) else _standing(unit, link))


def list_links(unit: LinkUnit, ask: ListLinks) -> Links:
    """Return the asker's links, the oldest first."""
    actor = asker(unit)
    links = tuple(_shown(link) for link in unit.links_of(actor.person_id))
    return Links(links=links, district=unit.district_code(actor.district_id))


def unlink_outside(unit: LinkUnit, ask: Unlink) -> Unlinked:
    """Let a link of the asker's be no way in any more; what is not there, or not theirs, stays as it is."""
    unit.drop_link(asker(unit).person_id, ask.link_id)
    return Unlinked()


def _use(unit: LinkUnit, said: Testimony) -> None:
    if unit.now - unit.first_used(said.testimony_id, unit.now + REMEMBERED) > SECOND_PRESS:
        raise SpentTestimony


def _standing(unit: LinkUnit, wanted: KeptLink) -> KeptLink:
    """Return the link that is what was wanted already. Raises Conflict where another stands in its way."""
    stands = unit.linked(wanted.subject_index)
    if stands and stands.person_id == wanted.person_id:
        return stands
    name = _NAMES[wanted.provider]
    if stands:
        raise Conflict(f"这个{name}已经连着另一个轻负账号。先用它登录那个账号，断开以后再来连接。")
    raise Conflict(f"您的账号已经连着另一个{name}。请先断开那一个。")


def _index(unit: LinkUnit, said: Testimony) -> bytes:
    return unit.subject_index(said.provider, said.corp, said.subject)


def _not_linked(provider: Provider) -> str:
    name = _NAMES[provider]
    return (
        f"这个{name}还没有连着轻负账号。请先用手机号和密码登录，再到“账号与安全”里连接；"
        "没有账号的，请向学校要激活卡。"
    )


def _shown(link: KeptLink) -> Link:
    return Link(link_id=link.link_id, provider=link.provider, corp=link.corp, linked_at=link.linked_at)
