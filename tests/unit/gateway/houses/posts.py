"""directory's posts in memory: whatever is given is held at once; the last of the office is not ended."""

from contracts.actor import Actor, Role
from contracts.directory import post as of
from contracts.errors import Conflict, InvalidRequest, NotFound
from tests.unit.gateway.houses import people as who

LAST_OFFICE = "学校至少要有一位有账号、没有期限的教导处老师。请先给另一位同事教导处的职务。"


class Posts:
    """By person: what they hold."""

    on: set[str]

    def __init__(self) -> None:
        held = (who.WANG, who.ZHAO, who.WU)
        self.posts = {
            person: [
                of.HeldPost(role=g.role, class_id=g.class_id, subject=g.subject, may_end=True)
                for g in who.ACTORS[person].grants
            ]
            for person in held
        }

    def staff(self, ask: of.ReadStaff, actor: Actor) -> of.Staff:
        found = {p: posts for p, posts in self.posts.items() if ask.person_id in (None, p)}
        if not found:
            raise NotFound
        return of.Staff(
            colleagues=tuple(
                of.Colleague(
                    person_id=p, name=who.PEOPLE[p], own=p == actor.person_id, has_account=p != who.ZHAO,
                    second_factor=p in self.on, may_card=bool(ask.person_id), posts=tuple(posts),
                    may_sign_out=p not in (who.ZHAO, actor.person_id),
                )
                for p, posts in found.items()
            ),
            may_give=tuple(r for r in of.POSTS if r is not Role.PRINCIPAL or Role.PRINCIPAL in actor.roles()),
        )

    def give_post(self, ask: of.GivePost, _: Actor) -> of.PostsStand:
        if ask.role is Role.HEAD_TEACHER and not ask.class_id:
            raise InvalidRequest(details={"fields": {"class_id": ["请填写。"]}})
        given = {"role": ask.role, "class_id": ask.class_id, "subject": ask.subject, "grade": ask.grade}
        self.posts[ask.person_id].append(of.HeldPost(**given, first=ask.first, last=ask.last, may_end=True))
        return of.PostsStand(person_id=ask.person_id, held=len(self.posts[ask.person_id]))

    def end_post(self, ask: of.EndPost, _: Actor) -> of.PostsStand:
        if ask.role is Role.ACADEMIC_OFFICE:
            raise Conflict(LAST_OFFICE)
        held = self.posts[ask.person_id]
        wanted = ask.role, ask.class_id, ask.subject, ask.grade
        gone = [p for p in held if (p.role, p.class_id, p.subject, p.grade) == wanted]
        if not gone:
            raise NotFound
        held.remove(gone[0])
        return of.PostsStand(person_id=ask.person_id, held=len(held))
