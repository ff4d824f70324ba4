"""directory's ways in from outside, in memory: a testimony is read by the same key as the real one's."""

from contracts.actor import Actor
from contracts.directory import outside as of
from contracts.directory import own_password as of_password
from contracts.errors import Conflict, InvalidRequest, SpentTestimony, WrongSignIn
from plumbing import clock, ids, testimony
from plumbing.passport import make_keys
from tests.unit.gateway.houses import people as who

PRIVATE_KEY, PUBLIC_KEY = make_keys()
DISTRICT = "qinghe"
NOT_LINKED = "这个企业微信还没有连着轻负账号。请先用手机号和密码登录，再到“账号与安全”里连接。"


class OutsideLinks:
    """By (provider, corp, subject): whose, and the link."""

    def __init__(self) -> None:
        self.linked: dict[tuple[str, str, str], tuple[str, of.Link]] = {}
        self.passwords: dict[str, str] = {}

    def known(self, ask: of.SignInOutside) -> str:
        """Return who is named. Raises WrongSignIn, SpentTestimony."""
        said = testimony.believed(ask.testimony, PUBLIC_KEY)
        if said.person_id is not None:
            raise SpentTestimony
        if _subject(said) not in self.linked:
            raise WrongSignIn(NOT_LINKED)
        return self.linked[_subject(said)][0]

    def link_outside(self, ask: of.LinkOutside, actor: Actor) -> of.Link:
        self._right(ask, actor)
        said = testimony.believed(ask.testimony, PUBLIC_KEY)
        if said.person_id != actor.person_id:
            raise SpentTestimony
        new = of.Link(link_id=ids.new_id(), provider=said.provider, corp=said.corp, linked_at=clock.now())
        person_id, link = self.linked.setdefault(_subject(said), (actor.person_id, new))
        if person_id != actor.person_id:
            raise Conflict("这个企业微信已经连着另一个轻负账号。")
        return link

    def outside_links(self, _: of.ListLinks, actor: Actor) -> of.Links:
        links = (link for person_id, link in self.linked.values() if person_id == actor.person_id)
        return of.Links(links=tuple(links), district=DISTRICT)

    def unlink_outside(self, ask: of.Unlink, actor: Actor) -> of.Unlinked:
        gone = (actor.person_id, ask.link_id)
        self.linked = {key: kept for key, kept in self.linked.items() if (kept[0], kept[1].link_id) != gone}
        return of.Unlinked()

    def change_password(self, ask: of_password.ChangePassword, actor: Actor) -> of_password.PasswordChanged:
        if len(ask.chosen) < 8:
            raise InvalidRequest(details={"fields": {"chosen": ["至少 8 个字。"]}})
        self._right(ask, actor)
        self.passwords[actor.person_id] = ask.chosen
        return of_password.PasswordChanged(ended=0)

    def password_of(self, person_id: str) -> str:
        return self.passwords.get(person_id, who.PASSWORD)

    def _right(self, ask: of_password.WithPassword, actor: Actor) -> None:
        if ask.password != self.password_of(actor.person_id):
            raise InvalidRequest(details={"fields": {"password": ["密码不对，请检查后再试。"]}})


def _subject(said: of.Testimony) -> tuple[str, str, str]:
    return said.provider, said.corp, said.subject
