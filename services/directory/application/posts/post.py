"""Posts: a colleague's roles as the house knows them, and which of them somebody may give and end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contracts.actor import OFFICE, Actor, Grant, Role
from contracts.directory.post import Post
from services.directory.application.cards.card import Addressee


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A role in its scope: held now where `first` is absent, else from that day on; until `last`, that day too."""

    grant: Grant
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, kw_only=True)
class Holder:
    """One of the staff with all they hold, and will hold."""

    staff_id: str
    who: Addressee
    second_factor: bool = False
    posts: tuple[Dated, ...] = ()

    @property
    def grants(self) -> tuple[Grant, ...]:
        """Return what they hold now."""
        return tuple(one.grant for one in self.posts if one.first is None)

    @property
    def keeps_office(self) -> bool:
        """Say whether they are of the academic office, can sign in, and for good."""
        for_good = any(one.grant.role is Role.ACADEMIC_OFFICE and not (one.first or one.last) for one in self.posts)
        return for_good and self.who.has_account


def grant_of(post: Post) -> Grant:
    """Return the grant that a post is."""
    return Grant(role=post.role, class_id=post.class_id, subject=post.subject, grade=post.grade)


def gives(actor: Actor, role: Role) -> bool:
    """Say whether somebody gives and ends this role: a principal's is a principal's alone to give."""
    return role is not Role.PRINCIPAL or Role.PRINCIPAL in actor.roles()


def ends(actor: Actor, holder: Holder, role: Role) -> bool:
    """Say whether somebody ends this role of this colleague: nobody does their own office."""
    return gives(actor, role) and not (role in OFFICE and holder.who.person_id == actor.person_id)


def office_stays(holders: Iterable[Holder], changed: Holder) -> bool:
    """Say whether somebody keeps the academic office when one of the holders is as changed."""
    return any((changed if one.staff_id == changed.staff_id else one).keeps_office for one in holders)
