"""Turning posts: on its day one begins, after its last day one is over; nobody has to be there."""

from dataclasses import replace

from services.directory.application.posts.deciding import stand
from services.directory.application.posts.post import Dated
from services.directory.application.posts.unit import PostUnit


def turn_posts(unit: PostUnit) -> None:
    """Let whatever is due by today begin or be over, at this school; again changes nothing."""
    unit.hold_school()
    for holder in unit.holders():
        turned = replace(holder, posts=tuple(_begun(unit, one) for one in holder.posts if not _over(unit, one)))
        if turned != holder:
            stand(unit, holder, turned)


def _over(unit: PostUnit, one: Dated) -> bool:
    return one.last is not None and one.last < unit.today


def _begun(unit: PostUnit, one: Dated) -> Dated:
    return replace(one, first=None) if one.first and one.first <= unit.today else one
