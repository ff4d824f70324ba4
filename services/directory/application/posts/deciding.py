"""Deciding on posts: the office gives one, with days where they are said, or ends one; both are in force at once."""

from dataclasses import replace

from contracts.directory.post import EndPost, GivePost, Post, PostsStand
from contracts.directory.school import StaffGranted
from contracts.errors import Conflict, InvalidRequest, NotFound
from services.directory.application.asker import asker
from services.directory.application.posts.post import Dated, Holder, ends, gives, grant_of, office_stays
from services.directory.application.posts.unit import PostUnit
from services.directory.application.rosters.book import GRADES
from services.directory.application.signing_in.ending import end_every_session
from services.directory.domain.post_scope import wrong_scope

_LAST_OFFICE = "学校至少要有一位有账号、没有期限的教导处老师。请先给另一位同事教导处的职务。"


def give_post(unit: PostUnit, ask: GivePost) -> PostsStand:
    """Let the colleague hold the post; one they hold already has these days from now on.

    Raises NotFound (no colleague), InvalidRequest with what would pass, Conflict (the last of the office).
    """
    unit.hold_school()
    holders = unit.holders()
    holder = _colleague(holders, ask.person_id)
    if wrong := _wrong(unit, ask):
        raise InvalidRequest(details={"fields": wrong})
    grant = grant_of(ask)
    rest = tuple(one for one in holder.posts if one.grant != grant)
    begins = None if grant in holder.grants or ask.first is None or ask.first <= unit.today else ask.first
    changed = replace(holder, posts=(*rest, Dated(grant=grant, first=begins, last=ask.last)))
    return _decided(unit, holders, holder, changed, "give_post")


def end_post(unit: PostUnit, ask: EndPost) -> PostsStand:
    """Let the colleague hold the post no more, nor begin it. Raises NotFound (nothing to end), Conflict."""
    unit.hold_school()
    holders = unit.holders()
    holder, grant = _colleague(holders, ask.person_id), grant_of(ask)
    if grant not in {one.grant for one in holder.posts}:
        raise NotFound
    if not ends(asker(unit), holder, ask.role):
        raise Conflict("校长的职务由校长终止；自己在教导处或校长的职务，请另一位同事终止。")
    changed = replace(holder, posts=tuple(one for one in holder.posts if one.grant != grant))
    return _decided(unit, holders, holder, changed, "end_post")


def stand(unit: PostUnit, before: Holder, after: Holder) -> None:
    """Let the colleague's posts be these, and announce what they hold now.

    Who becomes one of the staff by it signs in anew: a family's session lasts longer than one of the staff's may.
    """
    unit.keep_posts(after.staff_id, after.posts)
    person_id = after.who.person_id
    if set(after.grants) != set(before.grants):
        unit.emit(StaffGranted(grant_list_id=after.staff_id, person_id=person_id, grants=after.grants))
    if after.grants and not before.grants:
        end_every_session(unit, person_id)


def _decided(
    unit: PostUnit, holders: tuple[Holder, ...], holder: Holder, changed: Holder, action: str
) -> PostsStand:
    if holder.keeps_office and not office_stays(holders, changed):
        raise Conflict(_LAST_OFFICE)
    stand(unit, holder, changed)
    unit.audit(action, "staff", holder.staff_id)
    return PostsStand(person_id=holder.who.person_id, held=len(changed.grants))


def _colleague(holders: tuple[Holder, ...], person_id: str) -> Holder:
    found = next((one for one in holders if one.who.person_id == person_id), None)
    if found is None:
        raise NotFound
    return found


def _wrong(unit: PostUnit, ask: GivePost) -> dict[str, list[str]]:
    """Return what is wrong with a post that is to be given, by field."""
    wrong = wrong_scope(ask.role, vars(ask)) or _elsewhere(unit, ask)
    if not gives(asker(unit), ask.role):
        wrong = {"role": ["校长的职务由校长本人给予。"]}
    if ask.last and ask.last < max(unit.today, ask.first or unit.today):
        wrong |= {"last": ["结束的日子不能在开始之前，也不能已经过去。"]}
    return wrong


def _elsewhere(unit: PostUnit, ask: Post) -> dict[str, list[str]]:
    if ask.class_id and ask.class_id not in {one.class_id for one in unit.classes()}:
        return {"class_id": ["本校现在没有这个班。"]}
    if ask.grade and ask.grade not in GRADES[unit.stage()]:
        return {"grade": ["本校没有这个年级。"]}
    return {}
