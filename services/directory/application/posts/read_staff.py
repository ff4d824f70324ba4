"""Reading the staff: who holds what, from when until when, and what the office may do about it."""

from contracts.directory.post import POSTS, Colleague, HeldPost, ReadStaff, Staff
from contracts.errors import NotFound
from services.directory.application.answering import answers_for
from services.directory.application.asker import asker
from services.directory.application.posts.post import Holder, ends, gives
from services.directory.application.posts.unit import PostUnit


def read_staff(unit: PostUnit, ask: ReadStaff) -> Staff:
    """Return the staff by name, or one of them, of whom it is then said what may be done. Raises NotFound."""
    found = [one for one in unit.holders() if ask.person_id in (None, one.who.person_id)]
    if ask.person_id and not found:
        raise NotFound
    actor = asker(unit)
    return Staff(
        colleagues=tuple(
            _shown(unit, one, answered=bool(ask.person_id) and answers_for(unit, actor, one.who)) for one in found
        ),
        may_give=tuple(role for role in POSTS if gives(actor, role)),
    )


def _shown(unit: PostUnit, one: Holder, *, answered: bool) -> Colleague:
    actor = asker(unit)
    own = one.who.person_id == actor.person_id
    return Colleague(
        person_id=one.who.person_id, name=one.who.name, own=own, has_account=one.who.has_account,
        second_factor=one.second_factor, may_card=answered, may_sign_out=answered and one.who.has_account and not own,
        posts=tuple(
            HeldPost(
                role=post.grant.role, class_id=post.grant.class_id, subject=post.grant.subject,
                grade=post.grant.grade, first=post.first, last=post.last, may_end=ends(actor, one, post.grant.role),
            )
            for post in one.posts
        ),
    )
